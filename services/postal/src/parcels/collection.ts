import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import * as z from 'zod'
import { words } from '../words.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/)
const count = z.int().min(0).max(999).default(0)

/** Originals, certified copies and plain copies of one component. */
export const PaperCounts = z.strictObject({ originals: count, certifiedCopies: count, copies: count })
export type PaperCounts = z.infer<typeof PaperCounts>

/** How a person is reached: personal data, kept by the post for its own way alone. */
export const Contact = z.strictObject({
  name: words(200),
  phone: z.string().regex(/^\+?[0-9 .-]{6,20}$/),
  address: words(300),
})
export type Contact = z.infer<typeof Contact>

const proof = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/)

/** What a postal worker takes in from a citizen for an authority (QĐ 45/2016 art. 6). */
export const NewCollection = z
  .strictObject({
    /** A dossier that waits for papers it asked the citizen for; without it a new one begins. */
    dossierId: DossierId.optional(),
    desk: OrganisationCode,
    procedure: z.string().min(1).max(100),
    papers: z.record(id, PaperCounts),
    /** Components of the published list that are missing, and the sender was told so. */
    toldMissing: z.array(id).max(200).default([]),
    fees: z.record(id, z.strictObject({ amount: z.int().positive().max(1_000_000_000), proof })).default({}),
    postage: z.int().min(0).max(1_000_000_000),
    returnBy: z.enum(['desk', 'post']),
    sender: Contact,
    /** The code on the label, where there is one already. */
    parcel: z.string().max(40).optional(),
    seal: words(60).optional(),
    /** Both stood by: the sender signed the slip, and saw it sealed. */
    slipSigned: z.literal(true),
    sealedBeforeSender: z.literal(true),
  })
  .meta({ id: 'NewCollection' })
export type NewCollection = z.infer<typeof NewCollection>
