import { expect, test } from 'vitest'
import { lightMoments, lightOf } from '../src/alarm-plan.ts'
import { commune, local, wall } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { lives } from './lives.ts'
import { p5 } from './procedures.ts'

// Due on Tuesday 07/12/2021; two working days ahead is Friday 03/12.
const accepted = () =>
  life({ procedure: p5, desk: commune.desk }).opens('2021-11-09 09:30').does('2021-11-09 10:00', { type: 'Accept' })
const lightAt = (told: Life, at: string) => lightOf(told.dossier(), told.law(at), local(at))

test.each([
  ['2021-11-09 10:00', 'in-time'],
  ['2021-12-03 07:29', 'in-time'],
  ['2021-12-03 07:30', 'due-soon'],
  ['2021-12-07 17:00', 'due-soon'], // the office closes, the day goes on
  ['2021-12-07 23:59', 'due-soon'],
  ['2021-12-08 00:00', 'overdue'],
])('at %s the light of a dossier due on 07/12 is %s', (at, light) => {
  expect(lightAt(accepted(), at)).toBe(light)
})

test('the two moments at which the light changes can be stored beside the dossier', () => {
  const told = accepted()
  const { soonAt, overdueAt } = lightMoments(told.dossier(), told.law('2021-11-09 10:00'))
  expect([wall(soonAt), wall(overdueAt)]).toEqual(['2021-12-03 07:30', '2021-12-08 00:00'])
})

test('a re-appointment does not turn the light back: the legal due date decides', () => {
  const letter: Wish = { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'Hồ sơ nhiều' }
  expect(lightAt(accepted().does('2021-12-03 14:00', letter), '2021-12-08 00:00')).toBe('overdue')
})

test('a dossier whose clock stands is paused, however long, and nobody is late', () => {
  expect(lightAt(lives['supplement-requested'](), '2026-06-01 09:00')).toBe('paused')
  expect(lightAt(lives['obligation-requested'](), '2026-06-01 09:00')).toBe('paused')
})

test('a withdrawal asked for does not stop the clock', () => {
  expect(lightAt(accepted().does('2021-11-10 09:00', { type: 'Withdraw' }), '2021-12-08 00:00')).toBe('overdue')
})

test('a submission is in time until the desk owes its answer, then overdue', () => {
  const told = life({ procedure: p5, desk: commune.desk }).opens('2021-11-09 09:30')
  const lights = ['2021-11-09 09:31', '2021-11-10 09:29', '2021-11-10 09:30'].map((at) => lightAt(told, at))
  expect(lights).toEqual(['in-time', 'in-time', 'overdue'])
})

test.each(['completion-requested', 'not-accepted', 'withdrawn', 'completed', 'returned', 'stopped'] as const)(
  'a dossier that is %s has no light, whatever the day',
  (name) => {
    expect(lightAt(lives[name](), '2027-01-01 00:00')).toBe('none')
  },
)

test('a limit in hours is overdue at its minute', () => {
  const limit = { statutory: { amount: 24, unit: 'hour' } as const, variants: [] }
  const told = life({ procedure: { ...p5, limit }, desk: commune.desk }).opens('2024-06-03 14:30')
  told.does('2024-06-03 14:30', { type: 'Accept' })
  expect([lightAt(told, '2024-06-04 14:29'), lightAt(told, '2024-06-04 14:30')]).toEqual(['due-soon', 'overdue'])
})
