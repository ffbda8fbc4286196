import { expect, test } from 'vitest'
import { shares, supplement, timeOf } from './attribution-readers.ts'
import { commune, district, local } from './fixtures.ts'
import { life } from './life.ts'
import { p1, p12, p7 } from './procedures.ts'

test('S05: accepted after 15:00 nothing is anybody’s before day zero', () => {
  const told = life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 15:05', 'online')
    .does('2024-12-30 15:10', { type: 'Accept' })
    .hands('2024-12-30 15:20', '2024-12-30 16:00', commune.justice)
  const time = timeOf(told, '2024-12-31 10:00')
  expect(time.whole).toMatchObject({ days: 0, workingDays: 0, from: { at: local('2024-12-31 00:00') } })
  expect(shares(timeOf(told, '2025-01-02 10:00'))).toEqual([[`${commune.justice} birth`, 2, 1]])
})

test('brought after 15:00 the papers count from the next working day, and until then the time is the citizen’s', () => {
  const told = life({ procedure: p1, desk: commune.desk })
    .opens('2024-12-30 07:45')
    .does('2024-12-30 08:00', { type: 'Accept' })
    .does('2024-12-30 10:00', supplement)
    .does('2024-12-31 15:20', { type: 'ReceiveSupplement' })
  expect(shares(timeOf(told, '2025-01-03 08:00'))).toEqual([
    [`${commune.desk} passes on`, 1, 1],
    ['citizen supplement', 3, 2], // to 02/01
  ])
})

test('where the rest of the limit runs on after a supplement, a desk’s own stage goes on as one', () => {
  const resumes = { ...p7, supplement: { clock: 'resume' as const, legalBasis: 'fx' } }
  const told = life({ procedure: resumes, desk: district.desk })
    .opens('2024-04-22 08:45')
    .does('2024-04-22 09:00', { type: 'Accept' })
    .does('2024-04-22 14:00', supplement)
    .does('2024-04-25 08:00', { type: 'ReceiveSupplement' })
    .hands('2024-04-26 08:00', '2024-04-26 08:30', district.construction)
  const [receive, ...others] = timeOf(told, '2024-04-26 09:00').stages
  expect(receive).toMatchObject({
    received: local('2024-04-22 09:00'),
    ended: { at: local('2024-04-26 08:00'), by: 'handover' },
    due: { on: '2024-04-26' },
    actual: { amount: 1, unit: 'day' },
    timeliness: 'on-time',
  })
  expect(others).toHaveLength(1)
})

test('a limit in working hours is passed by working hours: from 10:00 to 14:00 are two and a half', () => {
  const told = life({ procedure: p12, desk: commune.desk })
    .opens('2021-08-23 07:55')
    .does('2021-08-23 08:00', { type: 'Accept' })
    .hands('2021-08-23 14:00', '2021-08-23 14:30', commune.justice)
  expect(timeOf(told, '2021-08-23 15:00').stages[0]).toMatchObject({
    due: { at: local('2021-08-23 10:00') },
    actual: { amount: 4.5, unit: 'working-hour' },
    late: { amount: 2.5, unit: 'working-hour', by: [{ unit: commune.desk, amount: 2.5 }] },
  })
})
