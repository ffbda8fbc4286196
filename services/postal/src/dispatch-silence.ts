import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { lockDossier } from './dossier-lock.ts'
import { openIncident } from './incidents.ts'
import { silentFrom } from './promise.ts'
import type { Published } from './published.ts'
import { tell } from './tell.ts'

const waiting = `
  select dossier_id as "dossierId", nth, from_desk as "from", silent_at as "silentAt" from dispatch_order
  where dossier_id || ' ' || nth = $1 and state = 'ordered' and alarmed_at is null and silent_at <= $2`
// What is still on its way to the desk has a silence of its own.
const postponed = `
  update dispatch_order o set silent_at = $3
  where o.dossier_id = $1 and o.nth = $2 and exists (
    select from paper p join custody c on c.paper = p.id and c.until is null
    where p.dossier_id = o.dossier_id and p.kind = 'result' and p.void_since is null and c.kind = 'parcel')`
const alarmed = 'update dispatch_order set alarmed_at = $3 where dossier_id = $1 and nth = $2'
const settle = `
  update incident i set (closed_at, closed_by, outcome) = ($2, 'service:postal', o.outcome)
  from (
    select c.id, case when d.state = 'cancelled' then 'not-wanted' else 'packed' end as outcome
    from incident c join dispatch_order d on starts_with(c.cause, 'unpacked:' || d.dossier_id || ':' || d.nth || ':')
    where c.dossier_id = $1 and c.what = 'dispatch-unpacked' and c.closed_at is null and d.dossier_id = $1 and d.state <> 'ordered'
  ) o
  where i.id = o.id returning i.id, i.outcome`

type Waiting = { dossierId: DossierId; nth: number; from: OrganisationCode; silentAt: Instant }

/** Tells the desk, once for each time it waits, that nobody has packed a result it was to send. */
export const dispatchSilent = async (
  tx: Tx,
  id: string,
  { published, now }: { published: Published; now: Instant },
): Promise<void> => {
  const find = async () => (await tx.query<Waiting>(waiting, [id, now])).rows[0]
  const known = await find()
  if (known === undefined) return
  await lockDossier(tx, known.dossierId)
  const order = await find()
  if (order === undefined) return
  const { dossierId, nth, from: at, silentAt } = order
  const { rowCount } = await tx.query(postponed, [dossierId, nth, silentFrom(published, now)])
  if (rowCount !== 0) return
  await tx.query(alarmed, [dossierId, nth, now])
  const cause = `unpacked:${dossierId}:${nth}:${silentAt}`
  await openIncident(tx, { dossierId, what: 'dispatch-unpacked', cause, at }, now)
}

/** Nothing is left to look at once it is packed, or wanted no more. The dossier is locked. */
export const settleUnpacked = async (tx: Tx, dossierId: DossierId, now: Instant): Promise<void> => {
  const { rows } = await tx.query<{ id: string; outcome: string }>(settle, [dossierId, now])
  for (const { id: incident, outcome } of rows)
    await tell(tx, dossierId, { event: { type: 'IncidentClosed', incident, outcome }, at: now })
}
