import { DossierId } from '@dossier/contracts/dossier-id'
import { type ParcelEvent, ParcelMessage } from '@dossier/contracts/parcel'
import { PostalReport } from '@dossier/contracts/postal-report'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodOf, postalReport } from '../src/postal-report.ts'
import { mintS10 } from '../src/s10.ts'
import { commune, district, local } from './fixtures.ts'

const dossier = DossierId.parse('0178c919-9400-7875-af0d-62bea2c220ed')
const told = (lines: [at: string, ParcelEvent][]): ParcelMessage[] =>
  lines.map(([at, event], i) =>
    ParcelMessage.parse({ dossierId: dossier, seq: i + 1, at: local(at), happenedAt: local(at), event }),
  )
const posted = (parcel: string, on: string, promised = on): ParcelEvent => ({
  postage: 26_000,
  service: 'receive',
  type: 'ParcelPosted',
  parcel,
  purpose: 'result',
  slip: `G-${parcel}`,
  from: district.desk,
  to: null,
  postedOn: on,
  promised: { on: promised },
  papers: [],
})
const delivered = (parcel: string): ParcelEvent => ({
  type: 'ParcelDelivered',
  parcel,
  purpose: 'result',
  to: 'applicant',
  papers: [],
})
const [r1, r2, g1] = [mintS10('RA', 1), mintS10('RA', 2), mintS10('RA', 3)]

/** S08 whole: R1 lost and found, R2 delivered, and an application by post beside them. */
const story: [string, ParcelEvent][] = [
  ['2021-03-17 16:00', posted(r1, '2021-03-17', '2021-03-18')],
  [
    '2021-03-19 00:00',
    { type: 'ParcelOverdue', parcel: r1, purpose: 'result', promised: { on: '2021-03-18' }, cause: 'unknown' },
  ],
  [
    '2021-03-22 09:00',
    { type: 'ParcelLost', parcel: r1, purpose: 'result', what: 'lost', fault: 'operator', papers: [] },
  ],
  ['2021-03-22 10:00', { type: 'CompensationDecided', parcel: r1, amount: 104_000, payBy: '2021-04-22' }],
  ['2021-03-24 09:00', { type: 'ComplaintReceived', complaint: 'KN-1', parcel: r1, answerBy: { on: '2021-03-31' } }],
  ['2021-03-25 16:00', posted(r2, '2021-03-25', '2021-03-26')],
  ['2021-03-26 10:00', delivered(r2)],
  [
    '2021-03-30 15:00',
    {
      type: 'ApplicationCollected',
      parcel: g1,
      slip: 'G3',
      procedure: 'P6',
      office: commune.committee,
      desk: commune.desk,
      postedOn: '2021-03-30',
      promised: { on: '2021-03-31' },
      postage: 30_000,
      service: 'both',
    },
  ],
  [
    '2021-04-01 09:00',
    { type: 'HandoverRecordSigned', parcel: g1, record: 'BB-1', desk: commune.desk, complete: true },
  ],
  ['2021-04-01 10:00', { type: 'ComplaintAnswered', complaint: 'KN-1', parcel: r1, upheld: true, inTime: false }],
  ['2021-04-02 09:00', { type: 'ParcelFound', parcel: r1 }],
  ['2021-04-05 09:00', { type: 'CompensationPaid', parcel: r1, amount: 104_000, inTime: true }],
]
const asOf = local('2021-07-05 08:00')
const reported = (day: string, lines = told(story)) =>
  PostalReport.parse(postalReport({ lines, asOf }, periodOf('quarter', day)))

test('S08: the first quarter of 2021 has lost 1, compensation 1 of 104.000 đ, safety (n - 1)/n', () => {
  expect(reported('2021-03-31')).toEqual({
    period: 'quarter',
    from: '2021-01-01',
    to: '2021-04-01',
    sendBefore: '2021-04-10',
    asOf,
    served: [commune.committee, commune.desk, district.desk],
    services: [
      { service: 'send', volume: 0, revenue: 0 },
      { service: 'receive', volume: 2, revenue: 52_000 },
      { service: 'both', volume: 1, revenue: 30_000 },
      { service: 'papers', volume: 0, revenue: 0 },
    ],
    parcels: { carriedOver: 0, posted: 3, delivered: 1, returned: 0, lost: 1, damaged: 0, underWay: 1 },
    onTime: { numerator: 1, denominator: 1 },
    complaints: {
      carriedOver: 0,
      received: 1,
      answered: 0,
      upheld: 0,
      open: 1,
      inTime: { numerator: 0, denominator: 0 },
    },
    compensation: { cases: 1, value: 104_000, paid: 0 },
    safety: { numerator: 2, denominator: 3 },
  })
})

