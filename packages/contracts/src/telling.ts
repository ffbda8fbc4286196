import type { ApplicationEvent } from './application.ts'
import type { FeedbackEvent } from './feedback.ts'
import type { ParcelEventType } from './parcel.ts'
import { alarmTelling } from './telling-alarms.ts'
import { dossierTelling } from './telling-dossier.ts'
import type { Telling, TellingRule } from './telling-shapes.ts'

const toCitizen = (words: Pick<Telling, 'template' | 'basis'> & Partial<Telling>): Telling => ({
  to: ['applicant', 'representative'],
  channels: ['in-app', 'email', 'sms', 'zalo'],
  urgency: 'legal',
  ...words,
})
const toGiver = (words: Pick<Telling, 'template' | 'basis'>): Telling => ({
  to: ['giver'],
  channels: ['in-app', 'email', 'sms'],
  urgency: 'legal',
  ...words,
})
const toOfficers = (words: Pick<Telling, 'to' | 'template' | 'basis'> & Partial<Telling>): Telling => ({
  channels: ['in-app'],
  urgency: 'ordinary',
  ...words,
})

/** Who is told of what happens to parcels and papers. Of a result on its way the ledger's own events tell the citizen. */
const parcelTelling = {
  ApplicationCollected: { nobody: 'the citizen has the slip in hand, and intake knows no application yet' },
  HandoverRecordSigned: { nobody: 'the application it becomes is told of' },
  ParcelPosted: { nobody: 'the ledger tells the citizen that a result is on its way' },
  ParcelAttempted: [toCitizen({ template: 'invitation', when: 'parcel-with-result', basis: 'TT 17/2017 Đ5.2h' })],
  ParcelDelivered: { nobody: 'the ledger tells that the result is returned' },
  DeliveryWithdrawn: { nobody: 'the ledger takes the return back, and tells it' },
  ParcelReturned: { nobody: 'the ledger tells the citizen where to collect' },
  ParcelOverdue: [
    toOfficers({
      to: ['receiving-desk', 'post'],
      template: 'parcel-overdue',
      urgency: 'legal',
      basis: 'TT 17/2017 Đ7.2',
    }),
  ],
  ParcelLost: [
    toCitizen({ template: 'result-lost', when: 'parcel-with-application', basis: 'QĐ 45/2016 Đ14; NĐ 47/2011 Đ25' }),
    toCitizen({ template: 'papers-lost', when: 'parcel-with-papers', basis: 'NĐ 61/2018 Đ21; QĐ 45/2016 Đ14, Đ16.2' }),
    toOfficers({ to: ['receiving-desk'], template: 'incident', urgency: 'legal', basis: 'QĐ 45/2016 Đ14' }),
  ],
  ParcelFound: [toCitizen({ template: 'parcel-found', basis: 'NĐ 47/2011 Đ27' })],
  CompensationDecided: [toCitizen({ template: 'compensation', basis: 'NĐ 47/2011 Đ25, Đ26' })],
  CompensationPaid: { nobody: 'whoever was paid has signed for it' },
  FoundParcelSettled: { nobody: 'the citizen has chosen, and knows' },
  PostalLimitMoved: { nobody: 'the operator finds it among its own dates' },
  ComplaintReceived: [toCitizen({ template: 'complaint-received', basis: 'TT 17/2017 Đ8' })],
  ComplaintAnswered: [toCitizen({ template: 'complaint-answered', basis: 'TT 17/2017 Đ8' })],
  IncidentOpened: [
    toOfficers({ to: ['place', 'post'], template: 'incident', urgency: 'legal', basis: 'QĐ 45/2016 Đ14' }),
  ],
  IncidentClosed: { nobody: 'whoever settled it knows' },
  AppointmentTold: { nobody: 'the citizen is whom it was told' },
  PostalDocumentIssued: { nobody: 'who signed it or printed it has it; it stands on the dossier' },
  // Both sides have confirmed what moves; what is lost by a decision its owner must hear of.
  PapersMoved: [toCitizen({ template: 'papers-lost', when: 'papers-lost', basis: 'NĐ 61/2018 Đ21; QĐ 45/2016 Đ14' })],
} as const satisfies Record<ParcelEventType, TellingRule>

const applicationTelling = {
  ApplicationSubmitted: { nobody: 'told with the dossier the ledger opens for it' },
  ApplicationAmended: { nobody: 'told by the ledger when it counts what was brought' },
} as const satisfies Record<ApplicationEvent['type'], TellingRule>

/** Nothing that could name who said what: reference, agency and dates alone (Luật Tố cáo 2018, Luật 91/2025). */
const feedbackTelling = {
  FeedbackReceived: [
    toOfficers({ to: ['agency-head'], template: 'feedback-given', basis: 'QĐ 766/QĐ-TTg; NĐ 61/2018 Đ8.1' }),
  ],
  FeedbackAppointed: { nobody: 'the handler finds it in the register; who that is stays in intake' },
  FeedbackRejected: [toGiver({ template: 'feedback-rejected', basis: 'QĐ 766/QĐ-TTg' })],
  FeedbackMoreAsked: [toGiver({ template: 'feedback-more-asked', basis: 'QĐ 766/QĐ-TTg' })],
  FeedbackMoreReceived: { nobody: 'the handler finds it in the register' },
  FeedbackAnswered: [toGiver({ template: 'feedback-answered', basis: 'QĐ 766/QĐ-TTg' })],
  FeedbackPublished: { nobody: 'it stands in public' },
  FeedbackRecounted: { nobody: 'a limit of the agency alone moves' },
  FeedbackLimitMissed: [
    toOfficers({ to: ['agency-head'], template: 'feedback-late', urgency: 'legal', basis: 'QĐ 766/QĐ-TTg' }),
  ],
} as const satisfies Record<FeedbackEvent['type'], TellingRule>

/** Who is told of every event of every topic that tells of people's matters; alarms by their kind. */
export const tellings = {
  'casework.dossier.v1': dossierTelling,
  'postal.parcel.v1': parcelTelling,
  'intake.application.v1': applicationTelling,
  'intake.feedback.v1': feedbackTelling,
  alarms: alarmTelling,
} as const satisfies Record<string, Record<string, TellingRule>>

/** The tellings of a rule; none where nobody is told. */
export const tellingsOf = (rule: TellingRule): readonly Telling[] => ('nobody' in rule ? [] : rule)
