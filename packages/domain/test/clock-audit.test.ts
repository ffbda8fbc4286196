import type { CalendarVersion } from '@dossier/contracts/calendar'
import { expect, test } from 'vitest'
import { auditClock, linesOfTheClock, type Numbered, type Statutes } from '../src/clock-audit.ts'
import { nextVersion } from '../src/notice.ts'
import { calendar, centre, commune, organisations } from './fixtures.ts'
import { type Life, life } from './life.ts'
import { swap } from './notices.ts'
import { p2, p4, p5 } from './procedures.ts'

const statutes = (...later: CalendarVersion[]): Statutes => ({
  procedures: new Map([p2, p4, p5].map((one) => [one.id, one])),
  calendars: new Map([calendar, ...later].map((one) => [one.version, one])),
  organisations,
})
const recordOf = ({ record }: Life): Numbered[] => record.map((line, i) => ({ ...line, seq: i + 1 }))
const audit = (record: Numbered[], by = statutes(), today = '2026-11-22') => auditClock(record, by, today)

/** S03: late, apologised in time, a supplement in between, and another limit on the way. */
const late = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:30')
    .does('2021-11-09 10:00', { type: 'Accept' })
    .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
    .does('2021-12-03 14:00', { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'x' })
const paid = () =>
  life({ procedure: p4, desk: centre.desk })
    .opens('2025-12-08 08:30')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
    .does('2025-12-29 10:00', { type: 'RequestObligation', obligation: 'tax', amount: 1, note: 'x' })
    .does('2026-01-07 10:10', { type: 'RecordPayment', obligation: 'tax', proof: 'GW-1' })
    .hands('2026-01-08 08:00', '2026-01-08 09:00', centre.committee)
    .does('2026-01-13 16:00', { type: 'Propose', outcome: 'granted' })
    .does('2026-01-13 16:50', { type: 'Sign', outcome: 'granted', number: 'CS 1' })
const marriage = () =>
  life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })

test('a record whose dates, verdicts and apologies follow from the law has nothing to find', () => {
  for (const told of [late(), paid(), marriage()]) expect(audit(recordOf(told))).toEqual([])
})

test('only the lines of the clock are needed', () => {
  const needed: readonly string[] = linesOfTheClock
  const record = recordOf(paid()).filter(({ event }) => needed.includes(event.type))
  expect(audit(record)).toEqual([])
})

/** The record with one event bent, as a bug or a hand in the database would. */
const bent = (told: Life, type: string, bend: (event: object) => object): Numbered[] =>
  recordOf(told).map((line) =>
    line.event.type === type ? { ...line, event: Object.assign({}, line.event, bend(line.event)) } : line,
  )

test('a due date that does not follow is found, with what follows and the calendar it was counted by', () => {
  const record = bent(paid(), 'ObligationPaid', (event) => ({
    count: { ...Object(event).count, due: { on: '2026-01-14' } },
  }))
  expect(audit(record)).toMatchObject([
    { rules: 'then', what: 'due', says: '2026-01-14', follows: '2026-01-13', why: 'Counted by calendar VN-2026-1.' },
  ])
})

test('a stage, a verdict and an apology that do not follow are found', () => {
  const verdict = bent(paid(), 'ResultSigned', () => ({ timeliness: 'early' }))
  expect(audit(verdict)).toMatchObject([
    { rules: 'then', what: 'verdict', says: 'early', follows: 'on-time' },
    { rules: 'now' },
  ])
  const apology = bent(late(), 'DossierReappointed', () => ({ apology: 'late' }))
  expect(audit(apology)).toMatchObject([{ what: 'apology', says: 'late', follows: 'in-time' }])
  const stages = bent(late(), 'DossierAccepted', (event) => {
    const { count } = Object(event)
    const [first, ...others] = count.stages
    return { count: { ...count, stages: [{ ...first, due: { on: '2021-11-22' } }, ...others] } }
  })
  expect(audit(stages)).toMatchObject([{ what: 'stages', rules: 'then' }])
})

const after = nextVersion(calendar, swap, { version: 'VN-2026-2', publishedOn: '2026-11-19' })

test('a notice that came later makes nothing wrong then, and is told under what is known now', () => {
  expect(audit(recordOf(marriage()), statutes(after), '2026-11-18')).toEqual([])
  expect(audit(recordOf(marriage()), statutes(after))).toMatchObject([
    { rules: 'now', what: 'due', says: '2026-11-23', follows: '2026-11-25' },
  ])
  const recounted = marriage()
  recounted.calendar = after
  recounted.does('2026-11-19 10:00', { type: 'Recount' })
  expect(audit(recordOf(recounted), statutes(after)).map(({ seq, rules }) => [seq, rules])).toEqual([[2, 'now']])
})

test('a count that used a notice before it was announced is an error of then', () => {
  const early = { ...swap, id: 'fx.som', knownSince: '2026-11-18' }
  const calendarThen = nextVersion(calendar, early, { version: 'VN-2026-2', publishedOn: '2026-11-10' })
  const told = life({ procedure: p2, desk: centre.desk, calendar: calendarThen })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })
  expect(audit(recordOf(told), statutes(calendarThen))).toMatchObject([
    { rules: 'then', what: 'due', says: '2026-11-25', follows: '2026-11-23' },
    { what: 'stages' },
  ])
})

test('on the day a notice is published who was accepted before it is no error, whatever was counted after it', () => {
  const told = life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-19 08:20')
    .does('2026-11-19 08:30', { type: 'Accept', variant: 'verification' })
  told.calendar = after
  told.does('2026-11-19 10:00', { type: 'Recount' })
  expect(audit(recordOf(told), statutes(after)).map(({ rules }) => rules)).toEqual(['now'])
})

test('a notice that was known and entered only later made the date wrong then', () => {
  const slow = { ...swap, id: 'fx.cham', knownSince: '2026-11-12' }
  const entered = nextVersion(calendar, slow, { version: 'VN-2026-2', publishedOn: '2026-11-19' })
  expect(audit(recordOf(marriage()), statutes(entered))).toMatchObject([
    {
      rules: 'then',
      what: 'due',
      says: '2026-11-23',
      follows: '2026-11-25',
      why: 'A notice known by then was entered only later.',
    },
  ])
})

test('a verdict that rests on a wrong date is wrong with it, and a promised limit is counted too', () => {
  const told = bent(paid(), 'ObligationPaid', (event) => ({
    count: { ...Object(event).count, committed: { on: '2026-01-09' } },
  }))
  expect(audit(told)).toMatchObject([{ rules: 'then', what: 'committed', says: '2026-01-09', follows: 'none' }])
})

test('a dossier whose procedure version is gone cannot be counted, and that is said', () => {
  const nothing = { ...statutes(), procedures: new Map() }
  expect(audit(recordOf(marriage()), nothing)).toMatchObject([{ what: 'uncountable', rules: 'then' }])
})
