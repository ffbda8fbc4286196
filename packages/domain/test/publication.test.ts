import { CalendarVersion } from '@dossier/contracts/calendar'
import { Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Limit, LimitUnit } from '@dossier/contracts/time'
import { expect, test } from 'vitest'
import { makeTree } from '../src/organisations.ts'
import { refusePublication } from '../src/publication.ts'

const row = (code: string, name: string, level: string, parent: string | null, validTo: string | null = null) =>
  Organisation.parse({
    code,
    name: code,
    level,
    function: name,
    parent,
    validFrom: '2000-01-01',
    validTo,
    sessions: [['07:30', '17:00']],
    confidence: 'fx',
  })
const end = '2025-06-30'
const rows = [
  row('H21', 'peoples-committee', 'province', null),
  row('H21.52', 'labour', 'province', 'H21'),
  row('H21.08', 'peoples-committee', 'district', 'H21', end),
  row('H21.08.54', 'labour', 'district', 'H21.08', end),
  row('H21.08.05', 'peoples-committee', 'commune', 'H21.08', end),
  row('H21.08.05.01', 'desk', 'commune', 'H21.08.05', end),
  row('H21.08.05.04', 'culture', 'commune', 'H21.08.05', end),
]
// Tết 2024 and the swap of that spring: the days on which mixed units part company.
const off = ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14', '2024-04-29', '2024-04-30']
const calendar = CalendarVersion.parse({
  version: 'VN-2024-1',
  publishedOn: '2023-12-01',
  cause: 'test',
  years: [
    {
      year: 2024,
      confidence: 'fx',
      worked: [{ day: '2024-05-04', name: 'Làm bù', notice: 'n' }],
      off: off.map((day) => ({ day, why: 'holiday', name: 'Nghỉ', notice: 'n' })),
    },
  ],
})

const limit = (amount: number, unit: LimitUnit): Limit => ({ amount, unit })
const stage = (id: string, level: string, name: string, statutory: Limit, more = {}) => ({
  id,
  name: id,
  level,
  function: name,
  role: 'case-officer',
  statutory,
  ...more,
})
const route = (commune: Limit, district: Limit, province: Limit) => [
  stage('commune', 'commune', 'culture', commune),
  stage('district', 'district', 'labour', district),
  stage('province', 'province', 'labour', province, { signs: true }),
]
const three = route(limit(5, 'working-day'), limit(7, 'working-day'), limit(8, 'working-day'))
const fee = { id: 'fee', name: 'Lệ phí', channels: ['desk'], from: '2020-01-01', to: null, amount: 1, due: 'return' }

const version = (change: object = {}) =>
  ProcedureVersion.parse({
    id: '1.000001@2024-01-01',
    code: '1.000001',
    name: 'Thủ tục',
    field: { code: 'f', name: 'F' },
    decision: { number: '1', confidence: 'fx' },
    legalBasis: ['law'],
    confidence: 'fx',
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
    receivedAt: ['commune'],
    subject: ['citizen'],
    channels: ['desk'],
    online: { legacyLevel: 2, scope: 'information' },
    steps: ['s'],
    ways: ['w'],
    sets: 1,
    limit: { statutory: limit(20, 'working-day') },
    route: three,
    fees: [],
    components: [{ id: '01', name: 'Tờ khai', required: true, originals: 1, certifiedCopies: 0, copies: 0 }],
    form: { schema: {}, ui: {} },
    result: { name: 'Quyết định', originals: 1 },
    ...change,
  })
const refused = (change: object, others: ProcedureVersion[] = [], organisations = rows) =>
  refusePublication(version(change), { calendar, others, organisations: makeTree(organisations) })
const codes = (change: object, others?: ProcedureVersion[]) => refused(change, others).map(({ code }) => code)

test('nothing stands against a version whose stages sum up to its limit', () => {
  expect(refused({})).toEqual([])
})

test('stages that exceed the published limit are named with their sum (scenario S07)', () => {
  const [problem, ...rest] = refused({ limit: { statutory: limit(19, 'working-day') } })
  expect(rest).toEqual([])
  expect(problem).toMatchObject({ code: 'stages-exceed-limit', pointer: '/limit/statutory' })
  expect(problem?.vi).toContain(
    '"commune" 5 ngày làm việc + "district" 7 ngày làm việc + "province" 8 ngày làm việc = 20',
  )
  expect(problem?.en).toContain('= 20, published 19 working days')
})

