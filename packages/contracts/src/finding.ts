import * as z from 'zod'
import { DossierId } from './dossier-id.ts'
import { event } from './event.ts'
import { OrganisationCode } from './organisation.ts'
import { Day, Instant } from './time.ts'

/** Id of one finding of an inspection. UUIDv7. */
export const FindingId = z.uuidv7().brand('FindingId')
export type FindingId = z.infer<typeof FindingId>

/** What an inspection looks at; whether lateness was apologised for is an item of its own. */
export const FindingMatter = z.enum(['apology', 'lateness', 'supplement', 'posting', 'reception', 'records', 'other'])
export type FindingMatter = z.infer<typeof FindingMatter>

/** What happened to a finding: what was found in words stays in intake. */
export const FindingEvent = z.discriminatedUnion('type', [
  event('FindingRecorded', 'An inspector has found something at an agency and set the day by which it is remedied.', {
    agency: OrganisationCode,
    matter: FindingMatter,
    dossier: DossierId.optional(),
    remedyBy: Day,
  }),
  event('FindingRemedied', 'The agency has reported what it did about it; the inspector has yet to agree.', {
    agency: OrganisationCode,
  }),
  event('FindingJudged', 'The inspector has judged the remedy: enough, which ends it, or not.', {
    agency: OrganisationCode,
    enough: z.boolean(),
    /** The new day, where it was not enough. */
    remedyBy: Day.optional(),
  }),
  event(
    'FindingOverdue',
    'The day of the remedy has passed and the agency has reported nothing; told once for each day set.',
    {
      agency: OrganisationCode,
      remedyBy: Day,
    },
  ),
])
export type FindingEvent = z.infer<typeof FindingEvent>

/** One line about a finding: ids, codes and dates only. */
export const FindingMessage = z
  .object({
    findingId: FindingId,
    seq: z.int().positive(),
    at: Instant,
    requestId: z.string().optional(),
    event: FindingEvent,
  })
  .meta({ id: 'FindingMessage' })
export type FindingMessage = z.infer<typeof FindingMessage>

/** What intake tells of findings, in order for each. */
export const findingTopic = {
  name: 'intake.finding.v1',
  schema: FindingMessage,
  key: ({ findingId }: { findingId: string }): string => findingId,
}

const words = z.string().trim().min(1).max(5_000)

/** A finding as an inspector records it: of an agency, and where it rests on one, of a dossier. */
export const NewFinding = z
  .strictObject({
    agency: OrganisationCode,
    matter: FindingMatter,
    dossierId: DossierId.optional(),
    words,
    remedyBy: Day,
  })
  .meta({ id: 'NewFinding' })
export type NewFinding = z.infer<typeof NewFinding>

/** What is done about a finding: the agency remedies, the inspector judges. */
export const FindingAct = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Remedy'), words }),
    z.strictObject({ type: z.literal('Accept'), words }),
    z.strictObject({ type: z.literal('Reject'), words, remedyBy: Day }),
  ])
  .meta({ id: 'FindingAct' })
export type FindingAct = z.infer<typeof FindingAct>
