import pg from 'pg'
import { database } from '../databases.ts'

// Each gives how many break the promise; a benchmark of something that works wrongly measures nothing.
const promises = {
  'dossiers whose record has a gap': `
    select count(*)::int as n from casework.dossier d where d.version <> all (
      select unnest(array[count(*), max(seq)]) from casework.dossier_event e where e.dossier_id = d.id)`,
  'dossiers the view has not followed to their last line': `
    select count(*)::int as n from casework.dossier d left join intake.progress p on p.dossier_id = d.id
    where p.seq is distinct from d.version`,
  'messages put aside as dead letters': `
    select (select count(*) from casework.dead_letter)::int + (select count(*) from intake.dead_letter)::int as n`,
}
const opinions = `select count(*)::int as n from casework.dossier_event where body #>> '{event,type}' = 'OpinionAdded'`

/** What went wrong in a run, in sentences; `acknowledged` acts were answered with success and must all be in the ledger. */
export const wrongIn = async (server: string, acknowledged: number): Promise<string[]> => {
  const url = new URL(server)
  url.pathname = `/${database}`
  const db = new pg.Pool({ connectionString: url.href, max: 1 })
  try {
    const count = async (query: string) => (await db.query<{ n: number }>(query)).rows[0]?.n ?? 0
    const wrong: string[] = []
    for (const [what, query] of Object.entries(promises)) {
      const n = await count(query)
      if (n > 0) wrong.push(`${n} ${what}`)
    }
    const written = await count(opinions)
    if (written < acknowledged) wrong.push(`${acknowledged} acts were acknowledged, ${written} are in the ledger`)
    return wrong
  } finally {
    await db.end()
  }
}
