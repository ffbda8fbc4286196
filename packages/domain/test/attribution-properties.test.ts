import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Attribution, attributionOf } from '../src/attribution.ts'
import { dayOf, numberOf, shift, whyOff } from '../src/calendar.ts'
import { indicator766Of } from '../src/indicator.ts'
import { calendar, wall } from './fixtures.ts'
import type { Life } from './life.ts'
import { live, randomLife } from './random-lives.ts'

vi.setConfig({ testTimeout: 60_000 }) // hundreds of lives each, on a machine that may be busy

/** Lives of every kind, each looked at as its record ends and at a moment in the middle. */
const always = (check: (time: Attribution, told: Life, now: string) => void, numRuns = 200) =>
  fc.assert(
    fc.property(randomLife, fc.double({ min: 0, max: 1, noNaN: true }), (random, part) => {
      const told = live(random, () => undefined)
      const first = Date.parse(told.record[0]?.at ?? '')
      const last = Date.parse(told.record.at(-1)?.at ?? '')
      if (told.record.length === 0) return
      for (const ms of [last + 86_400_000 * 3, first + (last - first) * part]) {
        const now = new Date(Math.round(ms)).toISOString()
        const time = attributionOf(told.record, told.law(wall(now)), now)
        if (time !== undefined && !('missingYear' in time)) check(time, told, now)
      }
    }),
    { numRuns },
  )

const sum = (all: readonly { days: number; workingDays: number }[]) => ({
  days: all.reduce((total, one) => total + one.days, 0),
  workingDays: all.reduce((total, one) => total + one.workingDays, 0),
})

test('the days of all parties add up to the whole, in days and in working days', () => {
  always(({ whole: { days, workingDays }, spans, shares }) => {
    expect(sum(spans)).toEqual({ days, workingDays })
    expect(sum(shares)).toEqual({ days, workingDays })
    expect(days).toBe(spans.reduce((total, { from, to }) => total + numberOf(to.on) - numberOf(from.on), 0))
  })
})

test('stretches follow each other without gap or overlap, from the beginning of the whole to its end', () => {
  always(({ whole, spans }) => {
    let edge = whole.from
    for (const { from, to } of spans) {
      expect(from).toEqual(edge)
      expect(to.at >= from.at && to.on >= from.on).toBe(true)
      edge = to
    }
    expect(edge).toEqual(whole.to)
  })
})

test('nobody owns time before acceptance, after the end, or that has not come yet', () => {
  always(({ whole, stages }, { record }, now) => {
    const accepted = record.find(({ event }) => event.type === 'DossierAccepted')
    const ended = record.find(({ event }) => event.type === 'ResultSigned' || event.type === 'DossierStopped')
    const end = ended !== undefined && ended.at <= now ? ended.at : now
    expect(whole.from.at >= (accepted?.at ?? '9999') || whole.from.at === end).toBe(true)
    expect(whole.to).toEqual({ at: end, on: dayOf(end) })
    expect(stages.filter(({ received, ended: left }) => received > end || (left?.at ?? '') > end)).toEqual([])
  })
})

test('the legal verdict and each stage’s are those the record was given at the time', () => {
  always(({ legal, stages, whole }, { record }, now) => {
    const known = record.filter(({ at }) => at <= now).map(({ event }) => event)
    const signed = known.find((event) => event.type === 'ResultSigned')
    expect(whole.ended === 'result').toBe(signed !== undefined)
    expect(signed === undefined ? undefined : legal.timeliness).toBe(signed?.timeliness)
    const left = known.flatMap((event) =>
      event.type === 'HandoverAccepted' && event.left !== undefined ? [event.left] : [],
    )
    const done = stages.filter(({ ended }) => ended?.by === 'handover')
    expect(done.map(({ stage, ended, timeliness }) => [stage, ended?.at, timeliness])).toEqual(
      left.map(({ stage, endedAt, timeliness }) => [stage, endedAt, timeliness]),
    )
  })
})

