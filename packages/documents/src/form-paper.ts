import { OfficialForm } from '@dossier/contracts/official-paper'
import { Instant } from '@dossier/contracts/time'
import type * as z from 'zod'
import { dateInWords, onTheWall } from './dates.ts'
import { filled } from './filled.ts'
import { Code, Name, Short } from './form-fields.ts'
import { qrCode } from './qr-code.ts'
import type { Letter } from './typesetter.ts'

/** What every official paper begins with. `dossier` is null before there is a code; `desk` where the authority itself writes. */
export const paperHead = {
  form: OfficialForm,
  issuedAt: Instant,
  place: Name,
  authority: Name,
  desk: Name.nullable(),
  number: Short.nullable(),
  dossier: Code.nullable(),
}
type PaperHead = { [Key in keyof typeof paperHead]: z.infer<(typeof paperHead)[Key]> }

/** One kind of paper: its template, the shape of what it is made of, and how that becomes a letter. */
export type OfficialPaper = { template: string; shape: z.ZodType; letter: (input: unknown) => Letter }

/**
 * A kind of paper by its shape and what its template prints of it. Its `letter` checks what it gets, and throws a
 * DocumentProblem that points at the field which does not fit.
 */
export const officialPaper = <T extends PaperHead, In>(paper: {
  template: string
  shape: z.ZodType<T, In>
  content: (input: T) => Record<string, unknown>
}) => ({
  template: paper.template,
  shape: paper.shape,
  letter: (input: unknown): Letter => {
    const data = filled(paper.shape, input)
    const head = headOf(data)
    const content = paper.content(data)
    const longWords = [content, head.authority, head.desk, head.number, head.placeAndDate].some(hasLongWord)
    return { template: paper.template, at: data.issuedAt, content: { ...head, ...content, longWords } }
  },
})

const headOf = ({ form, issuedAt, place, authority, desk, number, dossier }: PaperHead) => ({
  title: dossier === null ? form.title : `${form.title} ${dossier}`,
  heading: form.title,
  paper: form.paper,
  form: form.number === null ? null : `Mẫu số ${form.number}, ${form.circular ?? ''}`,
  basis: form.basis,
  authority,
  desk,
  number,
  placeAndDate: `${place}, ${dateInWords(onTheWall(issuedAt).day)}`,
  dossier,
  qr: dossier === null ? null : qrCode(dossier),
})

/** No Vietnamese word has sixteen letters; an e-mail address has, and a slip of the keyboard. */
const hasLongWord = (value: unknown): boolean => {
  if (typeof value === 'string') return /\S{16}/.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLongWord)
}
