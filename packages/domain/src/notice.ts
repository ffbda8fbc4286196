import type { CalendarNotice, CalendarVersion, CalendarYear } from '@dossier/contracts/calendar'
import type { Day } from '@dossier/contracts/time'

type Source = { notice: string; knownSince?: Day; confidence?: CalendarYear['confidence'] }

/**
 * The years that notices of one layer come to, in the order they were published: each adds its days off and worked and takes
 * back those it revokes; the later word on a day stands. A day of a year that none announced is left out, for such a year
 * gives no date (days off are announced yearly, BLLĐ 2019 art. 112); `noticeProblems` tells of it beforehand.
 */
export const foldNotices = (notices: readonly CalendarNotice[], from: readonly CalendarYear[] = []): CalendarYear[] =>
  notices.reduce(withNotice, [...from])

const withNotice = (before: CalendarYear[], notice: CalendarNotice): CalendarYear[] => {
  const years = [...before]
  for (const year of notice.announces) {
    const known = years.findIndex((one) => one.year === year)
    const announced = { year, confidence: notice.document.confidence, provisional: false, off: [], worked: [] }
    if (known === -1) years.push(announced)
    else if (years[known]?.provisional === true) years[known] = announced
  }
  return years.toSorted((a, b) => a.year - b.year).map((year) => withDays(year, notice))
}

const withDays = (year: CalendarYear, notice: CalendarNotice): CalendarYear => {
  const isOwn = ({ day }: { day: Day }) => day.startsWith(`${year.year}-`)
  const [off, worked] = [notice.off.filter(isOwn), notice.worked.filter(isOwn)]
  const spoken = new Set([...off.map(({ day }) => day), ...worked.map(({ day }) => day), ...notice.revoked])
  const isLeft = ({ day }: { day: Day }) => !spoken.has(day)
  const source = sourceFor(notice, year)
  return {
    ...year,
    off: inOrder([...year.off.filter(isLeft), ...off.map((one) => ({ ...one, ...source }))]),
    worked: inOrder([...year.worked.filter(isLeft), ...worked.map((one) => ({ ...one, ...source }))]),
  }
}

const sourceFor = ({ document, knownSince }: CalendarNotice, { confidence }: CalendarYear): Source => ({
  notice: document.number,
  ...(knownSince === null ? {} : { knownSince }),
  ...(document.confidence === confidence ? {} : { confidence: document.confidence }),
})

const inOrder = <T extends { day: Day }>(days: readonly T[]): T[] => days.toSorted((a, b) => (a.day < b.day ? -1 : 1))

/**
 * The notices a version rests on. One written before they were rows of their own says by its days which documents there
 * were: each becomes a notice known from the beginning of the record, the first of a year the one that announced it.
 */
export const noticesOf = ({ version, years, notices }: CalendarVersion): readonly CalendarNotice[] =>
  notices ?? years.flatMap((year) => noticesIn(year, `${version.toLowerCase()}.${year.year}`))

const noticesIn = (year: CalendarYear, id: string): CalendarNotice[] => {
  const numbers = [...new Set([...year.off, ...year.worked].map(({ notice }) => notice))]
  const documents = numbers.length === 0 ? [`Năm ${year.year}`] : numbers
  return documents.map((number, i) => {
    const named = <T extends { notice: string }>(days: readonly T[]) => days.filter(({ notice }) => notice === number)
    return {
      id: `${id}.${i + 1}`,
      layer: { is: 'nation' },
      document: { number, confidence: year.confidence },
      about: number,
      knownSince: null,
      announces: i === 0 ? [year.year] : [],
      off: named(year.off).map(({ day, why, name }) => ({ day, why, name })),
      worked: named(year.worked).map(({ day, name }) => ({ day, name })),
      revoked: [],
      retroactive: false,
    }
  })
}

export const isNational = ({ layer }: CalendarNotice): boolean => layer.is === 'nation'

/** Under which name and on which day a version is published. */
export type Publication = Pick<CalendarVersion, 'version' | 'publishedOn'>

/**
 * The version that a notice makes of the one before it: all its notices and this one, and the years they come to for the
 * whole country. The version before stays as it is, for the dossiers that pin it; the cause names the document.
 */
export const nextVersion = (
  previous: CalendarVersion,
  notice: CalendarNotice,
  { version, publishedOn }: Publication,
): CalendarVersion => {
  const notices = [...noticesOf(previous), notice]
  const cause = `${notice.document.number}: ${notice.about}`
  return { version, publishedOn, cause, years: foldNotices(notices.filter(isNational)), notices }
}
