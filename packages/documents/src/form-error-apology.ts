import { Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { momentText } from './dates.ts'
import { Amount, Applicant, Appointment, Line, Names, Short, Signatory, Words } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { appointmentWords, moneyText, paragraphsOf, signaturePlace } from './form-wording.ts'

const Fault = z.enum(['loss', 'damage', 'error'])

/**
 * The other apology (NĐ 61/2018 art. 21): papers or results lost or damaged, or an officer's error. It re-appoints nothing
 * by itself; `appointment` tells when the remedy is ready. Compensation in đồng, where there is one.
 */
export const ErrorApology = z.strictObject({
  ...paperHead,
  applicant: Applicant,
  procedure: Line,
  fault: Fault,
  foundAt: Instant,
  affected: z.array(Line).max(200),
  what: Words,
  remedy: Words,
  compensation: Amount.nullable(),
  appointment: Appointment.nullable(),
  returnPlace: Line,
  phone: Short,
  copies: Names,
  signer: Signatory,
})
export type ErrorApology = z.infer<typeof ErrorApology>

export const errorApology = officialPaper({
  template: 'form-error-apology',
  shape: ErrorApology,
  content: (letter) => ({
    applicant: letter.applicant,
    procedure: letter.procedure,
    fault: faults[letter.fault],
    foundAt: momentText(letter.foundAt).vi,
    affected: letter.affected,
    what: paragraphsOf(letter.what),
    remedy: paragraphsOf(letter.remedy),
    compensation: letter.compensation === null ? null : moneyText(letter.compensation),
    appointment: letter.appointment === null ? null : appointmentWords(letter.appointment),
    returnPlace: letter.returnPlace,
    phone: letter.phone,
    copies: letter.copies,
    signer: signaturePlace(letter.signer),
  }),
})

const faults: Record<z.infer<typeof Fault>, string> = {
  loss: 'làm mất giấy tờ, kết quả',
  damage: 'làm hư hỏng giấy tờ, kết quả',
  error: 'sai sót do cơ quan giải quyết',
}
