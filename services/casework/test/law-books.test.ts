import type { CalendarVersion } from '@dossier/contracts/calendar'
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

test('a pinned calendar gains the years announced since, and what it knew stays as it was', () => {
  const first = calendar('VN-2026-1', '2026-01-01', year(2026, '2026-09-02'))
  const second = calendar('VN-2026-2', '2026-12-28', year(2026, '2026-09-02', '2026-11-23'), year(2027, '2027-01-01'))
  const calendars = new Map([first, second].map((one) => [one.version, one]))
  const published = { procedures: new Map(), organisations: new Map(), officers: new Map(), calendars }
  const books = makeLawBooks(() => published)
  const on = () => books.lawFor(pinnedDossier('VN-2026-1'), undefined, '2027-01-04T02:00:00.000Z').calendar
  expect(on().version).toBe('VN-2026-1')
  expect(on().years).toEqual([...first.years, second.years[1]])
  expect(on(), 'made once').toBe(on())
})
