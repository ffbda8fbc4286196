import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { lockDossier } from '../dossier-lock.ts'
import { readParcel } from '../parcels/parcel.ts'
import type { CarrierStatus } from './carrier.ts'
import type { Carrying } from './deps.ts'
import { type CarriedParcel, judge, type Judgement, minuteOf } from './judge.ts'
import { reconsider } from './reconsider.ts'
import { factOf, type StatusList } from './status-list.ts'

/** One thing a carrier told: by a call with an id of its own, or when it was asked. `status` undefined: nobody can read it. */
export type Told = {
  carrier: string
  source: StatusList['statuses'][number]['list']
  transaction: string | null
  body: string
  status: CarrierStatus | undefined
}
export type Taken = Judgement['state'] | 'known'

const byCall = 'select digest from carrier_report where carrier = $1 and transaction = $2'
const byCodes = `
  select parcel, carrier, office, tracking_code as "trackingCode" from carrier_order
  where carrier = $1 and (tracking_code = $2 or (tracking_code is null and parcel = $3)) and state <> 'cancelled'`
const before = `
  select from carrier_report
  where parcel = $1 and minute = $2 and meaning = any($3) and state in ('counted', 'nothing', 'waiting', 'for-people', 'settled')`
const keep = `
  insert into carrier_report (id, carrier, source, transaction, digest, body, received_at, tracking_code, code, happened_at,
    parcel, meaning, minute, state, why)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`
// A delivery that waits for its proof is asked about at once, whatever else was told after it.
const heard = `
  update carrier_order o set last_heard_at = $2, next_ask_at = case
    when exists (select from carrier_report r where r.parcel = $1 and r.state = 'waiting' and r.meaning = 'delivered')
    then $2::timestamptz else $2 + $3 * interval '1 ms' end
  from parcel p where o.parcel = $1 and p.code = o.parcel and o.state = 'ordered' and p.closed_at is null`
const over = `
  update carrier_order o set state = 'over', next_ask_at = null
  from parcel p where o.parcel = $1 and p.code = o.parcel and p.closed_at is not null and o.state in ('wanted', 'ordered')`

/**
 * Takes what a carrier told, once, however often it comes and in whatever order: by the call's id, and by what happened in
 * which minute. What is not understood is kept for people; nothing is dropped.
 */
export const takeStatus = async (deps: Carrying, told: Told): Promise<Taken> => {
  const { taken, parcel } = await inTransaction(deps.db, (tx) => takeIn(tx, deps, told))
  if (taken === 'counted' && parcel !== undefined) await reconsider(deps, parcel)
  return taken
}

const takeIn = async (tx: Tx, deps: Carrying, told: Told): Promise<{ taken: Taken; parcel?: string }> => {
  const { carrier, transaction, body, status } = told
  const digest = createHash('sha256').update(body).digest('hex')
  const row = { ...told, digest, now: deps.clock.now() }
  if (transaction !== null) {
    const calls = (await tx.query<{ digest: string }>(byCall, [carrier, transaction])).rows
    if (calls.some((call) => call.digest === digest)) return { taken: 'known' }
    if (calls.length > 0) return forPeople(tx, row, 'transaction-reused')
  }
  if (status === undefined) return forPeople(tx, row, 'unreadable')
  const of = await carriedBy(tx, carrier, status)
  if (of === undefined) return forPeople(tx, row, 'unknown-tracking-code')
  const parcel = await readParcel(tx, of.parcel)
  if (parcel !== undefined) await lockDossier(tx, parcel.dossierId)
  const list = deps.contracts.get(carrier)?.statuses
  const fact = list === undefined ? undefined : factOf(list, told.source, status.code)
  const meanings = [fact?.step ?? `code:${status.code}`]
  if ((await tx.query(before, [of.parcel, minuteOf(status.at), meanings])).rowCount !== 0) {
    // By a call it is noted, so that its id is known; told when asked it says nothing new.
    if (transaction !== null) await insert(tx, row, { state: 'nothing', meaning: `again:${transaction}` }, of)
    return { taken: 'known' }
  }
  const judgement = await judge(tx, of, { fact, status }, deps)
  await insert(tx, row, judgement, of)
  await tx.query(heard, [of.parcel, row.now, deps.quietMs])
  await tx.query(over, [of.parcel])
  return { taken: judgement.state, parcel: of.parcel }
}

type Row = Told & { digest: string; now: string }

const forPeople = async (tx: Tx, row: Row, why: string): Promise<{ taken: Taken }> => {
  await insert(tx, row, { state: 'for-people', why, meaning: 'unknown' }, undefined)
  return { taken: 'for-people' }
}

const insert = async (tx: Tx, row: Row, judgement: Judgement, of: CarriedParcel | undefined): Promise<void> => {
  const { carrier, source, transaction, digest, body, now, status } = row
  const what = [status?.trackingCode ?? null, status?.code ?? null, status?.at ?? null, of?.parcel ?? null]
  const minute = status === undefined ? null : minuteOf(status.at)
  const why = judgement.state === 'for-people' ? judgement.why : null
  await tx.query(keep, [
    uuidv7(),
    carrier,
    source,
    transaction,
    digest,
    body,
    now,
    ...what,
    judgement.meaning,
    minute,
    judgement.state,
    why,
  ])
}

/** The parcel a status is about: by the carrier's code, or by ours where its own is not known here yet. */
const carriedBy = async (
  tx: Tx,
  carrier: string,
  { trackingCode, orderCode }: CarrierStatus,
): Promise<CarriedParcel | undefined> =>
  (await tx.query<CarriedParcel>(byCodes, [carrier, trackingCode, orderCode])).rows[0]
