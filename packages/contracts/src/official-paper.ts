import * as z from 'zod'

/** Every official paper of a dossier and its desk: the circulars' forms, and the apology for an authority's own loss or error. */
export const PaperKind = z.enum([
  'receipt-slip',
  'supplement-request',
  'refusal-notice',
  'apology-letter',
  'error-apology',
  'stop-notice',
  'control-slip',
  'dossier-register',
])
export type PaperKind = z.infer<typeof PaperKind>

/** What a paper is called, and of which circular's forms it is: that of the day it is issued, by its dossier's rule set. */
export const OfficialForm = z
  .strictObject({
    /** Null where no circular in force has a form for it: then the page cites none. */
    circular: z.string().min(1).max(60).nullable(),
    number: z
      .string()
      .regex(/^\d\d$/)
      .nullable(),
    title: z.string().min(1).max(120),
    paper: z.enum(['A5', 'A4']),
    /** What the page itself cites as its ground; null where the law's words on it are not known. */
    basis: z.string().min(1).max(200).nullable(),
  })
  .meta({ id: 'OfficialForm' })
export type OfficialForm = z.infer<typeof OfficialForm>
