import { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { scannable } from './code-128.ts'
import { fullMoment } from './dates.ts'
import { filled } from './filled.ts'
import { ItemCode, itemText, RunningCode, Signatory, SignedAt, sumOf, Words } from './postal-fields.ts'
import type { Letter } from './typesetter.ts'

/** One sealed item of a trip; whose dossier is in it stands on its slip alone. */
export const ManifestedParcel = z.strictObject({
  item: ItemCode,
  from: Words,
  to: Words,
  dossiers: z.int().min(0).max(9999),
  papers: z.int().min(0).max(99_999),
  originals: z.int().min(0).max(99_999),
  note: Words.optional(),
})
export type ManifestedParcel = z.infer<typeof ManifestedParcel>

/** A bag with its seal; without a code it holds what travels loose. */
export const ManifestedBag = z.strictObject({
  code: RunningCode.nullable(),
  seal: Words.optional(),
  parcels: z.array(ManifestedParcel).max(1000),
})
export type ManifestedBag = z.infer<typeof ManifestedBag>

/** What goes on a trip from one hand to another. */
export const Manifest = z.strictObject({
  code: RunningCode,
  operator: Words,
  office: Words,
  from: Words,
  to: Words,
  departsAt: Instant,
  bags: z.array(ManifestedBag).max(100),
  giver: Signatory,
  taker: Signatory,
  signedAt: SignedAt,
})
export type Manifest = z.infer<typeof Manifest>

/** Bảng kê chuyến thư: bag by bag what giver and taker counted together. Throws a DocumentProblem where it does not fit. */
export const manifestLetter = (content: Manifest): Letter => {
  const manifest = filled(Manifest, content)
  const parcels = manifest.bags.flatMap((bag) => bag.parcels)
  return {
    template: 'manifest',
    at: manifest.signedAt ?? manifest.departsAt,
    content: {
      title: `Bảng kê chuyến thư ${manifest.code}`,
      trip: scannable(manifest.code),
      operator: manifest.operator,
      office: manifest.office,
      from: manifest.from,
      to: manifest.to,
      departsAt: fullMoment(manifest.departsAt),
      bags: manifest.bags.map(({ code, seal, parcels: own }) => ({
        code,
        seal: seal ?? null,
        parcels: own.map(({ item, note, ...parcel }) => ({ ...parcel, item: itemText(item), note: note ?? '' })),
        totals: totalsOf(own),
      })),
      totals: { ...totalsOf(parcels), bags: manifest.bags.filter(({ code }) => code !== null).length },
      signedAt: manifest.signedAt === null ? null : fullMoment(manifest.signedAt),
      signatures: [
        { title: 'Người giao', ...manifest.giver },
        { title: 'Người nhận', ...manifest.taker },
      ],
    },
  }
}

const totalsOf = (parcels: readonly ManifestedParcel[]) => ({
  parcels: parcels.length,
  dossiers: sumOf(parcels.map(({ dossiers }) => dossiers)),
  papers: sumOf(parcels.map(({ papers }) => papers)),
  originals: sumOf(parcels.map(({ originals }) => originals)),
})
