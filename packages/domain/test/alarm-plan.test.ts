import { expect, test } from 'vitest'
import { apologyBy } from '../src/apology-moments.ts'
import { centre, commune, district, local, province, wall } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p4, p5, p6 } from './procedures.ts'

const letter: Wish = { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'Hồ sơ nhiều' }
const sound = (alarmId: string): Wish => ({ type: 'SoundAlarm', alarmId })

const s01 = () =>
  life({ procedure: p6, desk: commune.desk })
    .opens('2021-04-13 09:40', 'post')
    .does('2021-04-13 09:40', { type: 'Accept' })
const s03 = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:30')
    .does('2021-11-09 10:00', { type: 'Accept' })
    .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
const atTheDistrict = () =>
  s03()
    .hands('2021-11-18 08:00', '2021-11-18 08:30', commune.committee)
    .hands('2021-11-25 15:00', '2021-11-25 15:30', district.labour)

const ofTheDossier = [
  'apology-draft:2021-05-17 2021-05-13 07:30',
  'due-soon:2021-05-17 2021-05-13 07:30',
  'apology-by:2021-05-17 2021-05-14 17:00',
  'overdue:2021-05-17 2021-05-18 00:00',
]

test('S01: before acceptance only the answer is due, eight working hours after the submission', () => {
  const told = life({ procedure: p6, desk: commune.desk }).opens('2021-04-13 09:40', 'post')
  expect(told.planned()).toEqual([`answer-due:${local('2021-04-14 09:40')} 2021-04-14 09:40`])
})

test('S01: accepted, the desk holding for the first stage: the dossier has its alarms, no stage has any', () => {
  const transfer = `transfer-due:${local('2021-04-13 09:40')} 2021-04-13 17:00`
  expect(s01().planned()).toEqual([transfer, ...ofTheDossier])
})

test('S01: on offer, the silence of the receiver is the next thing to fear', () => {
  const told = s01().does('2021-04-13 10:30', { type: 'OfferHandover', to: commune.culture })
  const id = `handover-unanswered:commune:${local('2021-04-13 10:30')}`
  expect(told.planned()).toEqual([`${id} 2021-04-15 10:30`, ...ofTheDossier])
})

test('S01: each agency is warned on the morning of its last day and marked at its end', () => {
  const told = s01().hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
  const stage = (id: string, due: string, after: string) => [
    `stage-warning:${id}:${due} ${due} 07:30`,
    `stage-overdue:${id}:${due} ${after} 00:00`,
  ]
  expect(told.planned()).toEqual([...stage('commune', '2021-04-20', '2021-04-21'), ...ofTheDossier])
  told.hands('2021-04-19 16:30', '2021-04-20 08:15', district.labour)
  expect(told.planned()).toEqual([...stage('district', '2021-05-04', '2021-05-05'), ...ofTheDossier])
  told.hands('2021-04-28 15:00', '2021-04-29 14:00', province.labour)
  expect(told.planned()).toEqual([...stage('province', '2021-05-11', '2021-05-12'), ...ofTheDossier])
})

test('S01: whoever has passed the dossier on needs no warning, only the stage still ends', () => {
  const told = s01()
    .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
    .does('2021-04-19 16:30', { type: 'OfferHandover', to: district.labour })
  expect(told.plan().map(({ kind }) => kind)).toEqual([
    'stage-overdue',
    'handover-unanswered',
    'apology-draft',
    'due-soon',
    'apology-by',
    'overdue',
  ])
})

test('S03: due soon two working days ahead, apology by 17:00 the day before, overdue at 17:00Z of the due day', () => {
  expect(atTheDistrict().planned()).toEqual([
    'apology-draft:2021-12-07 2021-12-03 07:30',
    'due-soon:2021-12-07 2021-12-03 07:30',
    'stage-warning:appraise:2021-12-06 2021-12-06 07:30',
    'apology-by:2021-12-07 2021-12-06 17:00',
    'stage-overdue:appraise:2021-12-06 2021-12-07 00:00',
    'overdue:2021-12-07 2021-12-08 00:00',
  ])
  expect(atTheDistrict().plan().at(-1)?.at).toBe('2021-12-07T17:00:00.000Z')
})

