import * as z from 'zod'
import { DossierId } from './dossier-id.ts'
import { Channel } from './procedure.ts'

const count = z.int().min(0)

/**
 * What stands of an application on its official papers. Notifications asks for it whenever one is set, and keeps none of it
 * but in the paper itself. Null is what the applicant has not filled in.
 */
export const ApplicationOnPaper = z
  .object({
    applicationId: DossierId,
    applicant: z.object({
      name: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
    /** Taken in so far, by component. */
    papers: z.array(z.object({ component: z.string(), originals: count, certifiedCopies: count, copies: count })),
    /** How the citizen wanted the result when it was handed in. */
    returnBy: Channel,
    /** By the tariff of the day it was handed in; `receipt` is the proof of payment, null while it is not paid. */
    fees: z.array(z.object({ name: z.string(), amount: count, receipt: z.string().nullable() })),
  })
  .meta({ id: 'ApplicationOnPaper' })
export type ApplicationOnPaper = z.infer<typeof ApplicationOnPaper>
