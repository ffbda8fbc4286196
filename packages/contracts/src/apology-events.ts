import * as z from 'zod'
import { event } from './event.ts'
import { OrganisationCode } from './organisation.ts'
import { Due, Instant } from './time.ts'

const code = z.string()

/** Why an agency is late; the apology names it (NĐ 61/2018 art. 19.9). */
export const LatenessReason = z.enum(['workload', 'consultation-late', 'verification', 'system-outage', 'other'])
export type LatenessReason = z.infer<typeof LatenessReason>

/** Why a leader does not sign an apology that was drafted. */
export const DeclineReason = z.enum(['will-make-its-day', 'not-late', 'other'])
export type DeclineReason = z.infer<typeof DeclineReason>

/** Who was late on an own limit, by how much, and at what: a stage, or a consultation as the agency asked or as the lead. */
export const LateAgency = z
  .object({
    of: OrganisationCode,
    stage: code.optional(),
    consultation: code.optional(),
    as: z.enum(['asked', 'lead']).optional(),
    amount: z.number(),
    unit: z.enum(['working-day', 'day', 'working-hour', 'hour']),
  })
  .meta({ id: 'LateAgency' })
export type LateAgency = z.infer<typeof LateAgency>

/** An authority late with a dossier drafts its apology, and signs it. */
export const apologyEvents = [
  event('ApologyDrafted', 'Its day is near and it is not done: an apology lies on the leader’s desk, unsigned.', {
    /** The day it is drafted for: another due date needs another draft. */
    due: Due,
    /** The law's last moment to sign it (NĐ 61/2018 art. 19.9). */
    by: Instant,
    reason: LatenessReason,
    lateBy: z.array(LateAgency),
    /** When it ends if every agency still to come takes its whole limit. None where that needs a year nobody announced. */
    foreseen: Due.optional(),
    /** The new date proposed; none in a year nobody announced. */
    appointment: Due.optional(),
  }),
  event('ApologyDeclined', 'The leader put a draft aside: the dossier will yet make its day, or was never late.', {
    /** The day it was drafted for: another due date needs another draft. */
    due: Due,
    reason: DeclineReason,
  }),
  event('ApologySent', 'The letter of an apology and the messages with it have left for the citizen.', {
    /** The line of the record that was signed. */
    of: z.int().positive(),
    sentAt: Instant,
    /** Whether they left by the law's last moment (NĐ 61/2018 art. 19.9). */
    sending: z.enum(['in-time', 'late']),
  }),
  event('DossierReappointed', 'The authority apologised and named its one new date; the legal due date stays.', {
    appointment: Due,
    reason: LatenessReason,
    /** Whether the apology came by the law's last moment (NĐ 61/2018 art. 19.9). */
    apology: z.enum(['in-time', 'late']),
    /** Who was late by then, where a draft said so. */
    lateBy: z.array(LateAgency).optional(),
  }),
] as const