test('S03: the apology is no longer owed once it has left; the new appointment has its own day, the old stays', () => {
  const told = atTheDistrict().does('2021-12-03 14:00', letter)
  const sentAt = local('2021-12-03 14:01')
  told.does('2021-12-03 14:02', { type: 'RecordApologySent', of: told.record.length, sentAt })
  expect(told.planned()).toEqual([
    'due-soon:2021-12-07 2021-12-03 07:30',
    'stage-warning:appraise:2021-12-06 2021-12-06 07:30',
    'stage-overdue:appraise:2021-12-06 2021-12-07 00:00',
    'overdue:2021-12-07 2021-12-08 00:00',
    'appointment-missed:2021-12-14 2021-12-15 00:00',
  ])
})

test.each([
  ['2024-04-25', 5, '2024-05-06', '2024-05-04'], // due on Monday, the Saturday before is worked
  ['2021-11-09', 3, '2021-11-12', '2021-11-11'],
  ['2021-11-09', 4, '2021-11-15', '2021-11-12'], // due on Monday
  ['2021-08-27', 3, '2021-09-01', '2021-08-31'],
  ['2021-08-27', 4, '2021-09-06', '2021-09-01'], // over the holiday
])('accepted on %s for %i working days, due on %s: apology by 17:00 of %s', (from, amount, due, by) => {
  const statutory = { amount, unit: 'working-day' } as const
  const short = { ...p6, limit: { statutory, variants: [] } }
  const told = life({ procedure: short, desk: commune.desk })
    .opens(`${from} 09:00`)
    .does(`${from} 09:00`, { type: 'Accept' })
  expect(told.planned()).toContain(`apology-by:${due} ${by} 17:00`)
})

test('a limit that leaves no office hour before the day it ends on plans no apology in time, only a draft once it is overdue', () => {
  const statutory = { amount: 1, unit: 'working-day' } as const
  const oneDay = { ...p6, limit: { statutory, variants: [] } }
  const told = life({ procedure: oneDay, desk: commune.desk }).opens('2021-04-13 17:30', 'online')
  told.does('2021-04-13 17:30', { type: 'Accept' })
  expect(told.plan().map(({ kind }) => kind)).toEqual(['transfer-due', 'apology-draft', 'overdue'])
})

test('a limit that begins at the very moment an apology would be due plans none', () => {
  const statutory = { amount: 1, unit: 'working-day' } as const
  const oneDay = { ...p6, limit: { statutory, variants: [] } }
  const kinds = (at: string) => {
    const told = life({ procedure: oneDay, desk: commune.desk }).opens(at, 'online').does(at, { type: 'Accept' })
    return told.plan().map(({ kind }) => kind)
  }
  expect(kinds('2021-04-13 16:59')).toContain('apology-by')
  expect(kinds('2021-04-13 17:00')).not.toContain('apology-by')
})

test('where the rule set says so the apology may come on the due day; a dossier without a limit owes none', () => {
  const told = s01()
  const law = told.law('2021-04-13 10:00')
  const later = { ...law, ruleSet: { ...law.ruleSet, apology: 'due-day' as const } }
  expect([wall(apologyBy(told.dossier(), law)), wall(apologyBy(told.dossier(), later))]).toEqual([
    '2021-05-14 17:00',
    '2021-05-17 17:00',
  ])
  const submitted = life({ procedure: p6, desk: commune.desk }).opens('2021-04-13 09:40', 'post')
  expect(wall(apologyBy(submitted.dossier(), law))).toBe('2021-04-13 09:40')
})

test.each([
  ['hours', { amount: 20, unit: 'working-hour' }, '11:00'],
  ['one day, received on its morning', { amount: 0, unit: 'same-day' }, '11:00'],
  ['one day, received as the office opens', { amount: 0, unit: 'same-day' }, '07:30'],
] as const)('a stage of %s is not warned', (_, statutory, received) => {
  const route = p6.route.map((one) => (one.id === 'commune' ? { ...one, statutory } : one))
  const told = life({ procedure: { ...p6, route }, desk: commune.desk })
    .opens('2021-04-13 07:00', 'online')
    .does('2021-04-13 07:00', { type: 'Accept' })
    .hands('2021-04-13 07:10', `2021-04-13 ${received}`, commune.culture)
  const kinds = told.plan().map(({ kind }) => kind)
  expect(kinds).toContain('stage-overdue')
  expect(kinds).not.toContain('stage-warning')
})

