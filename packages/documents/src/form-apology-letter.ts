import { Due, Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { momentText } from './dates.ts'
import { Applicant, Appointment, Line, Name, Names, Short, Signatory, Words } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { appointmentWords, dueWords, paragraphsOf, signaturePlace } from './form-wording.ts'

/**
 * The apology for lateness and the one new appointment (NĐ 61/2018 art. 19.9): who, dossier and procedure, reason, new date,
 * apology. `promised` is the appointment that will not be kept, `late` the authority that is late and signs.
 */
export const ApologyLetter = z.strictObject({
  ...paperHead,
  applicant: Applicant,
  procedure: Line,
  receivedAt: Instant,
  receivedBy: Name,
  promised: Due,
  reason: Words,
  late: Name,
  appointment: Appointment,
  returnPlace: Line,
  phone: Short,
  copies: Names,
  signer: Signatory,
})
export type ApologyLetter = z.infer<typeof ApologyLetter>

export const apologyLetter = officialPaper({
  template: 'form-apology-letter',
  shape: ApologyLetter,
  content: (letter) => ({
    applicant: letter.applicant,
    procedure: letter.procedure,
    receivedAt: momentText(letter.receivedAt).vi,
    receivedBy: letter.receivedBy,
    promised: dueWords(letter.promised),
    reason: paragraphsOf(letter.reason),
    late: letter.late,
    appointment: appointmentWords(letter.appointment),
    returnPlace: letter.returnPlace,
    phone: letter.phone,
    copies: letter.copies,
    signer: signaturePlace(letter.signer),
  }),
})
