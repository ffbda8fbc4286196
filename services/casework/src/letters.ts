import { LetterKind } from '@dossier/contracts/letter'
import type { Pool } from 'pg'
import * as z from 'zod'

/** Papers of the post that stand on a dossier as they were signed, or printed; for officers on its way alone, under the post's own rules. */
const ofThePost = ['posting-slip', 'delivery-slip', 'handover-record', 'label'] as const

/**
 * A paper of a dossier. Who keeps it has its bytes: notifications `GET /letters/:id.pdf`, the post `GET /documents/:id.pdf`, this
 * service `GET /dossiers/:dossierId/pages/:id.pdf`.
 */
export const ListedLetter = z
  .object({
    id: z.uuid(),
    of: z.int(),
    kind: z.enum([...LetterKind.options, ...ofThePost]),
    keptBy: z.enum(['notifications', 'casework', 'postal']),
    form: z.string().nullable(),
    number: z.string(),
    issuedAt: z.string(),
    sha256: z.string(),
    pages: z.int(),
    signed: z.boolean(),
  })
  .meta({ id: 'ListedLetter' })
export type ListedLetter = z.infer<typeof ListedLetter>

const listed = `
  select letter as id, of_seq as of, kind, form, number, issued_at as "issuedAt", sha256, pages, signed,
    kept_by as "keptBy"
  from dossier_letter where dossier_id = $1 order by issued_at, of_seq, kind`

/** Those addressed to the citizen are for whoever may read the dossier; what offices hand to each other is for officers. */
export const lettersOf = async (
  db: Pool,
  dossierId: string,
  { isApplicant }: { isApplicant: boolean },
): Promise<ListedLetter[]> => {
  const letters = z.array(ListedLetter).parse((await db.query(listed, [dossierId])).rows)
  return isApplicant ? letters.filter(({ kind, keptBy }) => keptBy !== 'postal' && kind !== 'control-sheet') : letters
}
