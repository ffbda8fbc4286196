import type { ParcelMessage } from '@dossier/contracts/parcel'
import { PostalService, type PostalReport, type ReportPeriod } from '@dossier/contracts/postal-report'
import type { Day, Instant } from '@dossier/contracts/time'
import { type Carried, type Compensated, type Complained, type Ending, postalRecord } from './postal-record.ts'

/** What was recorded by a moment. */
type Recorded = { lines: readonly ParcelMessage[]; asOf: Instant }
/** One period, from its first day to the first that is not in it. */
export type Period = Pick<PostalReport, 'period' | 'from' | 'to' | 'sendBefore'>

const months = { quarter: 3, 'half-year': 6, year: 12 } as const

/**
 * The period of this kind a day lies in, and before which day its report is sent: the 10th of the month after it, for the half
 * year 10/7, for the year 10/1 (TT 17/2017 art. 13).
 */
export const periodOf = (period: ReportPeriod, day: Day): Period => {
  const length = months[period]
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length
  const firstOf = (month: number): Day => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  const to = firstOf(first + length)
  return { period, from: firstOf(first), to, sendBefore: `${to.slice(0, 8)}10` }
}

/**
 * The report of a period, recounted from the record (TT 17/2017 art. 13): by the days on which things happened, not those on
 * which they were recorded. Where a line does not say what was bought, it is the service of its purpose, for 0.
 */
export const postalReport = ({ lines, asOf }: Recorded, period: Period): PostalReport => {
  const { parcels, complaints, compensations } = postalRecord(lines)
  const within = (day: Day) => period.from <= day && day < period.to
  const carried = [...parcels].filter(
    ([, { postedOn, ended }]) => postedOn < period.to && (ended === null || ended.on >= period.from),
  )
  const posted = carried.filter(([, { postedOn }]) => within(postedOn))
  const ended = carried.filter(([, one]) => one.ended !== null && within(one.ended.on)).map(([, one]) => one)
  const endedBy = (how: Ending['how']) => ended.filter((one) => one.ended?.how === how)
  const sold = posted.map(([, one]) => one)
  const safe = carried.length - endedBy('lost').length - endedBy('damaged').length
  return {
    ...period,
    asOf,
    served: [...new Set(posted.flatMap(([, { ends }]) => ends))].toSorted(),
    services: PostalService.options.map((service) => ({ service, ...soldOf(service, sold) })),
    parcels: {
      carriedOver: carried.length - posted.length,
      posted: posted.length,
      delivered: endedBy('delivered').length,
      returned: endedBy('returned').length,
      lost: endedBy('lost').length,
      damaged: endedBy('damaged').length,
      underWay: carried.length - ended.length,
    },
    onTime: share(endedBy('delivered'), ({ ended: end, promisedOn }) => end !== null && end.on <= promisedOn),
    complaints: complaintsIn(period, [...complaints.values()]),
    compensation: compensationIn(within, [...compensations.values()]),
    safety: { numerator: safe, denominator: carried.length },
  }
}

const soldOf = (service: PostalService, sold: readonly Pick<Carried, 'postage' | 'service'>[]) => {
  const bought = sold.filter((slip) => slip.service === service)
  return { volume: bought.length, revenue: sum(bought.map(({ postage }) => postage)) }
}

const complaintsIn = ({ from, to }: Period, all: readonly Complained[]): PostalReport['complaints'] => {
  const here = all.filter(({ receivedOn, answered }) => receivedOn < to && (answered === null || answered.on >= from))
  const received = here.filter(({ receivedOn }) => receivedOn >= from).length
  const answers = here.flatMap(({ answered }) => (answered !== null && answered.on < to ? [answered] : []))
  return {
    carriedOver: here.length - received,
    received,
    answered: answers.length,
    upheld: answers.filter(({ upheld }) => upheld).length,
    open: here.length - answers.length,
    inTime: share(answers, ({ inTime }) => inTime),
  }
}

const compensationIn = (within: (day: Day) => boolean, all: readonly Compensated[]): PostalReport['compensation'] => {
  const decided = all.filter(({ decidedOn, amount }) => within(decidedOn) && amount > 0)
  const paid = all.flatMap(({ payments }) => payments).filter(({ on }) => within(on))
  return {
    cases: decided.length,
    value: sum(decided.map(({ amount }) => amount)),
    paid: sum(paid.map(({ amount }) => amount)),
  }
}

const share = <T>(all: readonly T[], counts: (one: T) => boolean) => ({
  numerator: all.filter((one) => counts(one)).length,
  denominator: all.length,
})

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
