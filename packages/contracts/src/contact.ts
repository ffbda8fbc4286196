import * as z from 'zod'
import { Subject } from './actor.ts'

export const Language = z.enum(['vi', 'en'])
export type Language = z.infer<typeof Language>

/** How one person can be reached, and what they agreed to; each is null where it was not given. */
export const Reach = z
  .object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    /** The account that reads messages in this product. */
    account: Subject.nullable(),
    language: Language,
    /** What the person said about being told what the law does not ask for; null where they said nothing. */
    consent: z.object({ email: z.boolean().nullable(), sms: z.boolean().nullable(), zalo: z.boolean().nullable() }),
  })
  .meta({ id: 'Reach' })
export type Reach = z.infer<typeof Reach>

/** What notifications asks intake at the moment of use and keeps no longer than the message needs. */
export const Contact = z.object({ applicant: Reach, representative: Reach.nullable() }).meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

/** How whoever gave feedback can be reached, by the reference they have of it. */
export const GiverContact = z.object({ giver: Reach, reference: z.string() }).meta({ id: 'GiverContact' })
export type GiverContact = z.infer<typeof GiverContact>
