import { Day, Instant } from '@dossier/contracts/time'
import * as z from 'zod'
import { scannable } from './code-128.ts'
import { fullDate, fullMoment, momentText } from './dates.ts'
import { filled } from './filled.ts'
import {
  allOf,
  amountText,
  Collected,
  Counts,
  ItemCode,
  itemText,
  Party,
  Signatory,
  sumOf,
  Words,
} from './postal-fields.ts'
import type { Letter } from './typesetter.ts'

/** The services of QĐ 45/2016 art. 5, each way of them, and dossiers between interlinked authorities (art. 16.2). */
export const PostalService = z.enum(['send-dossier', 'receive-result', 'between-authorities'])
export type PostalService = z.infer<typeof PostalService>

/** Who took a result home: the recipient, or one authorised by them (art. 10). */
export const Delivery = z.strictObject({
  recipient: Words,
  authorised: z.boolean(),
  /** The paper shown, by kind alone: its number is nobody's matter here. */
  shown: Words,
  at: Instant,
})

/** What a consignment slip says: sender, recipient, papers and whether originals, fees, J and the day promised. */
export const ConsignmentSlip = z.strictObject({
  item: ItemCode,
  service: PostalService,
  operator: Words,
  office: Words,
  from: Party,
  to: Party,
  procedure: Words,
  /** Unknown until the authority accepts what a citizen sends. */
  dossier: Words.optional(),
  papers: z.array(Counts.extend({ name: Words, note: Words.optional() })).max(200),
  collected: z.array(Collected).max(40),
  seal: Words.optional(),
  handedOverAt: Instant,
  /** TT 17/2017 art. 7.2, counted by the caller: the day on the slip is J. */
  promise: z.strictObject({ workingDays: z.int().min(0).max(60), by: Day, untilAppointment: z.boolean() }),
  sender: Signatory,
  worker: Signatory,
  delivery: Delivery.nullable(),
})
export type ConsignmentSlip = z.infer<typeof ConsignmentSlip>

const services: Record<PostalService, { name: string; sender: string }> = {
  'send-dossier': { name: 'Gửi hồ sơ đến cơ quan có thẩm quyền', sender: 'Người gửi' },
  'receive-result': { name: 'Chuyển trả kết quả đến tổ chức, cá nhân', sender: 'Đại diện cơ quan trả kết quả' },
  'between-authorities': { name: 'Chuyển hồ sơ giữa các cơ quan liên thông', sender: 'Đại diện cơ quan gửi' },
}

/**
 * Phiếu gửi hồ sơ (QĐ 45/2016/QĐ-TTg art. 6, 9, 10): what is sealed, signed by both sides; of a result also who received it.
 * Its layout is our own, the decision lays down none. Throws a DocumentProblem where the content does not fit.
 */
export const consignmentLetter = (content: ConsignmentSlip): Letter => {
  const slip = filled(ConsignmentSlip, content)
  const { name, sender } = services[slip.service]
  return {
    template: 'consignment-slip',
    at: slip.delivery?.at ?? slip.handedOverAt,
    content: {
      title: `Phiếu gửi hồ sơ ${slip.item}`,
      item: scannable(slip.item, itemText(slip.item)),
      operator: slip.operator,
      office: slip.office,
      service: name,
      from: slip.from,
      to: slip.to,
      procedure: slip.procedure,
      dossier: slip.dossier ?? null,
      papers: slip.papers,
      total: { ...allOf(slip.papers), papers: slip.papers.length },
      collected: slip.collected.map((fee) => ({ ...fee, amount: amountText(fee.amount) })),
      sum: amountText(sumOf(slip.collected.map(({ amount }) => amount))),
      seal: slip.seal ?? null,
      handedOver: fullMoment(slip.handedOverAt),
      promise: {
        limit: `J + ${slip.promise.workingDays} ngày làm việc`,
        by: fullDate(slip.promise.by).vi,
        untilAppointment: slip.promise.untilAppointment,
      },
      signatures: [
        { title: sender, name: slip.sender.name },
        { title: 'Nhân viên bưu chính', name: slip.worker.name },
      ],
      delivery: slip.service === 'receive-result' ? deliveryOf(slip) : null,
    },
  }
}

const deliveryOf = ({ delivery }: ConsignmentSlip) => {
  if (delivery === null) return { by: null, shown: null, at: null, recipient: '' }
  return {
    by: delivery.authorised ? 'Người được ủy quyền' : 'Người nhận ghi trên phiếu',
    shown: delivery.shown,
    at: momentText(delivery.at).vi,
    recipient: delivery.recipient,
  }
}
