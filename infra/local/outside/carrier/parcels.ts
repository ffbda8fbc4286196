import type { Instant } from '@dossier/contracts/time'
import { mintS10 } from '@dossier/domain/s10'
import * as z from 'zod'
import { type Behaviour, type BehaviourChange, changed, stepsOf, wellBehaved } from './behaviour.ts'

export const Order = z.object({
  parcel: z.string().regex(/^[A-Z]{2}\d{9}[A-Z]{2}$/),
  from: z.string(),
  to: z.object({ name: z.string().min(1), phone: z.string(), address: z.string().min(1) }),
})
export type Order = z.infer<typeof Order>
export type Status = { code: string; at: Instant }
/** A parcel here: whom it is for is known to its label alone. */
export type Parcel = {
  trackingCode: string
  parcel: string
  orderedAt: Instant
  behaviour: Behaviour
  /** What will be, and what has been. */
  ahead: Status[]
  statuses: Status[]
  cancelled: boolean
}

const hour = 3_600_000
const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * hour).toISOString()
const over = ['7', '9', '10']

/** All this carrier carries. It forgets everything when it ends: it stands for somebody else's system, it keeps no record. */
export const openParcels = () => {
  const parcels = new Map<string, Parcel>()
  let behaviour = wellBehaved
  let down = false

  const find = (code: string): Parcel | undefined =>
    parcels.get(code) ?? [...parcels.values()].find(({ parcel }) => parcel === code)

  const plan = (parcel: Parcel) => {
    const { journey, delayHours } = parcel.behaviour
    const done = parcel.statuses.length
    parcel.ahead = stepsOf(journey)
      .slice(done)
      .map(([code, hours]) => ({ code, at: later(parcel.orderedAt, hours + delayHours) }))
  }

  const order = ({ parcel: code }: Order, now: Instant): Parcel => {
    const known = find(code)
    if (known !== undefined) return known
    const trackingCode = mintS10('EX', 47_000_000 + parcels.size)
    const parcel: Parcel = {
      trackingCode,
      parcel: code,
      orderedAt: now,
      behaviour,
      ahead: [],
      statuses: [],
      cancelled: false,
    }
    plan(parcel)
    parcels.set(trackingCode, parcel)
    return parcel
  }

  /** Moves everything along to this moment; gives what became of it, parcel by parcel. */
  const moveTo = (now: Instant): { parcel: Parcel; status: Status }[] =>
    [...parcels.values()].flatMap((parcel) => {
      const due = parcel.ahead.filter(({ at }) => at <= now)
      parcel.ahead = parcel.ahead.slice(due.length)
      parcel.statuses.push(...due)
      return due.map((status) => ({ parcel, status }))
    })

  /** Gives a parcel a status by hand, whatever its journey; what lies ahead of it is forgotten where that ends it. */
  const set = (parcel: Parcel, status: Status): void => {
    parcel.statuses.push(status)
    parcel.statuses.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    if (over.includes(status.code)) parcel.ahead = []
  }

  const cancel = (parcel: Parcel): boolean => {
    if (parcel.statuses.some(({ code }) => !['1', '2'].includes(code))) return false
    parcel.cancelled = true
    parcel.ahead = []
    return true
  }

  const behave = (change: BehaviourChange): boolean => {
    down = change.down ?? down
    if (change.parcel === undefined) {
      behaviour = changed(behaviour, change)
      return true
    }
    const parcel = find(change.parcel)
    if (parcel === undefined) return false
    parcel.behaviour = changed(parcel.behaviour, change)
    plan(parcel)
    return true
  }

  return { order, find, moveTo, set, cancel, behave, isDown: () => down, all: () => [...parcels.values()] }
}
export type Parcels = ReturnType<typeof openParcels>
