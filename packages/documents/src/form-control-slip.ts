import { Due, Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { onTheWall, dateText } from './dates.ts'
import { Line, Name, Names, Short } from './form-fields.ts'
import { officialPaper, paperHead } from './form-paper.ts'
import { dueWords } from './form-wording.ts'

/** How a unit kept its limit, three-way (TT 01/2018 art. 13.1). */
const Timeliness = z.enum(['early', 'on-time', 'late'])

/**
 * One handover, confirmed from both sides. By post its times follow the postal slip, whose number `slip` is. `taken` is null
 * while nobody has received it; `result` is the receiver's, null until its part is done.
 */
const Handover = z.strictObject({
  giver: Name,
  given: z.strictObject({ at: Instant, by: Name.nullable() }),
  receiver: Name,
  taken: z.strictObject({ at: Instant, by: Name.nullable() }).nullable(),
  slip: Short.nullable(),
  due: Due.nullable(),
  result: Timeliness.nullable(),
  remark: Name.nullable(),
})

/** Phiếu kiểm soát quá trình giải quyết hồ sơ, made from the record's handovers. */
export const ControlSlip = z.strictObject({
  ...paperHead,
  applicant: Name,
  procedure: Line,
  receivedAt: Instant,
  due: Due,
  lead: Name,
  coordinating: Names,
  handovers: z.array(Handover).max(200),
})
export type ControlSlip = z.infer<typeof ControlSlip>

export const controlSlip = officialPaper({
  template: 'form-control-slip',
  shape: ControlSlip,
  content: (slip) => ({
    applicant: slip.applicant,
    procedure: slip.procedure,
    receivedAt: shortMoment(slip.receivedAt),
    due: dueWords(slip.due),
    lead: slip.lead,
    coordinating: slip.coordinating,
    handovers: slip.handovers.map(({ giver, given, receiver, taken, slip: postal, due, result, remark }) => ({
      giver,
      given: { at: shortMoment(given.at), by: given.by },
      receiver,
      taken: taken === null ? null : { at: shortMoment(taken.at), by: taken.by },
      slip: postal,
      due: due === null ? null : due.at === undefined ? dateText(due.on) : shortMoment(due.at),
      result: result === null ? null : results[result],
      remark,
    })),
  }),
})

const results: Record<z.infer<typeof Timeliness>, string> = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
}

/** `09:40 13/04/2021`, for a column. */
const shortMoment = (at: Instant): string => {
  const { day, time } = onTheWall(at)
  return `${time} ${dateText(day)}`
}
