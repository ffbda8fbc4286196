import type { PostalSubmission } from '@dossier/contracts/parcel'
import type { Tx } from '@dossier/platform/postgres'
import type { PaperCounts } from '../parcels/collection.ts'
import { common, postalProblem } from '../problems.ts'

const read = `
  select c.dossier_id as "dossierId", d.procedure, coalesce(r.desk, c.desk) as desk, c.fees, c.return_by as "returnBy", r.number as record,
    r.signed_at as "signedAt", p.counted as papers, p.fees as handed
  from collection c
  join dossier d on d.id = c.dossier_id
  left join (record_parcel p join handover_record r on r.number = p.record and r.signed_at is not null) on p.parcel = c.parcel
  where c.dossier_id = $1 and case when $2::text is null then not c.is_supplement else c.is_supplement and r.number = $2 end`

type Row = Omit<PostalSubmission, 'papers' | 'record' | 'signedAt'> & {
  handed: Record<string, number> | null
  papers: Record<string, PaperCounts> | null
  record: string | null
  signedAt: string | null
}

/**
 * What desk and courier have signed for: the application, or papers that were sent after it on a handover record. Throws 404 for
 * what was never collected and for a record nobody signed, 409 while the application's is not signed.
 */
export const submissionOf = async (db: Tx, dossierId: string, onRecord?: string): Promise<PostalSubmission> => {
  const [row] = (await db.query<Row>(read, [dossierId, onRecord ?? null])).rows
  if (row === undefined) throw common('not-found')
  const { papers, record, signedAt, handed, fees: paid, ...collected } = row
  if (papers === null || record === null || signedAt === null) throw postalProblem('record-unsigned')
  const counts = Object.entries(papers).map(
    ([id, { originals, certifiedCopies, copies }]) => [id, { originals, certifiedCopies, copies }] as const,
  )
  // What was handed over, not what was collected; for a fee without a receipt the record itself is the proof.
  const fees = Object.entries(handed ?? {}).flatMap(([fee, amount]) =>
    amount > 0 ? [[fee, { amount, proof: paid[fee]?.proof ?? record }] as const] : [],
  )
  return { ...collected, record, signedAt, papers: Object.fromEntries(counts), fees: Object.fromEntries(fees) }
}
