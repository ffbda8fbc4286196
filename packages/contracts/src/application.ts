import * as z from 'zod'
import { DossierId } from './dossier-id.ts'
import { OrganisationCode } from './organisation.ts'
import { Channel } from './procedure.ts'
import { Instant } from './time.ts'

/** What happened to an application. No form data, no names: who needs those asks intake. */
export const ApplicationEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ApplicationSubmitted'),
    procedureVersion: z.string(),
    channel: Channel,
    receivingDesk: OrganisationCode,
    submittedAt: Instant,
    /** The account that may act for the applicant online; null for a walk-in without one. */
    applicant: z.string().nullable(),
    complete: z.boolean(),
  }),
  z.object({ type: z.literal('ApplicationAmended'), complete: z.boolean() }),
])
export type ApplicationEvent = z.infer<typeof ApplicationEvent>

/** One line about an application; its id is that of the dossier it becomes. */
export const ApplicationMessage = z
  .object({
    applicationId: DossierId,
    seq: z.int().positive(),
    at: Instant,
    requestId: z.string().optional(),
    event: ApplicationEvent,
  })
  .meta({ id: 'ApplicationMessage' })
export type ApplicationMessage = z.infer<typeof ApplicationMessage>

export const applicationTopic = {
  name: 'intake.application.v1',
  schema: ApplicationMessage,
  key: ({ applicationId }: { applicationId: string }): string => applicationId,
}

/** What intake tells casework about an application, so that a desk can accept a walk-in while Kafka is down. */
export const ApplicationSummary = z
  .object({
    applicationId: DossierId,
    procedure: z.string(),
    channel: Channel,
    receivingDesk: OrganisationCode,
    submittedAt: Instant,
    applicant: z.string().nullable(),
    complete: z.boolean(),
  })
  .meta({ id: 'ApplicationSummary' })
export type ApplicationSummary = z.infer<typeof ApplicationSummary>
