import { type DossierId, DossierMessage } from '@dossier/contracts/dossier'
import type { Instant } from '@dossier/contracts/time'
import type { Dossier } from '@dossier/domain/dossier'
import { evolve, foldVersion, type Recorded } from '@dossier/domain/evolve'
import type { Pool } from 'pg'

type Answered = { requestHash: string; firstSeq: number; version: number }
/** Where a dossier stands, version 0 if nobody opened it, and whether this key was answered before. */
export type Standing = {
  dossier: Dossier | undefined
  version: number
  /** When its last line was written; null if nobody opened it. */
  at: Instant | null
  applicant: string | null
  answered: Answered | null
}

const read = `
  select d.body, d.fold, coalesce(d.version, 0) as version, e.body ->> 'at' as at, d.applicant,
    c.request_hash, c.first_seq, c.version as answered
  from (values ($1::uuid)) as asked (id)
  left join dossier d on d.id = asked.id
  left join dossier_event e on e.dossier_id = d.id and e.seq = d.version
  left join command c on c.dossier_id = asked.id and c.key = $2`

type Row = {
  body: Dossier | null
  fold: number | null
  version: number
  at: Instant | null
  applicant: string | null
  request_hash: string | null
  first_seq: number | null
  answered: number | null
}

export const readDossier = async (db: Pick<Pool, 'query'>, id: DossierId, key: string): Promise<Standing> => {
  const { rows } = await db.query<Row>({ name: 'read', text: read, values: [id, key] })
  const [row] = rows
  if (row === undefined) throw new Error('A left join without a row')
  const { body, fold, version, at, applicant, request_hash: requestHash, first_seq: firstSeq, answered } = row
  return {
    dossier: body === null ? undefined : await folded(db, id, { body, fold }),
    version,
    at,
    applicant,
    answered:
      requestHash === null || firstSeq === null || answered === null
        ? null
        : { requestHash, firstSeq, version: answered },
  }
}

/** A dossier as it stands; where an older version of the fold stored it, folded from its record anew. */
export const folded = async (
  db: Pick<Pool, 'query'>,
  id: DossierId,
  { body, fold }: { body: Dossier; fold: number | null },
): Promise<Dossier> => {
  if (fold === foldVersion) return body
  const record = await recordUpTo(db, id)
  const dossier = record.reduce<Dossier | undefined>(evolve, undefined)
  if (dossier === undefined) throw new Error(`The record of dossier ${id} does not begin with its opening`)
  return dossier
}

/** What happened up to a version, as the law reads it. */
export const recordUpTo = async (
  db: Pick<Pool, 'query'>,
  id: DossierId,
  version: number = lastVersion,
): Promise<Recorded[]> =>
  (await lines(db, id, 1, version)).map(({ event, at, actor }) => ({ event, at, person: actor.person }))

const lastVersion = 2_147_483_647
const between = 'select body from dossier_event where dossier_id = $1 and seq between $2 and $3 order by seq'

const lines = async (db: Pick<Pool, 'query'>, id: DossierId, from: number, to: number): Promise<DossierMessage[]> => {
  const { rows } = await db.query<{ body: unknown }>(between, [id, from, to])
  return rows.map(({ body }) => DossierMessage.parse(body))
}

/** What the first sending of an order was answered. */
export const firstAnswer = async (db: Pick<Pool, 'query'>, id: DossierId, { firstSeq, version }: Answered) => ({
  version,
  lines: await lines(db, id, firstSeq, version),
})

/** What happened after a version: who did what meanwhile. */
export const linesSince = (db: Pick<Pool, 'query'>, id: DossierId, version: number): Promise<DossierMessage[]> =>
  lines(db, id, version + 1, lastVersion)
