import * as z from 'zod'
import { CalendarVersion, CalendarYear } from './calendar.ts'
import { OrganisationCode } from './organisation.ts'
import { RuleSetId } from './procedure.ts'
import { Day, Due, Instant, Limit, Session, TimeOfDay, Walk } from './time.ts'

const code = z.string().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const strictDue = Due.strict()

/** What the due date follows from: nothing outside is needed to count it again. */
export const CertifiedGrounds = z.strictObject({
  dossier: code,
  procedureVersion: code,
  ruleSet: RuleSetId,
  /** The version of the product that counted. */
  product: code,
  /** The lines of the record it started from: acceptance, what stopped the clock and what set it going. */
  record: z.array(z.strictObject({ seq: z.int().min(1), type: code, at: Instant })).min(1),
  acceptedAt: Instant,
  cutOff: TimeOfDay.optional(),
  /** The office's sessions, and those of dates on which it keeps others. */
  office: z.strictObject({
    sessions: z.array(Session),
    exceptions: z.array(z.strictObject({ day: Day, sessions: z.array(Session) })),
  }),
  /** Stretches in which the clock stood; after one that restarts it the whole limit runs again (NĐ 61/2018 art. 19.4). */
  interruptions: z.array(
    z.strictObject({
      from: Instant,
      to: Instant,
      effect: z.enum(['restart', 'pause']),
      document: z.string().optional(),
    }),
  ),
  noticeDayCounts: z.boolean(),
  limit: z.union([Limit, z.literal('sum-of-stages')]),
  committedLimit: Limit.optional(),
  /** `branches` are the limits of work given to several agencies at once, before the stage's own `limit`. */
  stages: z.array(
    z.strictObject({ id: code, unit: OrganisationCode, limit: Limit, branches: z.array(Limit).min(1).optional() }),
  ),
  /** Of the calendar the years on the way, with the days off and worked from day zero to the last date given. */
  calendar: z.strictObject({ version: CalendarVersion.shape.version, publishedOn: Day, years: z.array(CalendarYear) }),
})
export type CertifiedGrounds = z.infer<typeof CertifiedGrounds>

/** What was counted from the grounds. */
export const CertifiedCount = z.strictObject({
  dayZero: Day,
  startsAt: Instant,
  due: strictDue,
  committedDue: strictDue.optional(),
  provisional: z.boolean(),
  stageDues: z.array(strictDue),
  walk: z.array(Walk.strict()),
})
export type CertifiedCount = z.infer<typeof CertifiedCount>

/**
 * How a due date came about, to be counted again by anybody from its own content. `hashes` holds the SHA-256 of each
 * member's canonical JSON and `hash` that of `hashes`: a changed member is found, and named. It is no signature.
 */
export const DueDateCertificate = z
  .strictObject({
    certificate: z.literal('due-date.v1'),
    ...CertifiedGrounds.shape,
    ...CertifiedCount.shape,
    hashes: z.record(z.string(), hash),
    hash,
  })
  .meta({ id: 'DueDateCertificate' })
export type DueDateCertificate = z.infer<typeof DueDateCertificate>
