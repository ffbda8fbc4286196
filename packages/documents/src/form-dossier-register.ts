import { Day } from '@dossier/contracts/time'
import * as z from 'zod'
import { dateText } from './dates.ts'
import { Code, Line, Name, ReturnWay, Short } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'

/** One line of the book: numbers run through the year (TT 01/2018 art. 10.2). */
export const RegisterLine = z.strictObject({
  number: z.int().positive(),
  dossier: Code,
  procedure: Line,
  sets: z.int().min(1).max(99),
  applicant: Name,
  contact: Name.nullable(),
  lead: Name,
  receivedOn: Day,
  appointmentOn: Day.nullable(),
  returnedOn: Day.nullable(),
  returnBy: ReturnWay.nullable(),
  signedBy: Name.nullable(),
  remark: Name.nullable(),
})
export type RegisterLine = z.infer<typeof RegisterLine>

/**
 * Sổ theo dõi hồ sơ: the lines of a stretch of days, as a book for print. A busy desk prints its year in several stretches;
 * `closed` is the last one, at the year's end.
 */
export const DossierRegister = z.strictObject({
  ...paperHead,
  year: z.int().min(2018).max(2100),
  volume: Short.nullable(),
  from: Day,
  to: Day,
  closed: z.boolean(),
  lines: z.array(RegisterLine).max(1000),
})
export type DossierRegister = z.infer<typeof DossierRegister>

export const dossierRegister = officialPaper({
  template: 'form-dossier-register',
  shape: DossierRegister,
  content: ({ year, volume, from, to, closed, lines }) => ({
    year,
    volume,
    from: dateText(from),
    to: dateText(to),
    closed,
    lines: lines.map(({ receivedOn, appointmentOn, returnedOn, returnBy, ...line }) => ({
      ...line,
      received: dateText(receivedOn),
      appointment: appointmentOn === null ? null : dateText(appointmentOn),
      returned: returnedOn === null ? null : dateText(returnedOn),
      returnBy: returnBy === null ? null : ways[returnBy],
    })),
  }),
})

export const ways: Record<ReturnWay, string> = { desk: 'Trực tiếp', post: 'Bưu chính', online: 'Trực tuyến' }