test('an alarm that has sounded is not planned again and does not sound twice; the others stay', () => {
  const told = atTheDistrict()
  const [draft, next, ...others] = told.planned()
  expect(next).toBe('due-soon:2021-12-07 2021-12-03 07:30')
  expect(told.answers('2021-12-03 07:29', sound('due-soon:2021-12-07'))).toBe('alarm-not-due')
  told.does('2021-12-03 07:30', sound('due-soon:2021-12-07'))
  expect(told.planned()).toEqual([draft, ...others])
  expect(told.answers('2021-12-03 07:31', sound('due-soon:2021-12-07'))).toBe('alarm-not-planned')
})

test('who hears an alarm is who must act', () => {
  const hearers = (told: Life, at: string, id: string) => {
    const line = told.does(at, sound(id)).last()
    return line?.type === 'AlarmSounded' ? line.to.map(({ role, organisation }) => `${role}@${organisation}`) : []
  }
  const { labour } = district
  expect(hearers(atTheDistrict(), '2021-12-06 07:30', 'stage-warning:appraise:2021-12-06')).toEqual([
    `case-officer@${labour}`,
  ])
  expect(hearers(atTheDistrict(), '2021-12-06 17:00', 'apology-by:2021-12-07')).toEqual([
    `unit-head@${labour}`,
    `signatory@${labour}`,
    `signatory@${district.committee}`,
    `signatory@${province.committee}`,
    `one-stop-head@${commune.desk}`,
  ])
  const offered = s01().does('2021-04-13 10:30', { type: 'OfferHandover', to: commune.culture })
  expect(hearers(offered, '2021-04-15 10:30', offered.plan()[0]?.id ?? '')).toEqual([
    `unit-head@${commune.desk}`,
    `unit-head@${commune.culture}`,
  ])
})

test('opinions, assignments, proposals and wishes leave the plan as it is', () => {
  const told = atTheDistrict()
  const before = told.plan()
  const [at, note] = ['2021-11-26 08:00', 'Đủ điều kiện']
  told
    .does(at, { type: 'AddOpinion', kind: 'appraisal', note })
    .does(at, { type: 'Assign', officer: 'case-officer-2' })
    .does(at, { type: 'Propose', outcome: 'granted' })
    .does(at, { type: 'Withdraw' })
  expect(told.plan()).toEqual(before)
})

test('a returned handover gives the plan back as it was', () => {
  const told = s03()
  const before = told.plan()
  told
    .does('2021-11-10 08:00', { type: 'OfferHandover', to: district.labour })
    .does('2021-11-10 09:00', { type: 'ReturnHandover', ground: 'wrong-stage', note: 'Chưa đến bước này' })
  expect(told.plan()).toEqual(before)
})

test('while the clock stands no alarm of it is planned; running again, none for a moment that is gone', () => {
  const notice: Wish = { type: 'RequestObligation', obligation: 'tax', amount: 1, note: 'Thông báo thuế' }
  const paid: Wish = { type: 'RecordPayment', obligation: 'tax', proof: 'GW-1' }
  const told = life({ procedure: p4, desk: centre.desk })
    .opens('2025-12-08 09:00')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
    .hands('2025-12-31 15:00', '2025-12-31 16:00', centre.committee)
    .does('2026-01-06 16:00', notice) // the day before it is due: one working day is left
  expect(told.plan()).toEqual([])
  told.does('2026-02-02 18:00', paid)
  const now = told.record.at(-1)?.at ?? ''
  expect(wall(now)).toBe('2026-02-02 18:00')
  expect(told.plan().filter(({ at }) => at <= now)).toEqual([])
  expect(told.plan().map(({ kind }) => kind)).toEqual([
    'stage-warning',
    'apology-draft', // its last moment is gone: when it is overdue
    'overdue',
    'stage-overdue',
  ])
})

test('a completed dossier plans nothing but the chase for a result nobody collects', () => {
  const told = s01()
    .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
    .hands('2021-04-19 16:30', '2021-04-20 08:15', district.labour)
    .hands('2021-04-28 15:00', '2021-04-29 14:00', province.labour)
    .does('2021-04-29 15:00', {
      type: 'RequestConsultation',
      consultation: 'police',
      to: 'H21.57',
      limit: { amount: 3, unit: 'working-day' },
    })
    .does('2021-05-10 14:00', { type: 'Propose', outcome: 'granted' })
    .does('2021-05-10 15:30', { type: 'Sign', outcome: 'granted', number: '112' })
  expect(told.planned()).toEqual([
    'result-uncollected:2021-05-24 2021-05-24 07:30',
    'result-uncollected:2021-06-21 2021-06-21 07:30',
  ])
})
