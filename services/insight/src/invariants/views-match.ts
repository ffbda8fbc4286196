import type { Given, Looked, Offender } from '../invariant.ts'
import type { Owner } from '../snapshot.ts'

/** A view of dossiers, and what of a line it shows: both as one text. */
type View = { owner: Owner; shown: string; line: string }

const views: readonly View[] = [
  {
    owner: 'intake',
    shown: `
      select p.dossier_id as id, p.seq, md5(p.axes::text) as says, coalesce(i.seq, 0) as heard
      from progress p left join inbox i on i.consumer = 'intake.progress' and i.key = p.dossier_id::text`,
    line: `md5((e.body -> 'axes')::text)`,
  },
  {
    owner: 'notifications',
    shown: `
      select h.subject as id, i.seq, md5((h.body -> 'axes')::text) as says, i.seq as heard
      from heard h join inbox i on i.consumer = 'notifications.dossier' and i.key = h.subject::text`,
    line: `md5((e.body -> 'axes')::text)`,
  },
  {
    owner: 'postal',
    shown: `
      select d.id, i.seq, concat_ws(' ', d.desk, d.procedure, d.delivery) as says, i.seq as heard
      from dossier d join inbox i on i.consumer = 'postal.dossier' and i.key = d.id::text`,
    line: `concat_ws(' ', e.body #>> '{axes,receivingDesk}', e.body #>> '{axes,procedure}', e.body #>> '{axes,delivery}')`,
  },
]
const lineAt = (line: string) => `
  select e.dossier_id as id, ${line} as says
  from unnest($1::uuid[], $2::int[]) as asked (id, seq) join dossier_event e on e.dossier_id = asked.id and e.seq = asked.seq`
const letters = `select count(*) filter (where state = 'issued')::int as told from letter`
const listed = `select count(*)::int as heard from dossier_letter where kept_by = 'notifications'`

type Shown = { id: string; seq: number; says: string; heard: number }
const pageSize = 20_000

/** Each view shows what the ledger's line says that it has heard last: compared at that line, whatever came since. */
export const viewsMatch = async (given: Given): Promise<Looked> => {
  const { snapshot, form } = given
  const offenders: Offender[] = []
  let examined = 0
  for (const { owner, shown, line } of views) {
    const rows = await snapshot.ask<Shown>(owner, shown)
    examined += rows.length
    for (let from = 0; from < rows.length; from += pageSize) {
      const page = rows.slice(from, from + pageSize)
      const values = [page.map(({ id }) => id), page.map(({ seq }) => seq)]
      const lines = await snapshot.ask<{ id: string; says: string }>('casework', lineAt(line), values)
      const saysOf = new Map(lines.map(({ id, says }) => [id, says]))
      for (const { id, seq, says, heard } of page) {
        if (seq !== heard) offenders.push({ id, why: `${owner} shows line ${seq} and has heard ${heard}` })
        else if (saysOf.get(id) !== says)
          offenders.push({ id, why: `${owner} shows something else than line ${seq} says` })
      }
    }
  }
  const [told] = await snapshot.ask<{ told: number }>('notifications', letters)
  const [had] = await snapshot.ask<{ heard: number }>('casework', listed)
  const [issued, known] = [told?.told ?? 0, had?.heard ?? 0]
  const isOff = form === 'quiescent' ? known !== issued : snapshot.isOne && known > issued
  if (isOff) offenders.push({ id: 'letters', why: `${issued} are issued, and dossiers list ${known}` })
  return { examined, offenders }
}
