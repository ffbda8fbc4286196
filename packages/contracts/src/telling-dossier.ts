import type { DossierEventType } from './dossier-event.ts'
import type { Telling, TellingRule } from './telling-shapes.ts'

const realTime = 'NĐ 224/2026 Đ15.1g'
/** Since when every change of status is told at once, with agency, officer and times. */
const realTimeFrom = '2026-07-01'

type Words = Pick<Telling, 'template'> & Partial<Omit<Telling, 'to'>>
/** To whoever applied and whoever represents them, as the law asks: at any hour. */
const citizen = (words: Words & { basis: string }): Telling => ({
  to: ['applicant', 'representative'],
  channels: ['in-app', 'email', 'sms', 'zalo'],
  urgency: 'legal',
  ...words,
})
/** A change of status that was not told before the law of 2026. */
const step = (words: Words): Telling => ({
  ...citizen({ basis: realTime, ...words }),
  from: realTimeFrom,
})
const officers = (words: Pick<Telling, 'to' | 'template' | 'basis'> & Partial<Telling>): Telling => ({
  channels: ['in-app'],
  urgency: 'ordinary',
  ...words,
})

/** Who is told of what happens to a dossier. */
export const dossierTelling = {
  DossierOpened: [
    citizen({
      template: 'application-received',
      when: 'not-at-the-desk',
      basis: 'NĐ 61/2018 Đ17.2; NĐ 224/2026 Đ15.1g',
    }),
  ],
  DossierAccepted: [
    citizen({ template: 'accepted', letter: 'receipt', appointment: true, basis: 'NĐ 61/2018 Đ17.1c, Đ17.3' }),
    officers({ to: ['post'], template: 'accepted', when: 'came-by-post', basis: 'QĐ 45/2016 Đ7.4' }),
  ],
  DossierNotAccepted: [citizen({ template: 'not-accepted', letter: 'refusal', basis: 'NĐ 61/2018 Đ17.1b, Đ17.2' })],
  CompletionRequested: [
    citizen({ template: 'completion-requested', letter: 'supplement', basis: 'NĐ 61/2018 Đ17.1a, Đ17.2' }),
  ],
  CompletionReceived: [step({ template: 'completion-received' })],
  ApplicationWithdrawn: [citizen({ template: 'application-withdrawn', basis: realTime })],
  HandoverOffered: [officers({ to: ['receiver'], template: 'work-offered', basis: 'NĐ 61/2018 Đ18.2' })],
  HandoverAccepted: [step({ template: 'handed-over' })],
  HandoverReturned: [
    officers({ to: ['sender'], template: 'work-returned', basis: 'own rule: whoever holds it must know' }),
  ],
  DossierAssigned: [
    step({ template: 'assigned' }),
    officers({ to: ['assigned-officer'], template: 'work-assigned', basis: 'own rule: work finds its officer' }),
  ],
  OpinionAdded: { nobody: 'it is read with the dossier by whoever holds it' },
  ConsultationRequested: [officers({ to: ['consulted'], template: 'opinion-asked', basis: 'NĐ 61/2018 Đ19.5' })],
  ConsultationAnswered: [officers({ to: ['holder'], template: 'opinion-given', basis: 'NĐ 61/2018 Đ19.5' })],
  ConsentDeemed: [officers({ to: ['holder'], template: 'opinion-given', basis: 'NĐ 61/2018 Đ19.5' })],
  ConsultationReported: [officers({ to: ['desk-head'], template: 'opinion-late', basis: 'NĐ 61/2018 Đ19.5' })],
  PostingStarted: { nobody: 'a posting is public by itself and changes no status' },
  SupplementProposed: [
    officers({
      to: ['receiving-desk'],
      template: 'supplement-proposed',
      basis: 'NĐ 61/2018 Đ5.1e: through the desk alone',
    }),
  ],
  SupplementRequested: [citizen({ template: 'supplement-requested', letter: 'supplement', basis: 'NĐ 61/2018 Đ19.4' })],
  SupplementReceived: [
    citizen({ template: 'supplement-received', letter: 'receipt', appointment: true, basis: 'NĐ 61/2018 Đ19.4' }),
  ],
  ObligationRequested: [
    citizen({ template: 'obligation-requested', basis: 'NĐ 61/2018 Đ22; the obligation’s own law' }),
  ],
  ObligationPaid: [
    citizen({ template: 'obligation-paid', letter: 'receipt', appointment: true, basis: 'NĐ 61/2018 Đ22' }),
  ],
  LimitVariantApplied: [
    citizen({ template: 'due-date-moved', letter: 'receipt', appointment: true, basis: 'NĐ 61/2018 Đ19.9' }),
  ],
  DossierRecounted: [
    citizen({
      template: 'due-date-moved',
      when: 'due-moved',
      letter: 'receipt',
      appointment: true,
      basis: 'NĐ 61/2018 Đ19.9',
    }),
  ],
  ApprovalDeemed: [citizen({ template: 'approval-deemed', basis: 'the law the event cites; NĐ 224/2026 Đ15.1g' })],
  ResultProposed: [
    officers({ to: ['signatory'], template: 'signature-asked', basis: 'own rule: work finds its officer' }),
  ],
  ResultSigned: [
    citizen({ template: 'result-ready', letter: 'refusal', basis: 'NĐ 61/2018 Đ20.4, Đ19.8' }),
    officers({ to: ['receiving-desk'], template: 'result-to-return', basis: 'NĐ 61/2018 Đ20' }),
    officers({ to: ['post'], template: 'post-to-collect', when: 'goes-by-post', basis: 'QĐ 45/2016 Đ8.4' }),
  ],
  ApologyDrafted: { nobody: 'its alarm tells the leaders; the citizen hears once it is signed' },
  ApologyDeclined: { nobody: 'the leader has decided; the citizen was promised nothing else' },
  ApologySent: { nobody: 'it is what was told' },
  DossierReappointed: [
    citizen({ template: 're-appointed', letter: 'apology', appointment: true, basis: 'NĐ 61/2018 Đ19.9' }),
    officers({ to: ['receiving-desk'], template: 're-appointed', basis: 'NĐ 61/2018 Đ12.5, Đ19.9' }),
  ],
  WithdrawalRequested: [
    step({ template: 'withdrawal-requested' }),
    officers({ to: ['holder'], template: 'withdrawal-to-decide', basis: 'own rule: whoever holds it decides' }),
  ],
  DossierStopped: [citizen({ template: 'stopped', letter: 'stop-notice', basis: 'TT 03/2025 form 05' })],
  PartResultReturned: [step({ template: 'part-returned' })],
  ResultReturned: [step({ template: 'returned' })],
  ReturnWithdrawn: [citizen({ template: 'return-withdrawn', basis: 'QĐ 45/2016 Đ10; NĐ 224/2026 Đ15.1g' })],
  ReturnChosen: [
    citizen({
      template: 'return-chosen',
      urgency: 'ordinary',
      channels: ['in-app', 'email'],
      basis: 'own rule: a choice is confirmed',
    }),
  ],
  ResultDispatched: [citizen({ template: 'dispatched', basis: 'TT 17/2017 Đ7.2; QĐ 45/2016 Đ9' })],
  ResultUndelivered: [citizen({ template: 'undelivered', basis: 'QĐ 45/2016 Đ12.4' })],
  ResultLost: [citizen({ template: 'result-lost', basis: 'NĐ 61/2018 Đ21; QĐ 45/2016 Đ14' })],
  ResultReissued: [citizen({ template: 'result-reissued', basis: 'NĐ 61/2018 Đ21' })],
  ApologyGiven: [citizen({ template: 'apology', letter: 'loss-apology', basis: 'NĐ 61/2018 Đ21' })],
  PapersLost: { nobody: 'postal tells it where the papers were, before there is a dossier too' },
  WrongApologyDrafted: { nobody: 'its alarm tells the leaders; the citizen hears once it is signed' },
  ErrorCorrected: [citizen({ template: 'error-corrected', basis: 'NĐ 61/2018 Đ21' })],
  AgencySucceeded: [citizen({ template: 'agency-succeeded', basis: 'own rule: the place of return has changed' })],
  AlarmSounded: { nobody: 'told by the kind of the alarm, see the table of alarms' },
} as const satisfies Record<DossierEventType, TellingRule>
