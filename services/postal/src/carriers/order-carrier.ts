import type { Caller } from '@dossier/contracts/actor'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { authorityOf, inForce } from '@dossier/domain/organisations'
import type { Tx } from '@dossier/platform/postgres'
import { actingFor } from '../acting.ts'
import { lockParcel, parcelOf } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { postalProblem } from '../problems.ts'
import type { Published } from '../published.ts'
import type { Carrying } from './deps.ts'

const insert = `
  insert into carrier_order (parcel, carrier, office, ordered_by, wanted_at, next_ask_at) values ($1, $2, $3, $4, $5, $5)
  on conflict on constraint carrier_order_pk do update set (carrier, office, ordered_by, wanted_at, next_ask_at, state, tracking_code, trouble) =
    row (excluded.carrier, excluded.office, excluded.ordered_by, excluded.wanted_at, excluded.next_ask_at, 'wanted', null, null)
  where carrier_order.state in ('refused', 'cancelled')`

/** Gives a packed parcel to another carrier to bring; it is handed over soon after, and asked after until it is over. */
export const makeOrderCarrier =
  (deps: Carrying) =>
  async (
    tx: Tx,
    caller: Caller,
    { code, carrier }: { code: string; carrier: string },
  ): Promise<{ state: 'wanted' }> => {
    const now = deps.clock.now()
    const parcel = await lockParcel(tx, code)
    const { person, organisation } = actingFor(deps, caller, 'OrderCarrier', relationsTo(parcel, deps))
    if (!deps.contracts.has(carrier)) throw postalProblem('carrier-unknown', { about: carrier })
    if (parcel.state === 'unpacked' || parcel.closedAt !== null)
      throw postalProblem('parcel-closed', { about: parcel.code })
    if (parcel.postedAt !== null) throw postalProblem('already-posted', { about: parcel.code })
    const answering = postOfficeFor(deps.published, organisation, dayOf(now))
    const { rowCount } = await tx.query(insert, [parcel.code, carrier, answering, person, now])
    if (rowCount === 0) throw postalProblem('carrier-ordered', { about: parcel.code })
    return { state: 'wanted' }
  }

/** The post office that answers for what a desk gives to another carrier: its losses and ways back are acted on there. */
const postOfficeFor = (published: Published, orderer: OrganisationCode, day: Day): OrganisationCode => {
  const tree = published.organisations()
  const home = authorityOf(tree, orderer)?.code
  const offices = inForce(tree, day).filter(
    ({ code, function: is }) => is === 'post' && authorityOf(tree, code)?.code === home,
  )
  return offices.find(({ code }) => code === orderer)?.code ?? offices[0]?.code ?? orderer
}

const ordered = 'select carrier, tracking_code as "trackingCode", state from carrier_order where parcel = $1'
const cancelled = `
  update carrier_order set (state, next_ask_at) = ('cancelled', null) where parcel = $1 and state in ('wanted', 'ordered', 'refused')`

/** Takes an order back before the carrier has the parcel. The carrier is asked first: what it does not give up stays its. */
export const makeCancelCarrier =
  (deps: Carrying) =>
  async (caller: Caller, code: string): Promise<{ state: 'cancelled' }> => {
    const { db, contracts } = deps
    const parcel = await permitted(deps, caller, code)
    const [order] = (await db.query<{ carrier: string; trackingCode: string | null; state: string }>(ordered, [parcel]))
      .rows
    if (order === undefined || order.state === 'cancelled') return { state: 'cancelled' }
    const carrier = contracts.get(order.carrier)?.carrier
    const answer =
      order.trackingCode === null || carrier === undefined ? 'cancelled' : await carrier.cancel(order.trackingCode)
    if (answer === 'too-late' || order.state === 'over') throw postalProblem('carrier-has-it', { about: parcel })
    await db.query(cancelled, [parcel])
    return { state: 'cancelled' }
  }

const permitted = async (deps: Carrying, caller: Caller, code: string): Promise<string> => {
  const parcel = await parcelOf(deps.db, code)
  actingFor(deps, caller, 'OrderCarrier', relationsTo(parcel, deps))
  return parcel.code
}
