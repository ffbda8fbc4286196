import type { Caller } from '@dossier/contracts/actor'
import { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, type Relate, type Who } from '../acting.ts'
import { common, postalProblem } from '../problems.ts'

/** A scan that could not count; `settled` once somebody has said why it stays so. */
export const RefusedScan = z
  .object({
    id: z.string(),
    parcel: z.string(),
    step: z.string(),
    happenedAt: Instant,
    recordedAt: Instant,
    refusal: z.string(),
    settled: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'RefusedScan' })
export type RefusedScan = z.infer<typeof RefusedScan>

const list = `
  select s.id, s.parcel, s.step, s.happened_at as "happenedAt", s.recorded_at as "recordedAt", s.refusal,
    case when t.scan is not null then jsonb_build_object('by', t.settled_by, 'reason', t.reason) end as settled,
    t.settled_at as "settledAt"
  from scan s left join scan_settlement t on t.scan = s.id
  where s.refusal is not null and s.office = $1 and ($2 or t.scan is null)
    and ($3::text is null or (s.recorded_at, s.id) < (select b.recorded_at, b.id from scan b where b.id = $3))
  order by s.recorded_at desc, s.id desc limit 200`
const read = 'select office, refusal from scan where id = $1'
const settle = `
  insert into scan_settlement (scan, reason, settled_by, office, settled_at) values ($1, $2, $3, $4, $5)
  on conflict on constraint scan_settlement_pk do nothing`

type Asked = { office: string; withSettled: boolean; before: string | undefined }
/** Scans of an office that could not count, newest first, 200 at a time; those settled too where asked. */
export const refusedScans = async (db: Tx, { office, withSettled, before }: Asked): Promise<RefusedScan[]> => {
  const { rows } = await db.query<{ settled: object | null; settledAt: string | null }>(list, [
    office,
    withSettled,
    before ?? null,
  ])
  return rows.map(({ settledAt, settled, ...row }) =>
    RefusedScan.parse({ ...row, settled: settled === null ? null : { ...settled, at: settledAt } }),
  )
}

/** Somebody of the office says why a scan stays refused, once; the scan itself never changes. */
export const makeSettleScan =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { id, reason }: { id: string; reason: string }): Promise<{ reason: string }> => {
    const [scan] = (await tx.query<{ office: string; refusal: string | null }>(read, [id])).rows
    const ofOffice: Relate = (one) => (scan !== undefined && one === scan.office ? ['post'] : [])
    if (scan === undefined) throw common('not-found')
    const { person, organisation } = actingFor(deps, caller, 'Scan', ofOffice)
    if (scan.refusal === null) throw postalProblem('scan-counts')
    const { rowCount } = await tx.query(settle, [id, reason, person, organisation, deps.clock.now()])
    if (rowCount === 0) throw postalProblem('report-settled')
    return { reason }
  }
