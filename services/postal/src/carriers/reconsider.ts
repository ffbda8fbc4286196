import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Instant } from '@dossier/contracts/time'
import { lockDossier } from '../dossier-lock.ts'
import { readParcel } from '../parcels/parcel.ts'
import type { DeliveryProof } from './carrier.ts'
import type { Carrying } from './deps.ts'
import { type CarriedParcel, judge, type Judgement, minuteOf, openUnproven } from './judge.ts'
import { factOf } from './status-list.ts'

type Kept = {
  id: string
  source: 'web-hook' | 'history'
  trackingCode: string
  code: string
  at: Instant
  state: string
}

const ordered = `
  select parcel, carrier, office, tracking_code as "trackingCode" from carrier_order where parcel = $1`
const open = `
  select id, source, tracking_code as "trackingCode", code, happened_at as at, state from carrier_report
  where (parcel = $1 and state = 'waiting')
    or (carrier = $2 and tracking_code = $3 and why = 'unknown-tracking-code' and state = 'for-people')
  order by happened_at, id`
const stillOpen = `select from carrier_report where id = $1 and state = $2`
const same = `
  select from carrier_report
  where id <> $1 and parcel = $2 and minute = $3 and meaning = $4 and state in ('counted', 'nothing', 'waiting')`
const decide = `update carrier_report set (parcel, meaning, state, why) = ($2, $3, $4, $5) where id = $1`
const over = `
  update carrier_order o set state = 'over', next_ask_at = null
  from parcel p where o.parcel = $1 and p.code = o.parcel and p.closed_at is not null and o.state = 'ordered'`

/**
 * Judges again what could not be judged when it came: told before the taking over, before our order was answered, or without
 * its proof. `proof` null: the carrier was asked for it and has none.
 */
export const reconsider = async (deps: Carrying, parcel: string, proof?: DeliveryProof | null): Promise<void> => {
  const { db } = deps
  const [of] = (await db.query<CarriedParcel & { trackingCode: string | null }>(ordered, [parcel])).rows
  if (of === undefined) return
  const { rows } = await db.query<Kept>(open, [parcel, of.carrier, of.trackingCode])
  for (const kept of rows) await inTransaction(db, (tx) => again(tx, of, kept, { ...deps, proof }))
}

const again = async (
  tx: Tx,
  of: CarriedParcel,
  kept: Kept,
  deps: Carrying & { proof: DeliveryProof | null | undefined },
): Promise<void> => {
  const parcel = await readParcel(tx, of.parcel)
  if (parcel !== undefined) await lockDossier(tx, parcel.dossierId)
  if ((await tx.query(stillOpen, [kept.id, kept.state])).rowCount === 0) return
  const { source, trackingCode, code, at } = kept
  const list = deps.contracts.get(of.carrier)?.statuses
  const fact = list === undefined ? undefined : factOf(list, source, code)
  const meaning = fact?.step ?? `code:${code}`
  const settle = (judgement: Judgement) =>
    tx.query(decide, [
      kept.id,
      of.parcel,
      judgement.meaning,
      judgement.state,
      judgement.state === 'for-people' ? judgement.why : null,
    ])
  if ((await tx.query(same, [kept.id, of.parcel, minuteOf(at), meaning])).rowCount !== 0) {
    await settle({ state: 'nothing', meaning: `again:${kept.id}` })
    return
  }
  const status = { trackingCode, orderCode: of.parcel, code, at }
  const judgement = await judge(tx, of, { fact, status, proof: deps.proof ?? undefined }, deps)
  const isUnproven = judgement.state === 'waiting' && fact?.step === 'delivered' && deps.proof === null
  if (isUnproven && parcel?.postedAt !== null) {
    await openUnproven(tx, of, deps.clock.now())
    await settle({ state: 'for-people', why: 'delivery-unproven', meaning })
    return
  }
  await settle(judgement)
  await tx.query(over, [of.parcel])
}
