import { Day, type Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { scannable } from './code-128.ts'
import { dateText } from './dates.ts'
import { filled } from './filled.ts'
import { ItemCode, itemText, Party, RunningCode, Words } from './postal-fields.ts'
import type { Letter } from './typesetter.ts'

const LabelParty = Party.extend({ name: Words.max(100), address: Words.max(180) })

/** What is stuck on a parcel: no word of what is in it, for whoever carries it has no need of that (QĐ 45/2016 art. 16.5). */
export const ParcelLabel = z.strictObject({
  kind: z.literal('parcel'),
  item: ItemCode,
  from: LabelParty,
  to: LabelParty,
  /** The postal class as the operator calls it. */
  service: Words.max(40),
  deliverBy: Day,
})
export type ParcelLabel = z.infer<typeof ParcelLabel>

/** What is tied to a bag. */
export const BagLabel = z.strictObject({
  kind: z.literal('bag'),
  code: RunningCode,
  from: Words.max(100),
  to: Words.max(100),
  parcels: z.int().min(0).max(1000),
  seal: Words.max(40).optional(),
  trip: RunningCode.optional(),
})
export type BagLabel = z.infer<typeof BagLabel>

/** A label of 100 × 75 mm. */
export const Label = z.discriminatedUnion('kind', [ParcelLabel, BagLabel])
export type Label = z.infer<typeof Label>

/** Labels to be printed, at least one. */
export const Labels = z.array(Label).min(1).max(300)
export type Labels = z.infer<typeof Labels>

/** One label after the other, each its own page of 100 × 75 mm, for a label printer. Throws a DocumentProblem. */
export const labelRoll = (labels: Labels, at: Instant): Letter => labelled(labels, at, 'roll')

/** Six labels on each A4 page, for a sheet of labels or to be cut. Throws a DocumentProblem. */
export const labelSheet = (labels: Labels, at: Instant): Letter => labelled(labels, at, 'sheet')

const labelled = (labels: Labels, at: Instant, on: 'roll' | 'sheet'): Letter => ({
  template: 'label',
  at,
  content: { title: 'Nhãn bưu gửi', on, labels: filled(Labels, labels).map(printed) },
})

const printed = (label: Label) => {
  if (label.kind === 'bag')
    return {
      ...label,
      seal: label.seal ?? null,
      trip: label.trip ?? null,
      code: scannable(label.code),
    }
  return {
    ...label,
    deliverBy: dateText(label.deliverBy),
    code: scannable(label.item, itemText(label.item)),
  }
}
