import type { CalendarNotice, CalendarVersion } from '@dossier/contracts/calendar'
import type { FieldError } from '@dossier/contracts/problem'
import { inOrderOfPublication, nextName } from '@dossier/domain/calendar-versions'
import { nextVersion } from '@dossier/domain/notice'
import { noticeProblems } from '@dossier/domain/notice-problems'
import { makeTree } from '@dossier/domain/organisations'
import type { Tx } from '@dossier/platform/postgres'
import { calendarProblems } from './calendar-problems.ts'
import { calendars, organisations, readPublished } from './references.ts'

/** What a notice would do, published today: the calendar as it is, the one it makes, and all that stands against it. */
export type Outlook = { before: CalendarVersion; after: CalendarVersion; problems: FieldError[] }

/** Looks at a notice as it would be published today; writes nothing. */
export const outlookOf = async (tx: Tx, notice: CalendarNotice, today: string): Promise<Outlook> => {
  const published = inOrderOfPublication(await readPublished(tx, calendars))
  const before = published.at(-1)
  if (before === undefined) throw new Error('No calendar is published: a notice has nothing to follow')
  // Never before the version it follows: the newest by day of publication is the one that counts.
  const publishedOn = today > before.publishedOn ? today : before.publishedOn
  const names = published.map(({ version }) => version)
  const after = nextVersion(before, notice, { version: nextName(names, publishedOn), publishedOn })
  const tree = makeTree(await readPublished(tx, organisations))
  const problems = noticeProblems(notice, { calendar: before, today, organisations: tree })
  return { before, after, problems: problems.length > 0 ? problems : calendarProblems(after, published) }
}

/** The version a published notice made, and the one that it followed. */
export const madeBy = async (tx: Tx, id: string): Promise<Omit<Outlook, 'problems'> | undefined> => {
  const published = inOrderOfPublication(await readPublished(tx, calendars))
  const made = published.findIndex(({ notices }) => notices?.at(-1)?.id === id)
  const [before, after] = [published[made - 1], published[made]]
  return before === undefined || after === undefined ? undefined : { before, after }
}
