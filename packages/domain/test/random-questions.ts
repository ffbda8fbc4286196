import fc from 'fast-check'
import type { SlowQuestion } from './slow-clock.ts'

const two = (n: number) => String(n).padStart(2, '0')
const day0 = Date.UTC(2018, 0, 1) / 86_400_000
const days = Date.UTC(2027, 0, 5) / 86_400_000 - day0
const text = (day: number, minute: number) =>
  `${new Date((day0 + day) * 86_400_000).toISOString().slice(0, 10)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** Any minute, and more often those at which something begins or ends. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(0, 449, 450, 451, 689, 690, 691, 779, 780, 781, 899, 900, 901, 1019, 1020, 1021, 1439),
)
/** Any day, and more often those about Tết, the end of April, September and the new year. */
const day = fc.oneof(
  fc.integer({ min: 0, max: days }),
  fc
    .record({
      year: fc.integer({ min: 2018, max: 2026 }),
      month: fc.constantFrom(0, 1, 3, 4, 7, 8, 11),
      date: fc.integer({ min: 1, max: 31 }),
    })
    .map(({ year, month, date }) => Date.UTC(year, month, date) / 86_400_000 - day0),
)

const most: Record<string, number> = { 'working-day': 60, day: 90, month: 14, 'working-hour': 60, hour: 100 }
const limit = fc.constantFrom(...Object.keys(most), 'same-day').chain((unit) =>
  fc.record({
    amount: unit === 'same-day' ? fc.constant(0) : fc.integer({ min: 1, max: most[unit] ?? 1 }),
    unit: fc.constant(unit),
  }),
)
const named = fc
  .array(limit, { minLength: 1, maxLength: 4 })
  .map((limits) => limits.map((one, i) => ({ name: 'ABCD'.charAt(i), ...one })))

const sessions = fc
  .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b).map((quarter) => text(0, quarter * 15).slice(11)))
  .map((times) =>
    times.flatMap((open, i): [string, string][] => (i % 2 === 0 && times[i + 1] ? [[open, times[i + 1] ?? '']] : [])),
  )
const office = fc.option(sessions, { nil: undefined, freq: 2 })
const cutOff = fc.option(
  minute.map((at) => ({ at: text(0, at).slice(11), effect: 'next-working-day' })),
  { nil: undefined, freq: 2 },
)

/** Stretches after the beginning, one after the other, some of them touching; by the minute where hours are counted. */
const stretches = (from: number, at: number, isInHours: boolean) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), minute, minute), { maxLength: 3 })
    .map((gaps) => {
      let [last, lastMinute] = [from, at]
      return gaps.map(([wait, length, a, b]) => {
        const begins = last + wait
        const beginMinute = isInHours && wait === 0 ? Math.max(a, lastMinute) : a
        last = begins + length
        lastMinute = isInHours && length === 0 ? Math.max(b, beginMinute) : b
        return { from: text(begins, beginMinute), to: text(last, lastMinute) }
      })
    })

/** A question may be content with a provisional date; the desk may open on Saturday, which makes no working day. */
const calendar = fc.option(fc.constant('provisional'), { nil: undefined, freq: 2 })
const intakeSaturday = fc.option(fc.constantFrom(['07:30', '11:30'], ['08:00', '17:00']), { nil: undefined, freq: 2 })

const clock = fc.tuple(day, minute, limit).chain(([on, at, one]) =>
  fc.record({
    ask: fc.constant('clock'),
    from: fc.constant(text(on, at)),
    limit: fc.constant(one),
    sessions: office,
    policy: fc.constantFrom('restart', 'pause'),
    interruptions: stretches(on, at, one.unit.endsWith('hour')),
    requestDayCounts: fc.option(fc.boolean(), { nil: undefined }),
    calendar,
  }),
)
const from = fc.tuple(day, minute).map(([on, at]) => text(on, at))
const ask = <T extends string>(name: T) => fc.constant(name)

/** Well-formed questions of every kind, from 2018 into the years that are not announced. */
export const question: fc.Arbitrary<SlowQuestion> = fc
  .oneof(
    fc.record({ ask: ask('due'), from, limit, cutOff, intakeSaturday, sessions: office, calendar }),
    fc.record({ ask: ask('apology-by'), from, limit, sessions: office, calendar }),
    clock,
    fc.record({ ask: ask('route'), from, stages: named, sessions: office, calendar }),
    // oxlint-disable-next-line unicorn/no-thenable -- the questions call the lead's limit so
    fc.record({ ask: ask('parallel'), from, branches: named, then: limit, sessions: office, calendar }),
  )
  .map((one) => JSON.parse(JSON.stringify(one)))
