import { Axes } from '@dossier/contracts/dossier'
import { DossierEvent } from '@dossier/contracts/dossier-event'
import { FeedbackEvent, FeedbackRegister } from '@dossier/contracts/feedback'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { ParcelCode, ParcelEvent } from '@dossier/contracts/parcel'
import { Channel } from '@dossier/contracts/procedure'
import { Due, Instant } from '@dossier/contracts/time'
import * as z from 'zod'

/** What was heard so far of a dossier or a feedback, as far as messages speak of it: ids, codes and dates. */
export const Heard = z.object({
  axes: Axes.optional(),
  channel: Channel.optional(),
  returnBy: Channel.optional(),
  procedureVersion: z.string().optional(),
  submittedAt: Instant.optional(),
  /** When the unit that holds it received it. */
  receivedAt: Instant.optional(),
  /** The account of the officer it was given to; null since another unit took it over. */
  officer: z.string().nullable().optional(),
  /** The day named anew with an apology. */
  appointment: Due.optional(),
  /** What the last slip said, where a new calendar has since made the due date earlier. */
  promised: Due.nullable().optional(),
  /** Whose result it is: after the signature the dossier lies at the desk again. */
  signedBy: z.string().optional(),
  /** The post office that collected it. */
  office: OrganisationCode.optional(),
  /** The parcel its result was last posted in. */
  resultParcel: ParcelCode.optional(),
  register: FeedbackRegister.optional(),
  agency: OrganisationCode.optional(),
})
export type Heard = z.infer<typeof Heard>

/** Everything a message is made of but the person it is for. */
export const Facts = z.object({
  at: Instant,
  /** The line it rests on. */
  seq: z.int(),
  event: z.union([DossierEvent, ParcelEvent, FeedbackEvent]),
  heard: Heard,
  /** The account that acted. */
  actor: z.string().nullable(),
})
export type Facts = z.infer<typeof Facts>
