import * as z from 'zod'

/** What a writer is told: the row's key, its revision, and whether the world knows of it. */
export const Written = z
  .object({ key: z.string(), revision: z.int(), state: z.enum(['draft', 'published']) })
  .meta({ id: 'Written' })
export type Written = z.infer<typeof Written>

export const writeHeaders = z.object({
  'idempotency-key': z.string().optional().describe('Required: one key for one change, however often it is sent'),
  'if-match': z
    .string()
    .regex(/^"?\d{1,9}"?$/)
    .optional()
    .describe('The revision the caller saw; 409 if it moved on'),
})

/** The revision in an If-Match header. */
export const revisionIn = (header: string | undefined): number | undefined =>
  header === undefined ? undefined : Number(header.replaceAll('"', ''))
