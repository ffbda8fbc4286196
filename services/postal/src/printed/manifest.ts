import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Manifest, ManifestedParcel } from '@dossier/documents/manifest'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import type { Published } from '../published.ts'
import { type Names, namesIn, operator } from './names.ts'
import { collectionOf, packedPapers } from './packed-papers.ts'

const Kept = z.object({
  code: z.string(),
  from: OrganisationCode,
  to: OrganisationCode,
  givenBy: z.string(),
  givenAt: z.string(),
  takenBy: z.string().nullable(),
  takenAt: z.string().nullable(),
})
export type KeptManifest = z.infer<typeof Kept>
const Row = z.object({
  parcel: z.string(),
  bag: z.string().nullable(),
  seal: z.string().nullable(),
  sender: OrganisationCode,
  receiver: OrganisationCode.nullable(),
  arrived: z.boolean().nullable(),
})
type Row = z.infer<typeof Row>

const read = `
  select code, from_office as "from", to_office as "to", given_by as "givenBy", given_at as "givenAt", taken_by as "takenBy",
    taken_at as "takenAt"
  from manifest where code = $1`
const rows = `
  select m.parcel, m.bag, b.seal, p.sender, p.receiver, m.arrived
  from manifest_parcel m join parcel p on p.code = m.parcel left join bag b on b.code = m.bag
  where m.manifest = $1 order by m.bag nulls last, m.parcel`

export const manifestWith = async (db: Tx, code: string): Promise<KeptManifest | undefined> => {
  const [row] = (await db.query(read, [code])).rows
  return row === undefined ? undefined : Kept.parse(row)
}

/** Bảng kê chuyến thư: bag by bag, what goes on a trip; whose dossiers are in it stands on their slips alone. */
export const manifestOnPaper = async (db: Tx, kept: KeptManifest, published: Published): Promise<Manifest> => {
  const names = namesIn(published)
  const { code, from, to, givenBy, givenAt, takenBy, takenAt } = kept
  const parcels = z.array(Row).parse((await db.query(rows, [code])).rows)
  const bags: Manifest['bags'] = []
  for (const bag of new Set(parcels.map((row) => row.bag))) {
    const inside = parcels.filter((row) => row.bag === bag)
    const seal = inside[0]?.seal ?? null
    const lines: ManifestedParcel[] = []
    for (const row of inside) lines.push(await lineOf(db, takenAt === null ? { ...row, arrived: null } : row, names))
    bags.push({ code: bag, ...(seal !== null && { seal }), parcels: lines })
  }
  return {
    code,
    operator,
    office: names.unit(from),
    from: names.unit(from),
    to: names.unit(to),
    departsAt: givenAt,
    bags,
    giver: { name: names.officer(givenBy), office: names.unit(from) },
    taker: { name: names.officer(takenBy), office: names.unit(to) },
    signedAt: takenAt,
  }
}

const lineOf = async (db: Tx, { parcel, sender, receiver, arrived }: Row, names: Names): Promise<ManifestedParcel> => {
  const papers = [...(await packedPapers(db, parcel, await collectionOf(db, parcel))).values()]
  const sum = (of: (one: (typeof papers)[number]) => number) => papers.reduce((total, one) => total + of(one), 0)
  return {
    item: parcel,
    from: names.unit(sender),
    to: receiver === null ? 'Tổ chức, cá nhân' : names.unit(receiver),
    dossiers: 1,
    papers: sum(({ originals, certifiedCopies, copies }) => originals + certifiedCopies + copies),
    originals: sum(({ originals }) => originals),
    ...(arrived === false && { note: 'không có khi nhận' }),
  }
}
