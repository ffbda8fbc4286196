import type { CalendarVersion } from '@dossier/contracts/calendar'
import { isAnnounced, isProvisional, numberOf } from '@dossier/domain/calendar'
import { expect, test } from 'vitest'
import { makeLawBooks } from '../src/law-books.ts'
import { pinnedDossier } from './pinned-dossier.ts'

const year = (of: number, ...off: string[]): CalendarVersion['years'][number] => ({
  year: of,
  confidence: 'fx',
  provisional: false,
  off: off.map((day) => ({ day, why: 'holiday', name: 'Nghỉ lễ', notice: 'fx' })),
  worked: [],
})
const calendar = (version: string, publishedOn: string, ...years: CalendarVersion['years']): CalendarVersion => ({
  version,
  publishedOn,
  cause: 'fx',
  years,
})
const first = calendar('VN-2026-1', '2026-01-01', year(2026, '2026-09-02'))
const second = calendar('VN-2026-2', '2026-12-28', year(2026, '2026-09-02'), year(2027, '2027-01-01'))
const calendars = new Map([first, second].map((one) => [one.version, one]))
const published = { procedures: new Map(), organisations: new Map(), officers: new Map(), calendars }

test('the calendar is the newest of the day, for what was accepted under an older one too', () => {
  const books = makeLawBooks(() => published)
  const on = (now: string) => books.lawFor(pinnedDossier('VN-2026-1'), undefined, now).calendar
  expect(on('2026-12-27T02:00:00.000Z')).toBe(first)
  expect(on('2026-12-27T17:00:00.000Z')).toBe(second) // 28/12 in Vietnam
})

test('a year nobody announced stays unknown, unless the setting gives its fixed days, marked provisional', () => {
  const [strict, lenient] = [makeLawBooks(() => published), makeLawBooks(() => published, { provisional: true })]
  const on = (books: typeof strict) => books.lawFor(undefined, undefined, '2026-12-22T02:00:00.000Z').calendar
  const newYear = numberOf('2027-01-01')
  expect(isAnnounced(newYear, on(strict))).toBe(false)
  expect([isAnnounced(newYear, on(lenient)), isProvisional(newYear, on(lenient))]).toEqual([true, true])
  expect(on(lenient).version).toBe('VN-2026-1')
  expect(on(lenient), 'made once').toBe(on(lenient))
})
