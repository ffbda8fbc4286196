import { CalendarNotice, type CalendarVersion } from '@dossier/contracts/calendar'
import { nextVersion } from '@dossier/domain/notice'
import { expect, test } from 'vitest'
import { calendarProblems } from '../src/calendar-problems.ts'
import { readLawFiles } from '../src/law-files.ts'

const { calendars } = await readLawFiles(new URL('../data/', import.meta.url))
const published = calendars.map(({ row }) => row)

/** Scenario S10: Monday 23/11/2026 off, Saturday 28/11 worked, announced on 19/11. */
const swap = CalendarNotice.parse({
  id: 'fx.hoan-doi-24-11-2026',
  layer: { is: 'nation' },
  document: { number: 'Mẫu 1/TB-BNV', confidence: 'fx' },
  about: 'Hoán đổi ngày làm việc quanh 24/11/2026 (mẫu)',
  knownSince: '2026-11-19',
  off: [{ day: '2026-11-23', why: 'swap', name: 'Nghỉ hoán đổi dịp 24/11' }],
  worked: [{ day: '2026-11-28', name: 'Làm bù cho thứ Hai 23/11/2026' }],
})
const swapped = published
  .slice(-1)
  .map((last) => nextVersion(last, swap, { version: 'VN-2026-2', publishedOn: '2026-11-19' }))
const problems = (change: (version: CalendarVersion) => Partial<CalendarVersion>) =>
  swapped.flatMap((version) =>
    calendarProblems({ ...version, version: 'VN-2026-3', ...change(version) }, [...published, ...swapped]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    ),
  )

test('a version that says what its notices come to, and all that was said before, has no problem', () => {
  expect(swapped).toHaveLength(1)
  expect(problems(() => ({}))).toEqual([])
})

test('a later version forgets no notice and edits none', () => {
  const lost = ['/notices notice-lost', '/years years-disagree']
  expect(problems(({ notices = [] }) => ({ notices: notices.slice(0, -1) }))).toEqual(lost)
  const edited = ({ notices = [] }: CalendarVersion) => ({
    notices: notices.map((one) => (one.id === swap.id ? { ...one, knownSince: '2026-11-01' } : one)),
  })
  expect(problems(edited)).toEqual(lost)
})

test('a provisional year is not published', () => {
  const guessed = ({ years }: CalendarVersion) => ({
    years: years.map((one) => (one.year === 2026 ? { ...one, provisional: true } : one)),
  })
  expect(problems(guessed)).toEqual(['/years/8 year-provisional', '/years years-disagree'])
})

test('years that were announced stay, and each day is one that can be: off on weekdays, worked on Saturdays, in its year', () => {
  const off = [
    { day: '2026-11-22', why: 'holiday' as const, name: 'x', notice: 'x' },
    { day: '2027-01-01', why: 'holiday' as const, name: 'x', notice: 'x' },
  ]
  const worked = [{ day: '2026-11-27', name: 'x', notice: 'x' }]
  const years = [{ year: 2026, confidence: 'fx' as const, provisional: false, off, worked }]
  expect(problems(() => ({ years }))).toEqual([
    ...Array<string>(8).fill('/years year-lost'),
    '/years/0/off/0/day day-off-at-weekend',
    '/years/0/off/1/day day-outside-year',
    '/years/0/worked/0/day worked-day-no-saturday',
    '/years years-disagree',
  ])
})
