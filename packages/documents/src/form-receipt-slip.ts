import { Day, Instant, Limit } from '@dossier/contracts/time'
import * as z from 'zod'
import { dateText, momentText } from './dates.ts'
import { Amount, Applicant, Appointment, Line, Papers, ReturnWay, Short, Signatory } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { appointmentWords, dueWords, moneyText, returnWays, signaturePlace } from './form-wording.ts'
import { limitText } from './looked-at.ts'

/** A fee, and the number of the receipt where it is paid. */
const FeeLine = z.strictObject({ name: Line, amount: Amount, receipt: Short.nullable() })

/**
 * Giấy tiếp nhận hồ sơ và hẹn trả kết quả (NĐ 61/2018 art. 17.1c). `due` is the law's day, `appointment` the one the citizen
 * is told to come, which may be later; `replaces` is an earlier slip this one takes the place of, and why.
 */
export const ReceiptSlip = z.strictObject({
  ...paperHead,
  applicant: Applicant,
  procedure: Line,
  sets: z.int().min(1).max(99),
  components: Papers,
  receivedAt: Instant,
  limits: z.array(Limit).min(1).max(20),
  due: Appointment.shape.due,
  appointment: Appointment,
  provisional: z.boolean(),
  returnBy: ReturnWay,
  returnPlace: Line,
  fees: z.array(FeeLine).max(30),
  phone: Short,
  rating: Line,
  book: z.strictObject({ volume: Short, number: z.int().positive() }).nullable(),
  replaces: z.strictObject({ issuedOn: Day, why: Line }).nullable(),
  officer: Signatory,
})
export type ReceiptSlip = z.infer<typeof ReceiptSlip>

export const receiptSlip = officialPaper({
  template: 'form-receipt-slip',
  shape: ReceiptSlip,
  content: (slip) => ({
    applicant: slip.applicant,
    procedure: slip.procedure,
    sets: slip.sets,
    components: slip.components,
    receivedAt: momentText(slip.receivedAt).vi,
    limit: slip.limits.map((limit) => limitText(limit).vi).join(' + '),
    due: dueWords(slip.due),
    appointment: appointmentWords(slip.appointment),
    provisional: slip.provisional,
    returnBy: returnWays[slip.returnBy],
    returnPlace: slip.returnPlace,
    fees: slip.fees.map(({ name, amount, receipt }) => ({ name, amount: moneyText(amount), receipt })),
    paid: totalOf(slip.fees.filter(({ receipt }) => receipt !== null)),
    owed: totalOf(slip.fees.filter(({ receipt }) => receipt === null)),
    phone: slip.phone,
    rating: slip.rating,
    book: slip.book,
    replaces: slip.replaces === null ? null : { on: dateText(slip.replaces.issuedOn), why: slip.replaces.why },
    officer: signaturePlace(slip.officer),
  }),
})

const totalOf = (fees: ReceiptSlip['fees']): string => moneyText(fees.reduce((total, { amount }) => total + amount, 0))
