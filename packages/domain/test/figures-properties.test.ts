import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Figures, figuresBy, figuresOf } from '../src/figures.ts'
import type { Told } from '../src/figures-standing.ts'
import { workUnitsOf } from '../src/figures-work-units.ts'
import type { Period } from '../src/period.ts'
import { live, randomLife } from './random-lives.ts'

vi.setConfig({ testTimeout: 60_000 }) // hundreds of lives, on a machine that may be busy

const instant = (ms: number) => new Date(Math.round(ms)).toISOString()
/** A few lives of every kind, and three moments in order: before, within or after them. */
const office = fc.record({
  lived: fc.array(
    randomLife.map((random) => live(random, () => undefined).record),
    { minLength: 1, maxLength: 4 },
  ),
  parts: fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: -0.1, max: 1.1, noNaN: true }))),
  /** Periods that begin and end with a line of the record: what falls on the border is in one of them. */
  onLines: fc.boolean(),
})
const always = (check: (records: Told[][], first: Period, second: Period) => void) =>
  fc.assert(
    fc.property(office, ({ lived, parts, onLines }) => {
      const moments = lived.flat().map(({ at }) => Date.parse(at))
      if (moments.length === 0) return
      const [least, most] = [Math.min(...moments), Math.max(...moments)]
      const [from = '', middle = '', to = ''] = parts
        .toSorted((a, b) => a - b)
        .map((part) => least + (most - least) * part)
        .map((ms) => instant(onLines ? (moments.toSorted((a, b) => a - b).find((one) => one >= ms) ?? ms) : ms))
      check(lived, { from, to: middle }, { from: middle, to })
    }),
    { numRuns: 100 },
  )

const entering = (figures: Figures) => figures.carried + figures.new.total
const standing = ({ resolved, pending, paused, withdrawn, stopped, notAccepted }: Figures) =>
  resolved.total + pending.total + paused.total + withdrawn + stopped + notAccepted.ofNew
const open = ({ pending, paused }: Figures) => pending.total + paused.total

test('carried and new are resolved, pending, paused, withdrawn or stopped, and nothing else', () => {
  always((records, period) => {
    for (const notAcceptedIsNew of [false, true]) {
      const figures = figuresOf(records, period, { notAcceptedIsNew })
      expect(entering(figures)).toBe(standing(figures))
    }
  })
})

test('resolved is early, on time or late; pending in time or overdue; every total the sum of its parts', () => {
  always((records, period) => {
    const { resolved, pending, paused, new: fresh, returned, apologies } = figuresOf(records, period)
    expect(resolved.total).toBe(resolved.early + resolved.onTime + resolved.late)
    expect(resolved.refused).toBeLessThanOrEqual(resolved.total)
    expect(pending.total).toBe(pending.inTime + pending.overdue)
    expect(paused.total).toBe(paused.supplement + paused.obligation)
    for (const { total, desk, post, online } of [fresh, returned]) expect(total).toBe(desk + post + online)
    expect(apologies.owed).toBeGreaterThanOrEqual(resolved.late + pending.overdue) // or stopped or paused since
    expect(apologies.owed).toBe(apologies.inTime + apologies.late + apologies.none)
  })
})

test('what a period leaves open the next one carries, none lost and none twice', () => {
  always((records, first, second) => {
    expect(figuresOf(records, second).carried).toBe(open(figuresOf(records, first)))
  })
})

test('two periods together bring in and settle what one over both does', () => {
  always((records, first, second) => {
    const [a, b, both] = [first, second, { from: first.from, to: second.to }].map((one) => figuresOf(records, one))
    if (a === undefined || b === undefined || both === undefined) throw new Error('Three periods were counted')
    const flow = (pick: (figures: Figures) => number) => expect(pick(a) + pick(b)).toBe(pick(both))
    flow(({ new: { total } }) => total)
    flow(({ resolved: { total } }) => total)
    flow(({ withdrawn, stopped }) => withdrawn + stopped)
    flow(({ notAccepted: { total } }) => total)
    flow(({ returned: { total } }) => total)
    flow(({ supplementRequests: { asked } }) => asked)
    flow(({ obligations: { paidAmount } }) => paidAmount)
  })
})

test('the desks together give the whole, and each keeps the balance', () => {
  always((records, period) => {
    const whole = figuresOf(records, period)
    const desks = [...figuresBy('desk', records, period).values()]
    expect(desks.reduce((sum, one) => sum + entering(one), 0)).toBe(entering(whole))
    for (const figures of desks) expect(entering(figures)).toBe(standing(figures))
  })
})

test('a work unit that has ended did so after it was received, and belongs to one agency', () => {
  always((records, period) => {
    for (const { agency, received, ended } of records.flatMap((record) => workUnitsOf(record, period))) {
      expect(agency).not.toBe('')
      expect(ended === null || (ended >= received && ended >= period.from && ended < period.to)).toBe(true)
    }
  })
})
