import type { CalendarVersion, CalendarYear } from '@dossier/contracts/calendar'
import { type CertifiedCount, type CertifiedGrounds, DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import type { Explanation } from '@dossier/contracts/explanation'
import type { Day, Due } from '@dossier/contracts/time'
import { numberOf } from './calendar.ts'
import { type DuePlan, planOf } from './due-plan.ts'
import { explain } from './explanation.ts'
import { type MissingYear, type Start, startUnderCutOff, type Ways } from './legal-clock.ts'

/** SHA-256, in hex, of a value's canonical JSON: given by the caller, for the law has no such tools. */
export type HashOf = (value: unknown) => string

/** Seals what was counted: each member by its own hash, and all of them by one. */
export const sealed = (grounds: CertifiedGrounds, count: CertifiedCount, hashOf: HashOf): DueDateCertificate => {
  const content = { certificate: 'due-date.v1' as const, ...grounds, ...count }
  const hashes = hashesOf(content, hashOf)
  return { ...content, hashes, hash: hashOf(hashes) }
}

const hashesOf = (content: object, hashOf: HashOf): Record<string, string> =>
  Object.fromEntries(Object.entries(content).map(([member, value]) => [member, hashOf(value)]))

/** What the grounds come to when they are counted; a year they do not hold is given instead. */
export const recount = (grounds: CertifiedGrounds): CertifiedCount | MissingYear => {
  const counted = plannedFrom(grounds)
  if ('missingYear' in counted) return counted
  const { start, plan } = counted
  const { due, committed, provisional, stages: stageDues, walk } = plan
  const count = { dayZero: start.on, startsAt: start.at, due, provisional, stageDues, walk }
  return committed === undefined ? count : { ...count, committedDue: committed }
}

/** The explanation of a certified due date, stage by stage where the stages make up the whole. */
export const explanationsIn = (grounds: CertifiedGrounds): Explanation[] => {
  const counted = plannedFrom(grounds)
  if ('missingYear' in counted) return []
  return counted.plan.counts.map(({ stage, start, counted: one }) => {
    const explanation = explain(start, one, counted.ways)
    return stage === undefined ? explanation : { stage, ...explanation }
  })
}

const plannedFrom = (grounds: CertifiedGrounds): { start: Start; plan: DuePlan; ways: Ways } | MissingYear => {
  const { acceptedAt, cutOff, office, interruptions, noticeDayCounts, limit, committedLimit, stages } = grounds
  const restart = interruptions.findLastIndex(({ effect }) => effect === 'restart')
  const since = interruptions[restart]?.to ?? acceptedAt
  const ways: Ways = {
    calendar: calendarOf(grounds),
    sessions: office.sessions,
    exceptions: new Map(office.exceptions.map(({ day, sessions }) => [numberOf(day), sessions])),
    interruptions: interruptions.slice(restart + 1),
    noticeDayCounts,
  }
  const start = startUnderCutOff(since, cutOff, ways)
  if ('missingYear' in start) return start
  const plan = planOf(start, { whole: limit, committed: committedLimit, stages }, ways)
  return 'missingYear' in plan ? plan : { start, plan, ways }
}

const calendarOf = ({ calendar }: CertifiedGrounds): CalendarVersion => ({ ...calendar, cause: 'certificate' })

/** The years of a calendar from one day to another, with the days named between them alone. */
export const yearsBetween = ({ years }: CalendarVersion, from: Day, to: Day): CalendarYear[] => {
  const within = <T extends { day: Day }>(days: readonly T[]) => days.filter(({ day }) => day >= from && day <= to)
  return years
    .filter(({ year }) => year >= Number(from.slice(0, 4)) && year <= Number(to.slice(0, 4)))
    .map((year) => ({ ...year, off: within(year.off), worked: within(year.worked) }))
}

/** The last date a count gives, up to which its calendar has to be known. */
export const lastDateIn = ({ due, committedDue, stageDues }: CertifiedCount): Day =>
  [due, committedDue, ...stageDues].reduce(
    (last, one: Due | undefined) => (one !== undefined && one.on > last ? one.on : last),
    due.on,
  )

/** Where a certificate differs from itself: a member's path, what it says, and what follows from its other members. */
export type Difference = { at: string; says: unknown; follows: unknown }

/**
 * Counts a certificate again from its own content: no difference means that it says what follows from it and is as it was
 * sealed. Undefined is something that is no certificate at all.
 */
export const verifyCertificate = (content: unknown, hashOf: HashOf): Difference[] | undefined => {
  if (Object(content).certificate !== 'due-date.v1') return undefined
  const { data: certificate, error } = DueDateCertificate.safeParse(content)
  if (certificate === undefined)
    return error.issues.flatMap((issue) => {
      // The shape blames the member that holds an unknown one, which may be the whole certificate.
      const isUnknown = issue.code === 'unrecognized_keys'
      const paths = isUnknown ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
      const follows = isUnknown ? 'no such member' : issue.message
      return paths.map((path) => ({ at: path.join('.'), says: valueAt(content, path), follows }))
    })
  const again = recount(certificate)
  const { hashes: _hashes, hash: _hash, ...sealedNow } = Object(content) // as it is written, without the defaults of its shape
  return [
    ...('missingYear' in again ? [missing(certificate, again)] : differences(countIn(certificate), again, '')),
    ...differences(certificate.hashes, hashesOf(sealedNow, hashOf), 'hashes'),
    ...differences(certificate.hash, hashOf(certificate.hashes), 'hash'),
  ]
}

const missing = ({ calendar }: DueDateCertificate, follows: MissingYear): Difference => ({
  at: 'calendar.years',
  says: calendar.years.map(({ year }) => year),
  follows,
})

const countIn = ({
  dayZero,
  startsAt,
  due,
  committedDue,
  provisional,
  stageDues,
  walk,
}: DueDateCertificate): CertifiedCount => {
  const count = { dayZero, startsAt, due, provisional, stageDues, walk }
  return committedDue === undefined ? count : { ...count, committedDue }
}

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, member) => Object(value)[member], content)

const differences = (says: unknown, follows: unknown, at: string): Difference[] => {
  if (!isBranch(says) || !isBranch(follows)) return Object.is(says, follows) ? [] : [{ at, says, follows }]
  const members = [...new Set([...Object.keys(says), ...Object.keys(follows)])]
  return members.flatMap((member) =>
    differences(Object(says)[member], Object(follows)[member], at === '' ? member : `${at}.${member}`),
  )
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null