/** Days spent waiting for the citizen as the record says it: from each notice that stops the clock to what lets it go on. */
const waitingDays = ({ record }: Life, { whole }: Attribution): number => {
  let total = 0
  let since: string | undefined
  for (const { event, at } of record) {
    if (at > whole.to.at) break
    const stops = event.type === 'SupplementRequested' || (event.type === 'ObligationRequested' && event.pauses)
    if (stops) since ??= [dayOf(at), whole.from.on].toSorted()[1]
    const restarts = event.type === 'SupplementReceived' && event.policy === 'restart'
    const goesOn = event.type === 'SupplementReceived' || (event.type === 'ObligationPaid' && event.count !== undefined)
    if (!goesOn || since === undefined) continue
    const until = restarts && event.dayZero < whole.to.on ? event.dayZero : dayOf(at)
    total += Math.max(0, numberOf(restarts && event.dayZero > whole.to.on ? whole.to.on : until) - numberOf(since))
    since = undefined
  }
  return since === undefined ? total : total + Math.max(0, numberOf(whole.to.on) - numberOf(since))
}

test('waiting for the citizen is the citizen’s, every day of it and no other', () => {
  always((time, told) => {
    const theirs = sum(time.shares.filter(({ party }) => party.kind === 'citizen')).days
    expect(theirs).toBe(waitingDays(told, time))
  })
})

test('a stage is late by the days after its own due date that were not the citizen’s, each counted for one unit', () => {
  always(({ whole, spans, stages }, told, now) => {
    const { calendar: days } = told.law(wall(now))
    const ofCitizen = (day: string) =>
      spans.some(({ party, from, to }) => party.kind === 'citizen' && from.on < day && day <= to.on)
    for (const { due, late, ended } of stages) {
      if (late === null || !['day', 'working-day'].includes(late.unit)) continue
      const end = ended === null ? whole.to.on : dayOf(ended.at)
      let owned = 0
      for (let day = shift(due.on, 1); day <= end; day = shift(day, 1))
        if (!ofCitizen(day) && (late.unit === 'day' || whyOff(numberOf(day), days) === undefined)) owned += 1
      expect(late.amount).toBe(owned)
    }
  })
})

test('a dossier with a supplement that is on time blames no agency for anything', () => {
  always(({ legal, shares }) => {
    if (legal.timeliness === 'late' || !shares.some(({ party }) => party.kind === 'citizen')) return
    expect([legal.late, legal.lateBy]).toEqual([null, []])
  })
})

test('where no clock began again from zero, the law and the indicator of QĐ 766 compare with the same date', () => {
  let compared = 0
  always(({ legal }, told, now) => {
    const law = told.law(wall(now))
    const restarted = told.record.some(({ event }) => event.type === 'SupplementReceived' && event.policy === 'restart')
    const indicator = indicator766Of(told.record, law, now)
    if (restarted || indicator === undefined || 'missingYear' in indicator || indicator.judged.as !== 'result') return
    if (law.calendar !== calendar) return // one was published since
    compared += 1
    expect(indicator.comparedWith).toEqual(legal.due)
    expect(indicator.because.includes('date-passed')).toBe(legal.timeliness === 'late')
  }, 400)
  expect(compared).toBeGreaterThan(0)
})

test('more than one supplement request is late by the indicator, whatever the law says', () => {
  always((_time, told, now) => {
    const indicator = indicator766Of(told.record, told.law(wall(now)), now)
    if (indicator === undefined || 'missingYear' in indicator) return
    const requests = told.record.filter(({ event, at }) => event.type === 'SupplementRequested' && at <= now).length
    expect(indicator.supplementRequests).toBe(requests)
    expect(indicator.because.includes('second-supplement')).toBe(requests > 1)
    expect(indicator.verdict === 'late').toBe(indicator.because.length > 0)
  })
})
