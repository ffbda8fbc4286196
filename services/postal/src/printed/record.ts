import { OrganisationCode } from '@dossier/contracts/organisation'
import type { CountedSlip, HandoverRecord } from '@dossier/documents/handover-record'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { PaperCounts } from '../parcels/collection.ts'
import type { Published } from '../published.ts'
import { type Names, namesIn } from './names.ts'
import { collectionOf, packedPapers, resultName } from './packed-papers.ts'

const Record = z.object({
  number: z.string(),
  desk: OrganisationCode,
  countedBy: z.string(),
  countedAt: z.string(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
})
export type KeptRecord = z.infer<typeof Record>
const Row = z.object({
  parcel: z.string(),
  sender: OrganisationCode,
  office: OrganisationCode.nullable(),
  procedure: z.string(),
  sealWhole: z.boolean(),
  complete: z.boolean(),
  counted: z.record(z.string(), PaperCounts.extend({ results: z.int().default(0) })),
  fees: z.record(z.string(), z.int()),
  remark: z.string().nullable(),
})
type Row = z.infer<typeof Row>

const read = `
  select number, desk, counted_by as "countedBy", counted_at as "countedAt", signed_by as "signedBy", signed_at as "signedAt"
  from handover_record where number = $1`
const rows = `
  select r.parcel, p.sender, p.office, d.procedure, r.seal_whole as "sealWhole", r.complete, r.counted, r.fees, r.remark
  from record_parcel r join parcel p on p.code = r.parcel join dossier d on d.id = p.dossier_id
  where r.record = $1 order by r.parcel`

export const recordWith = async (
  db: Tx,
  number: string,
): Promise<{ record: KeptRecord; parcels: Row[] } | undefined> => {
  const [row] = (await db.query(read, [number])).rows
  if (row === undefined) return undefined
  return { record: Record.parse(row), parcels: z.array(Row).parse((await db.query(rows, [number])).rows) }
}

/** Biên bản giao nhận: what desk and courier counted together, before or after both have signed (QĐ 45/2016 art. 7). */
export const recordOnPaper = async (
  db: Tx,
  { record, parcels }: { record: KeptRecord; parcels: readonly Row[] },
  published: Published,
): Promise<HandoverRecord> => {
  const names = namesIn(published)
  const { number, desk, countedBy, countedAt, signedBy, signedAt } = record
  const carrier = parcels.find(({ office }) => office !== null)?.office ?? parcels[0]?.sender ?? desk
  const slips: CountedSlip[] = []
  for (const row of parcels) slips.push(await slipIn(db, row, { names, at: countedAt }))
  return {
    number,
    authority: names.authority(desk),
    desk: names.unit(desk),
    place: names.unit(desk),
    countedAt,
    worker: { name: names.officer(signedBy), office: names.unit(carrier) },
    officer: { name: names.officer(countedBy), office: names.unit(desk) },
    slips,
    signedAt,
  }
}

const none = { originals: 0, certifiedCopies: 0, copies: 0 }

const slipIn = async (db: Tx, row: Row, { names, at }: { names: Names; at: string }): Promise<CountedSlip> => {
  const { parcel, sender, procedure, sealWhole, complete, counted, fees, remark } = row
  const day = dayOf(at)
  const collection = await collectionOf(db, parcel)
  const declared = await packedPapers(db, parcel, collection)
  const found = new Map(
    Object.entries(counted).flatMap(([id, { results, ...counts }]): [string, typeof none][] => [
      [id, counts],
      ...(results > 0 ? [[resultName, { ...none, originals: results }] satisfies [string, typeof none]] : []),
    ]),
  )
  return {
    item: parcel,
    sender: collection?.sender.name ?? names.unit(sender),
    procedure: names.procedure(procedure, day),
    sealWhole,
    papers: [...new Set([...declared.keys(), ...found.keys()])].map((id) => ({
      name: names.component(procedure, day, id),
      declared: declared.get(id) ?? none,
      counted: found.get(id) ?? none,
    })),
    complete,
    ...(remark !== null && { remark }),
    fees: Object.values(fees).reduce((sum, amount) => sum + amount, 0),
  }
}