test('of parallel branches the longest counts, before the lead’s own limit', () => {
  const police = { name: 'Công an', level: 'district', function: 'labour' }
  const branch = (id: string, amount: number) => ({ ...police, id, statutory: limit(amount, 'working-day') })
  const branches = [branch('a', 2), branch('b', 4)]
  const parallel = [stage('lead', 'commune', 'culture', limit(1, 'working-day'), { signs: true, branches })]
  expect(codes({ route: parallel, limit: { statutory: limit(5, 'working-day') } })).toEqual([])
  expect(codes({ route: parallel, limit: { statutory: limit(4, 'working-day') } })).toEqual(['stages-exceed-limit'])
})

test('mixed units are walked, not added: 24 days do not hold 5 and 7 working days and 12 days', () => {
  const mixed = route(limit(5, 'working-day'), limit(7, 'working-day'), limit(12, 'day'))
  const [problem] = refused({ route: mixed, limit: { statutory: limit(24, 'day') } })
  expect(problem?.code).toBe('stages-exceed-limit')
  expect(problem?.en).toMatch(/accepted on 2024-01-01 they end on 2024-01-29, the published limit on 2024-01-25/)
  expect(codes({ route: mixed, limit: { statutory: limit(60, 'day') } })).toEqual([])
  expect(codes({ route: mixed, limit: { statutory: 'sum-of-stages' } })).toEqual([])
})

test('the walk sees Tết: 32 days are enough on an ordinary day and not before the holidays', () => {
  const mixed = route(limit(5, 'working-day'), limit(7, 'working-day'), limit(12, 'day'))
  const [problem] = refused({ route: mixed, limit: { statutory: limit(32, 'day') } })
  expect(problem?.en).toMatch(/accepted on 2024-01-\d\d/)
  const calm = { ...calendar, years: calendar.years.map((year) => ({ ...year, off: [], worked: [] })) }
  const context = { calendar: calm, others: [], organisations: makeTree(rows) }
  expect(refusePublication(version({ route: mixed, limit: { statutory: limit(32, 'day') } }), context)).toEqual([])
})

test('what is promised must fit the promise', () => {
  const promised = three.map((one) => ({ ...one, committed: limit(4, 'working-day') }))
  const statutory = limit(20, 'working-day')
  expect(codes({ route: promised, limit: { statutory, committed: limit(12, 'working-day') } })).toEqual([])
  expect(codes({ route: promised, limit: { statutory, committed: limit(11, 'working-day') } })).toEqual([
    'promised-stages-exceed-limit',
  ])
})

test('deemed consent needs the law that says so', () => {
  const asked = { id: 'fire', name: 'Hỏi', level: 'district', function: 'labour', limit: limit(12, 'day') }
  const [problem] = refused({ consultations: [{ ...asked, silence: 'deemed-consent' }] })
  expect(problem).toMatchObject({
    code: 'deemed-consent-without-legal-basis',
    pointer: '/consultations/0/legalBasis',
  })
  expect(codes({ consultations: [{ ...asked, silence: 'deemed-consent', legalBasis: 'law' }] })).toEqual([])
  expect(codes({ consultations: [{ ...asked, silence: 'none' }] })).toEqual([])
})

test('two versions of one code are never in force on one day', () => {
  const other = (validFrom: string, validTo: string | null) =>
    version({ id: `1.000001@${validFrom}`, validFrom, validTo })
  expect(codes({}, [other('2023-01-01', '2024-01-01')])).toEqual(['version-overlaps'])
  expect(codes({}, [other('2024-12-31', null)])).toEqual(['version-overlaps'])
  expect(codes({}, [other('2023-01-01', '2023-12-31'), other('2025-01-01', null)])).toEqual([])
})

test('a version that lasts until further notice gives way to its successor', () => {
  const open = version({ id: '1.000001@2023-01-01', validFrom: '2023-01-01', validTo: null })
  expect(codes({}, [open])).toEqual([])
})

test('a version does not end before it begins', () => {
  expect(codes({ validTo: '2023-12-31' })).toEqual(['valid-to-before-valid-from'])
})

