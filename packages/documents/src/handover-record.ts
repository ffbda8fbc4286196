import { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { scannable } from './code-128.ts'
import { fullMoment } from './dates.ts'
import { filled } from './filled.ts'
import {
  allOf,
  Amount,
  amountText,
  Counts,
  ItemCode,
  itemText,
  RunningCode,
  Signatory,
  SignedAt,
  sumOf,
  Words,
} from './postal-fields.ts'
import type { Letter } from './typesetter.ts'

/** A paper as the slip declares it, and as both found it. */
export const CountedPaper = z.strictObject({ name: Words, declared: Counts, counted: Counts })
export type CountedPaper = z.infer<typeof CountedPaper>

/** One sealed dossier that was opened and counted. */
export const CountedSlip = z.strictObject({
  item: ItemCode,
  sender: Words,
  procedure: Words,
  /** Whether the seal was whole before it was opened. */
  sealWhole: z.boolean(),
  papers: z.array(CountedPaper).max(200),
  /** What the officer confirms: all the procedure asks for is there. */
  complete: z.boolean(),
  remark: Words.optional(),
  /** The fees of this dossier that the post hands over (art. 7.5). */
  fees: Amount,
})
export type CountedSlip = z.infer<typeof CountedSlip>

/** What both sides sign at the authority: which dossiers, counted how, complete or not. */
export const HandoverRecord = z.strictObject({
  number: RunningCode,
  authority: Words,
  desk: Words,
  place: Words,
  countedAt: Instant,
  worker: Signatory,
  officer: Signatory,
  slips: z.array(CountedSlip).max(200),
  signedAt: SignedAt,
})
export type HandoverRecord = z.infer<typeof HandoverRecord>

/**
 * Biên bản giao nhận hồ sơ (QĐ 45/2016/QĐ-TTg art. 7): its signing is the lawful submission of every dossier in it (art. 7.4).
 * Throws a DocumentProblem where the content does not fit.
 */
export const handoverLetter = (content: HandoverRecord): Letter => {
  const record = filled(HandoverRecord, content)
  const complete = record.slips.filter((slip) => slip.complete).length
  return {
    template: 'handover-record',
    at: record.signedAt ?? record.countedAt,
    content: {
      title: `Biên bản giao nhận hồ sơ ${record.number}`,
      number: scannable(record.number),
      authority: record.authority,
      desk: record.desk,
      place: record.place,
      countedAt: fullMoment(record.countedAt),
      worker: record.worker,
      officer: record.officer,
      slips: record.slips.map(slipLines),
      totals: {
        slips: record.slips.length,
        complete,
        incomplete: record.slips.length - complete,
        differing: record.slips.filter(({ papers }) => papers.some(isDiffering)).length,
        counted: allOf(record.slips.flatMap(({ papers }) => papers.map(({ counted }) => counted))),
        fees: amountText(sumOf(record.slips.map(({ fees }) => fees))),
      },
      signedAt: record.signedAt === null ? null : fullMoment(record.signedAt),
      signatures: [
        { title: 'Bên giao', ...record.worker },
        { title: 'Bên nhận', ...record.officer },
      ],
    },
  }
}

const slipLines = ({ item, papers, fees, remark, ...slip }: CountedSlip) => ({
  ...slip,
  item: itemText(item),
  papers: papers.map((paper) => ({ ...paper, difference: differenceOf(paper) })),
  fees: amountText(fees),
  remark: remark ?? null,
})

const kinds = [
  ['originals', 'bản chính'],
  ['certifiedCopies', 'bản sao chứng thực'],
  ['copies', 'bản sao'],
] as const

/** `thiếu 1 bản chính, thừa 2 bản sao`; empty where counted and declared agree. */
const differenceOf = ({ declared, counted }: CountedPaper): string =>
  kinds
    .map(([kind, name]) => ({ more: counted[kind] - declared[kind], name }))
    .filter(({ more }) => more !== 0)
    .map(({ more, name }) => (more < 0 ? `thiếu ${-more} ${name}` : `thừa ${more} ${name}`))
    .join(', ')

const isDiffering = (paper: CountedPaper): boolean => differenceOf(paper) !== ''