test('S08: the second quarter carries over what was under way, and counts no loss again', () => {
  const { parcels, onTime, complaints, compensation, safety } = reported('2021-04-01')
  expect({ parcels, onTime, complaints, compensation, safety }).toEqual({
    parcels: { carriedOver: 1, posted: 0, delivered: 1, returned: 0, lost: 0, damaged: 0, underWay: 0 },
    onTime: { numerator: 0, denominator: 1 }, // promised for 31/3
    complaints: {
      carriedOver: 1,
      received: 0,
      answered: 1,
      upheld: 1,
      open: 0,
      inTime: { numerator: 0, denominator: 1 },
    },
    compensation: { cases: 0, value: 0, paid: 104_000 },
    safety: { numerator: 1, denominator: 1 },
  })
})

test.each([
  ['quarter', '2021-12-31', '2021-10-01', '2022-01-01', '2022-01-10'],
  ['quarter', '2021-04-01', '2021-04-01', '2021-07-01', '2021-07-10'],
  ['half-year', '2021-06-30', '2021-01-01', '2021-07-01', '2021-07-10'],
  ['half-year', '2021-07-01', '2021-07-01', '2022-01-01', '2022-01-10'],
  ['year', '2024-02-29', '2024-01-01', '2025-01-01', '2025-01-10'],
] as const)('the %s of %s is from %s to %s and sent before %s', (period, day, from, to, sendBefore) => {
  expect(periodOf(period, day)).toEqual({ period, from, to, sendBefore })
})

test('a promise that a calendar moved is the promise that counts', () => {
  const moved: ParcelEvent = {
    type: 'PostalLimitMoved',
    limit: 'promise',
    parcel: r1,
    was: { on: '2026-11-23' },
    now: { on: '2026-11-25' },
    calendars: ['VN-2026-1', 'VN-2026-2'],
  }
  const lines: [string, ParcelEvent][] = [
    ['2026-11-18 16:00', posted(r1, '2026-11-18', '2026-11-23')],
    ['2026-11-19 10:00', moved],
    ['2026-11-25 16:00', delivered(r1)],
  ]
  expect(reported('2026-11-25', told(lines)).onTime).toEqual({ numerator: 1, denominator: 1 })
})

test('told twice and shuffled the record counts the same', () => {
  const lines = told(story)
  fc.assert(
    fc.property(fc.shuffledSubarray([...lines, ...lines], { minLength: 24 }), (shuffled) => {
      expect(reported('2021-03-31', shuffled)).toEqual(reported('2021-03-31'))
    }),
  )
})

const endings: ((parcel: string) => ParcelEvent)[] = [
  delivered,
  (parcel) => ({ type: 'ParcelReturned', parcel, purpose: 'result', to: district.desk, attempts: 2, papers: [] }),
  (parcel) => ({ type: 'ParcelLost', parcel, purpose: 'result', what: 'lost', fault: 'operator', papers: [] }),
  (parcel) => ({ type: 'ParcelLost', parcel, purpose: 'result', what: 'damaged', fault: 'operator', papers: [] }),
]
const dayOf = (number: number) => new Date(Date.UTC(2021, 0, 1 + number)).toISOString().slice(0, 10)

test('whatever happens, each quarter adds up, and what one leaves under way the next carries over', () => {
  const parcel = fc.record({ day: fc.nat(360), takes: fc.nat(200), ends: fc.option(fc.nat(3)) })
  fc.assert(
    fc.property(fc.array(parcel, { maxLength: 40 }), (parcels) => {
      const lines = parcels.flatMap(({ day, takes, ends }, i): [string, ParcelEvent][] => {
        const code = mintS10('RB', i)
        const ending = ends === null ? undefined : endings[ends]
        const end: [string, ParcelEvent][] = ending ? [[`${dayOf(day + takes)} 10:00`, ending(code)]] : []
        return [[`${dayOf(day)} 09:00`, posted(code, dayOf(day))], ...end]
      })
      const quarters = ['2021-01-01', '2021-04-01', '2021-07-01', '2021-10-01'].map((day) => reported(day, told(lines)))
      let before = 0
      for (const { parcels: p, safety } of quarters) {
        expect(p.carriedOver).toBe(before)
        expect(p.carriedOver + p.posted).toBe(p.delivered + p.returned + p.lost + p.damaged + p.underWay)
        expect(safety).toEqual({
          numerator: safety.denominator - p.lost - p.damaged,
          denominator: p.carriedOver + p.posted,
        })
        before = p.underWay
      }
      expect(quarters.reduce((all, { parcels: { posted: n } }) => all + n, 0)).toBe(parcels.length)
    }),
  )
})