test('some stage signs', () => {
  expect(codes({ route: three.map((one) => ({ ...one, signs: false })) })).toEqual(['no-signing-stage'])
})

test('no stage hands over to the unit that already holds the dossier', () => {
  const again = [stage('first', 'commune', 'culture', limit(1, 'working-day')), ...three]
  const [problem] = refused({ route: again, limit: { statutory: limit(21, 'working-day') } })
  expect(problem).toMatchObject({ code: 'unit-repeated', pointer: '/route/1' })
})

test('every desk that receives it finds every unit of the route', () => {
  const without = rows.filter(({ code }) => code !== 'H21.08.54')
  const [problem] = refused({}, [], without)
  expect(problem).toMatchObject({ code: 'unit-missing', pointer: '/route/1' })
  expect(problem?.en).toContain('district/labour for H21.08.05.01')
})

test('a route through the district may not outlive it', () => {
  const now = [
    row('H21.91', 'peoples-committee', 'commune', 'H21'),
    row('H21.91.01', 'desk', 'commune', 'H21.91'),
    row('H21.91.04', 'culture', 'commune', 'H21.91'),
  ].map((one) => ({ ...one, validFrom: '2025-07-01' }))
  const [problem, ...rest] = refused({ validTo: null }, [], [...rows, ...now])
  expect(rest).toEqual([])
  expect(problem).toMatchObject({ code: 'unit-missing', pointer: '/route/1' })
  expect(problem?.en).toContain('On 2025-07-01')
  expect(refused({ validTo: end }, [], [...rows, ...now])).toEqual([])
})

test('an agency the officer names is no unit of the route', () => {
  const asked = { name: 'Hỏi', level: 'district', function: 'police', limit: limit(3, 'day'), silence: 'none' }
  expect(codes({ consultations: [{ ...asked, id: 'a' }] })).toEqual(['unit-missing'])
  expect(codes({ consultations: [{ ...asked, id: 'a', chosen: true }] })).toEqual([])
})

test('a version nobody receives is not published', () => {
  expect(codes({ receivedAt: ['province'] })).toEqual(['no-desk'])
})

test.each([
  ['a channel that is not open', [{ ...fee, channels: ['online'] }], ['fee-channel-closed']],
  [
    'a period that ends before it begins',
    [{ ...fee, from: '2024-06-01', to: '2024-05-01' }],
    ['fee-period-empty', 'fee-uncovered'],
  ],
  [
    'two amounts for one day',
    [
      { ...fee, to: '2024-06-30' },
      { ...fee, from: '2024-06-30' },
    ],
    ['fee-overlaps'],
  ],
  [
    'a day without an amount',
    [
      { ...fee, to: '2024-06-29' },
      { ...fee, from: '2024-07-01' },
    ],
    ['fee-uncovered'],
  ],
  ['an end before the version’s', [{ ...fee, to: '2024-12-30' }], ['fee-uncovered']],
  [
    'an exemption between two amounts',
    [
      { ...fee, to: '2024-06-30' },
      { ...fee, from: '2024-07-01', amount: 0 },
    ],
    [],
  ],
  ['a rate from before the version', [{ ...fee, from: '2019-01-01', to: '2020-01-01' }, fee], []],
])('fees with %s', (_, fees, expected) => {
  expect(codes({ fees: fees.map((one) => ({ ...one, basis: 'b', confidence: 'fx' })) })).toEqual(expected)
})

test('the online scope fits the open channels', () => {
  expect(codes({ channels: ['desk', 'online'] })).toEqual(['online-disagrees'])
  expect(codes({ online: { legacyLevel: 4, scope: 'full' } })).toEqual(['online-disagrees'])
})

test('id and first day agree, and no id is used twice', () => {
  expect(codes({ id: '1.000001@2024-02-01' })).toEqual(['id-disagrees'])
  expect(codes({ id: '1.000001@2024-01-01.2' })).toEqual([])
  const component = version().components[0]
  expect(codes({ components: [component, component] })).toEqual(['id-repeated'])
})

test('everything that is wrong is said at once', () => {
  const wrong = { validTo: '2023-12-31', limit: { statutory: limit(1, 'working-day') }, channels: ['desk', 'online'] }
  expect(codes(wrong)).toEqual(['valid-to-before-valid-from', 'stages-exceed-limit', 'online-disagrees'])
})
