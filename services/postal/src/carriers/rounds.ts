import type { Instant } from '@dossier/contracts/time'
import { isTransient } from '@dossier/platform/transient'
import type { Carrying, Contract } from './deps.ts'
import { addressOf } from './address.ts'
import { reconsider } from './reconsider.ts'
import { takeStatus } from './take-status.ts'

type Due = {
  parcel: string
  carrier: string
  office: string
  state: string
  trackingCode: string | null
  askAt: Instant
}

const due = `
  select parcel, carrier, office, state, tracking_code as "trackingCode", next_ask_at as "askAt" from carrier_order
  where next_ask_at <= $1 order by next_ask_at, parcel limit 100`
// Whoever moves the moment on has the parcel: two processes at once ask once.
const claim = 'update carrier_order set next_ask_at = $3 where parcel = $1 and next_ask_at = $2'
const taken = `
  update carrier_order set (state, tracking_code, next_ask_at) = ('ordered', $2, $3) where parcel = $1 and state = 'wanted'`
const refused = `
  update carrier_order set (state, trouble, next_ask_at) = ('refused', $2, null) where parcel = $1 and state = 'wanted'`
const asked = `
  update carrier_order set (next_ask_at, trouble) = ($2, $3) where parcel = $1 and state = 'ordered' and next_ask_at is not null`
const unproven = `select from carrier_report where parcel = $1 and state = 'waiting' and meaning = 'delivered'`

const hour = 3_600_000
const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()

type Rounding = Carrying & { report: (trouble: unknown) => void; told?: () => void }

/**
 * Hands over what was ordered and asks after what nothing was heard of, as long as a parcel is not over: silence never ends
 * in "unknown". A carrier that does not answer is asked again in an hour and keeps back no other. Gives how many were due.
 */
export const makeRound = (deps: Rounding) => async (): Promise<number> => {
  const { db, clock, contracts, report, told = () => {} } = deps
  const { rows } = await db.query<Due>(due, [clock.now()])
  for (const row of rows) {
    const { rowCount } = await db.query(claim, [row.parcel, row.askAt, later(clock.now(), hour)])
    const contract = contracts.get(row.carrier)
    if (rowCount === 0) continue
    if (contract === undefined) {
      report(new Error(`There is no contract with ${row.carrier}, and it has parcel ${row.parcel}`))
      continue
    }
    await (row.state === 'wanted' ? handOver(deps, contract, row) : ask(deps, contract, row)).catch(
      (cause: unknown) => {
        if (!isTransient(cause)) report(new Error(`Parcel ${row.parcel} with ${row.carrier}`, { cause }))
        else report(cause)
      },
    )
  }
  if (rows.length > 0) told()
  return rows.length
}

const handOver = async (deps: Carrying, { carrier }: Contract, { parcel }: Due): Promise<void> => {
  const { db, clock } = deps
  const order = await addressOf(deps, parcel)
  const answer = order === undefined ? { refused: 'no recipient is known' } : await carrier.order(order)
  if ('refused' in answer) {
    await db.query(refused, [parcel, answer.refused.slice(0, 500)])
    return
  }
  await db.query(taken, [parcel, answer.trackingCode, later(clock.now(), deps.quietMs)])
  await reconsider(deps, parcel)
}

const ask = async (deps: Carrying, { carrier }: Contract, { parcel, trackingCode }: Due): Promise<void> => {
  const { db, clock } = deps
  if (trackingCode === null) throw new Error(`Parcel ${parcel} was ordered without a tracking code`)
  const history = await carrier.history(trackingCode)
  for (const status of history ?? [])
    await takeStatus(deps, {
      carrier: carrier.name,
      source: 'history',
      transaction: null,
      body: JSON.stringify(status),
      status: { ...status, orderCode: parcel },
    })
  if ((await db.query(unproven, [parcel])).rowCount !== 0)
    await reconsider(deps, parcel, (await carrier.proof(trackingCode)) ?? null)
  const trouble = history === undefined ? 'the carrier knows no such parcel' : null
  await db.query(asked, [parcel, later(clock.now(), deps.quietMs), trouble])
}
