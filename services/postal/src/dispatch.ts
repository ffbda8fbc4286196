import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { DispatchOrder } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { settleUnpacked } from './dispatch-silence.ts'
import { lockDossier } from './dossier-lock.ts'
import { openIncident } from './incidents.ts'
import type { Parcel } from './parcels/parcel.ts'
import { common, postalProblem } from './problems.ts'
import { silentFrom } from './promise.ts'
import type { Published } from './published.ts'

const known = 'select delivery, dispatch from dossier where id = $1'
const insert = `
  insert into dispatch_order (dossier_id, nth, from_desk, ordered_at, silent_at) values ($1, $2, $3, $4, $5)
  on conflict on constraint dispatch_order_pk do nothing`
const read = `
  select from_desk as "from", ordered_at as "orderedAt", state, parcel from dispatch_order where dossier_id = $1 and nth = $2`
// One that waits anew may be silent anew.
const follow = `
  update dispatch_order set (state, parcel, silent_at, alarmed_at) =
    ($3, $4, coalesce($5, silent_at), case when $5::timestamptz is null then alarmed_at end)
  where dossier_id = $1 and nth = $2 and state <> 'cancelled'`
// What postal has not heard wanted yet is not past: the conductor may have heard more of the ledger than postal.
const cancel = `
  update dispatch_order o set state = 'cancelled' from dossier d
  where d.id = o.dossier_id and d.id = $1 and o.state = 'ordered'
    and (o.nth < d.dispatch or (o.nth = d.dispatch and d.delivery <> all($2::text[])))`
const revive = `
  update dispatch_order o set (state, silent_at, alarmed_at) = ('ordered', $2, null) from dossier d
  where d.id = o.dossier_id and d.id = $1 and o.state = 'cancelled' and o.nth = d.dispatch and d.delivery = 'to-dispatch'`

export type Ordered = { from: OrganisationCode; state: string; parcel: string | null }

/** While the result is so, the ledger wants it dispatched. */
const wanting: readonly string[] = ['to-dispatch', 'under-way']

export type Waiting = { published: Published; now: Instant }

/** Takes an order of the conductor, once for each dispatch of a dossier. Throws 409 where the ledger wants it no more. */
export const orderDispatch = async (
  tx: Tx,
  { dossierId, order, from }: DispatchOrder,
  { published, now }: Waiting,
): Promise<Ordered> => {
  await lockDossier(tx, dossierId)
  const [dossier] = (await tx.query<{ delivery: string; dispatch: number | null }>(known, [dossierId])).rows
  // Both come from the ledger; what postal has not heard yet must not be lost: it is asked again.
  if (dossier === undefined) throw common('unavailable', `Dossier ${dossierId} has not been heard of yet; ask again.`)
  const isPast = dossier.dispatch !== null && order < dossier.dispatch
  const isOver = order === dossier.dispatch && !wanting.includes(dossier.delivery)
  if (isPast || isOver) throw postalProblem('dispatch-not-wanted')
  await tx.query(insert, [dossierId, order, from, now, silentFrom(published, now)])
  const ordered = await readDispatch(tx, dossierId, order)
  if (ordered === undefined) throw new Error(`Dispatch ${order} of ${dossierId} was not kept`)
  if (ordered.state === 'cancelled') throw postalProblem('dispatch-not-wanted')
  return ordered
}

export const readDispatch = async (db: Tx, dossierId: string, order: number): Promise<Ordered | undefined> =>
  (await db.query<Ordered>(read, [dossierId, order])).rows[0]

/** A dispatch goes the way of its parcel. */
export const followDispatch = async (
  tx: Tx,
  { dossierId, dispatch, code, state }: Parcel,
  { published, now }: Waiting,
): Promise<void> => {
  if (dispatch === null) return
  const [parcel, silentAt] = state === 'unpacked' ? [null, silentFrom(published, now)] : [code, null]
  await tx.query(follow, [dossierId, dispatch, orderState(state), parcel, silentAt])
  await settleUnpacked(tx, dossierId, now)
}

const orderState = (state: Parcel['state']): string => {
  switch (state) {
    case 'packed':
    case 'posted':
    case 'delivered':
    case 'returned':
    case 'lost':
      return state
    case 'unpacked':
      return 'ordered'
    case 'under-way':
    case 'attempted':
      return 'posted'
    case 'damaged':
      return 'lost'
  }
}

/** Orders nobody has packed for are given up once the ledger is past them, and wait again when it wants them after all. */
export const followLedger = async (tx: Tx, dossierId: DossierId, { published, now }: Waiting): Promise<void> => {
  await tx.query(cancel, [dossierId, wanting])
  await tx.query(revive, [dossierId, silentFrom(published, now)])
  await settleUnpacked(tx, dossierId, now)
}

/** Asks where the parcel of a dispatch is: people must answer. Throws 409 where there is nothing left to ask. */
export const inquire = async (
  tx: Tx,
  { dossierId, order }: Pick<DispatchOrder, 'dossierId' | 'order'>,
  now: Instant,
) => {
  await lockDossier(tx, dossierId)
  const ordered = await readDispatch(tx, dossierId, order)
  if (ordered === undefined) throw common('not-found')
  if (!['ordered', 'packed', 'posted'].includes(ordered.state)) throw postalProblem('dispatch-over')
  await openIncident(
    tx,
    {
      dossierId,
      what: 'parcel-silent',
      cause: `inquiry:${dossierId}:${order}`,
      at: ordered.from,
      ...(ordered.parcel !== null && { parcel: ordered.parcel }),
    },
    now,
  )
  return ordered
}
