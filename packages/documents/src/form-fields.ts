import { Due, Instant, TimeOfDay } from '@dossier/contracts/time'
import * as z from 'zod'
import { oneLine } from './one-line.ts'

const paragraphs = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .filter(Boolean)
    .join('\n')

// Half a surrogate pair and control characters are no text: what sent them lost something on the way.
const line = (most: number) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** A name: of a person, an agency, a place, a paper. */
export const Name = line(200)
/** A sentence or two; what a procedure or a paper is called. */
export const Line = line(400)
/** What an officer explains, in paragraphs. */
export const Words = z
  .string()
  .overwrite(paragraphs)
  .min(1)
  .max(4000)
  .regex(/^(\n|[^\p{Cc}\p{Cs}])*$/u)
/** A number of a paper, a book, a telephone. */
export const Short = line(60)
/** The dossier's code, or the reference of an application that has none yet: parts between hyphens that fit in a column. */
export const Code = z.string().regex(/^[A-Z0-9.]{1,16}(-[A-Z0-9.]{1,16}){0,4}$/)
/** In đồng. */
export const Amount = z.int().min(0).max(1_000_000_000_000)

/** Who asks, and by whom they are represented. */
export const Applicant = z.strictObject({
  name: Name,
  address: Line.nullable(),
  phone: Short.nullable(),
  email: Name.nullable(),
  representative: Name.nullable(),
})
export type Applicant = z.infer<typeof Applicant>

const count = z.int().min(0).max(1000)
/** A paper handed in or back, and how often as what. */
export const Paper = z.strictObject({ name: Line, originals: count, certifiedCopies: count, copies: count })
export type Paper = z.infer<typeof Paper>
export const Papers = z.array(Paper).max(200)

/** An appointment, and until when the office is open that day where that is known. */
export const Appointment = z.strictObject({ due: Due, closes: TimeOfDay.nullable() })
export type Appointment = z.infer<typeof Appointment>

/** Whose signature stands where; `signedAt` fills the visible box of a digital signature, without it there is room for a pen. */
export const Signatory = z.strictObject({
  /** `TM. ỦY BAN NHÂN DÂN XÃ`, where a person signs for a body. */
  onBehalfOf: Name.nullable(),
  title: Name,
  organisation: Name,
  name: Name.nullable(),
  signedAt: Instant.nullable(),
})
export type Signatory = z.infer<typeof Signatory>

export const Names = z.array(Name).max(40)
export const Grounds = z.array(Line).max(20)
export const ReturnWay = z.enum(['desk', 'post', 'online'])
export type ReturnWay = z.infer<typeof ReturnWay>
