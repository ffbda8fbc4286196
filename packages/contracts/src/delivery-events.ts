import * as z from 'zod'
import { event } from './event.ts'
import { ParcelCode } from './parcel.ts'
import { Channel } from './procedure.ts'
import { Due, Instant } from './time.ts'

const code = z.string()

/** What an authority apologises for besides lateness (NĐ 61/2018 art. 21). */
export const ApologyCause = z.enum(['loss', 'damage', 'error'])
export type ApologyCause = z.infer<typeof ApologyCause>

/** What of a dossier the authority had wrong and corrected (NĐ 61/2018 art. 21). */
export const WrongPart = z.enum(['result', 'defects', 'stage', 'clerical'])

/** What can happen to a result on its way to the citizen, and what is owed when it goes wrong there. */
export const deliveryEvents = [
  event('ReturnChosen', 'The citizen chose another way to get the result: at the desk, by post, online.', {
    by: Channel,
  }),
  event('ResultDispatched', 'The post has taken the result over; it is promised for a day (TT 17/2017 art. 7.2).', {
    parcel: ParcelCode,
    order: z.int().positive(),
    promised: Due,
    originals: z.array(code),
  }),
  event('ResultUndelivered', 'The post could not deliver: the result is back at the desk, counted by both.', {
    parcel: ParcelCode,
  }),
  event('ResultLost', 'The result was lost or damaged on its way: it is void, and must be issued anew.', {
    parcel: ParcelCode,
    what: z.enum(['lost', 'damaged']),
  }),
  event('ResultReissued', 'The result is issued anew in place of one lost or damaged; only the new one is valid.', {
    number: code,
    version: z.int().min(2),
  }),
  event('ApologyGiven', 'The authority apologised for a loss, a damage or an error of its own (art. 21).', {
    cause: ApologyCause,
    /** The line of the record that tells of it, and what its letter is about: the parcel, or what was wrong. */
    of: z.int().positive().optional(),
    parcel: ParcelCode.optional(),
    what: WrongPart.optional(),
    /** The components whose papers were lost or damaged, and what decided it. */
    components: z.array(code).min(1).optional(),
    decision: code.optional(),
  }),
  event(
    'PapersLost',
    'An authority, or the post on its behalf, lost or damaged papers of the dossier: a decision says so.',
    {
      what: z.enum(['lost', 'damaged']),
      /** The components they were lodged for; none where it was the result alone. */
      components: z.array(code),
      /** Whether the signed result is among them: it is void, and must be issued anew. */
      result: z.boolean(),
      decision: code,
      parcel: ParcelCode.optional(),
    },
  ),
  event('ReturnWithdrawn', 'The post told of a delivery by mistake: the result is still on its way.', {
    parcel: ParcelCode,
  }),
  event('WrongApologyDrafted', 'An apology for a loss, a damage or an error lies on the leader’s desk, unsigned.', {
    /** Which of the dossier's wrongs it is for, counted from 1 in the order of the record. */
    wrong: z.int().positive(),
    cause: ApologyCause,
    of: z.int().positive(),
    /** Until when it is to be signed: a setting, for the law names no day. */
    by: Instant,
    parcel: ParcelCode.optional(),
    what: WrongPart.optional(),
    components: z.array(code).min(1).optional(),
    decision: code.optional(),
  }),
] as const
