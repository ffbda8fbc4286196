import type { Period } from '@dossier/domain/period'
import type { PoolClient } from 'pg'
import type { Effect, Filed, Judging, Line } from './filed.ts'
import { judgeRecords, nothingRead, type RecordsRead } from './judge-records.ts'

/** A stretch of ids: after the first, up to and with the last; null is the end. */
export type Page = { after: string; upTo: string | null }

const rows = `
  select id, version, body, fold, applicant, holder, offered_to, officer, state, clock, code, receiving_desk, procedure, is_open, due_on
  from dossier where id > $1 and ($2::uuid is null or id <= $2) order by id`
const lines = `
  select dossier_id as id, seq, body::text as text from dossier_event where dossier_id > $1 and ($2::uuid is null or dossier_id <= $2) order by dossier_id, seq`
const effects = `
  select dossier_id as id, key, first_seq as first, version as last
  from command where dossier_id > $1 and ($2::uuid is null or dossier_id <= $2) order by dossier_id, first_seq`

type Row = Pick<Filed, 'id' | 'version' | 'body' | 'fold' | 'applicant'> & Record<string, unknown>

/** Reads pages of records in a snapshot and judges them; the next page is on its way while one is judged. */
export const readPages = async (
  client: Pick<PoolClient, 'query'>,
  pages: readonly Page[],
  judging: Judging,
  period: Period,
): Promise<RecordsRead> => {
  const read = nothingRead()
  let next = pages[0] === undefined ? undefined : readPage(client, pages[0])
  for (let i = 0; next !== undefined; i += 1) {
    const records = await next
    const following = pages[i + 1]
    next = following === undefined ? undefined : readPage(client, following)
    judgeRecords(read, records, judging, period)
  }
  return read
}

const readPage = async (client: Pick<PoolClient, 'query'>, { after, upTo }: Page): Promise<Filed[]> => {
  const values = [after, upTo]
  const standing = await client.query<Row>({ name: 'rows', text: rows, values })
  const told = await client.query<{ id: string; seq: number; text: string }>({ name: 'lines', text: lines, values })
  const asked = await client.query<Effect & { id: string }>({ name: 'effects', text: effects, values })
  // Read once as text: planted words are looked for in it before it is taken apart.
  const linesOf = grouped(
    told.rows.map(({ id, seq, text }): Line & { id: string } => ({ ...JSON.parse(text), id, seq, text })),
  )
  const effectsOf = grouped(asked.rows)
  const filed = standing.rows.map(({ id, version, body, fold, applicant, ...columns }) => ({
    id,
    version,
    body,
    fold,
    applicant,
    columns,
    lines: linesOf.get(id) ?? [],
    effects: effectsOf.get(id) ?? [],
  }))
  const known = new Set(filed.map(({ id }) => id))
  const strays = [...linesOf].filter(([id]) => !known.has(id))
  return [...filed, ...strays.map(([id, its]) => stray(id, its, effectsOf.get(id) ?? []))]
}

/** Lines of a dossier that has no row. */
const stray = (id: string, its: Line[], effectsOf: Effect[]): Filed => ({
  id,
  version: 0,
  body: null,
  fold: 0,
  applicant: null,
  columns: {},
  lines: its,
  effects: effectsOf,
})

const grouped = <T extends { id: string }>(all: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(one.id)
    if (group === undefined) groups.set(one.id, [one])
    else group.push(one)
  }
  return groups
}
