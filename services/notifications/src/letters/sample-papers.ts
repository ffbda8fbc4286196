import type { PaperKind } from '@dossier/contracts/official-paper'
import type { RuleSetId } from '@dossier/contracts/procedure'
import type { Instant } from '@dossier/contracts/time'
import type { PaperContent } from '@dossier/documents/official-papers'
import { dayOf, shift } from '@dossier/domain/calendar'
import { formOf } from '@dossier/domain/forms'

const person = 'NGƯỜI NỘP HỒ SƠ MẪU'
const authority = 'Ủy ban nhân dân xã Mẫu'
const desk = 'Bộ phận Một cửa xã Mẫu'
const papers = [
  { name: 'Tờ khai mẫu', originals: 1, certifiedCopies: 0, copies: 0 },
  { name: 'Giấy tờ mẫu kèm theo', originals: 0, certifiedCopies: 1, copies: 1 },
]
const signer = {
  onBehalfOf: 'TM. Ủy ban nhân dân xã Mẫu',
  title: 'Chủ tịch',
  organisation: authority,
  name: null,
  signedAt: null,
}
const officer = { onBehalfOf: null, title: 'Người tiếp nhận hồ sơ', organisation: desk, name: null, signedAt: null }
const words = 'Nội dung mẫu: lý do được nêu ở đây bằng lời của cơ quan.'

/** What each form looks like, filled with what nobody said: placeholders alone, as of an instant. */
export const samplePapers = (ruleSet: RuleSetId, at: Instant): PaperContent => {
  const today = dayOf(at)
  const head = (kind: PaperKind) => ({
    form: formOf(ruleSet, today, kind),
    issuedAt: at,
    place: 'Xã Mẫu',
    authority,
    desk,
    number: '00/MẪU',
    dossier: 'MAU-000000-0000',
  })
  const asked = {
    applicant: { name: person, address: 'Thôn Mẫu, xã Mẫu', phone: '0000 000 000', email: null, representative: null },
    procedure: 'Thủ tục hành chính mẫu',
    phone: '0000 000 000',
  }
  const due = { on: shift(today, 14) }
  const appointment = { due, closes: '17:00' }
  const rating = 'nơi cơ quan nhận ý kiến đánh giá'
  const grounds = ['văn bản làm căn cứ (mẫu)']
  const signing = { copies: [desk], signer }
  const returning = { returnPlace: desk }
  return {
    'receipt-slip': {
      ...head('receipt-slip'),
      ...asked,
      ...returning,
      sets: 1,
      components: papers,
      receivedAt: at,
      limits: [{ amount: 10, unit: 'working-day' }],
      due,
      appointment,
      provisional: false,
      returnBy: 'desk',
      fees: [{ name: 'Lệ phí mẫu', amount: 10_000, receipt: null }],
      rating,
      book: null,
      replaces: null,
      officer,
    },
    'supplement-request': {
      ...head('supplement-request'),
      ...asked,
      receivedAt: at,
      defects: [{ component: 'Tờ khai mẫu', words }],
      bringTo: desk,
      closesOn: due.on,
      clock: 'restart',
      legalBasis: null,
      rating,
      officer,
    },
    'refusal-notice': {
      ...head('refusal-notice'),
      ...asked,
      receivedAt: at,
      reason: words,
      grounds,
      rightPlace: null,
      returned: papers,
      rating,
      signer: officer,
    },
    'apology-letter': {
      ...head('apology-letter'),
      ...asked,
      ...returning,
      ...signing,
      receivedAt: at,
      receivedBy: desk,
      promised: { on: today },
      reason: words,
      late: authority,
      appointment,
    },
    'error-apology': {
      ...head('error-apology'),
      ...asked,
      ...returning,
      ...signing,
      fault: 'loss',
      foundAt: at,
      affected: ['Giấy tờ mẫu kèm theo'],
      what: words,
      remedy: words,
      compensation: null,
      appointment,
    },
    'stop-notice': {
      ...head('stop-notice'),
      ...asked,
      ...returning,
      ...signing,
      receivedAt: at,
      stoppedAt: at,
      cause: 'withdrawn',
      reason: words,
      grounds,
      returned: papers,
      refund: null,
    },
    'control-slip': {
      ...head('control-slip'),
      applicant: person,
      procedure: asked.procedure,
      receivedAt: at,
      due,
      lead: authority,
      coordinating: [],
      handovers: [
        {
          giver: desk,
          given: { at, by: 'Công chức tiếp nhận' },
          receiver: authority,
          taken: { at, by: 'Chuyên viên' },
          slip: null,
          due,
          result: 'on-time',
          remark: null,
        },
      ],
    },
    'dossier-register': {
      ...head('dossier-register'),
      dossier: null,
      year: Number(today.slice(0, 4)),
      volume: '00',
      from: today,
      to: today,
      closed: false,
      lines: [
        {
          number: 1,
          dossier: 'MAU-000000-0000',
          procedure: asked.procedure,
          sets: 1,
          applicant: person,
          contact: null,
          lead: authority,
          receivedOn: today,
          appointmentOn: due.on,
          returnedOn: null,
          returnBy: null,
          signedBy: null,
          remark: null,
        },
      ],
    },
  }
}
