import type { DossierCommandType } from '@dossier/contracts/dossier-command'
import type { DossierEventType } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import { ancestors } from '@dossier/domain/organisations'
import { permits, relationsOf } from '@dossier/domain/permissions'
import type { Check, Filed, Judging, Step } from './filed.ts'

/** Which command writes which event: no command writes two, but the sounding of an alarm with what follows from it. */
const behind = {
  DossierOpened: 'Open',
  DossierAccepted: 'Accept',
  DossierNotAccepted: 'RefuseIntake',
  CompletionRequested: 'RequestSupplement',
  CompletionReceived: 'ReceiveSupplement',
  ApplicationWithdrawn: 'Withdraw',
  HandoverOffered: 'OfferHandover',
  HandoverAccepted: 'AcceptHandover',
  HandoverReturned: 'ReturnHandover',
  DossierAssigned: 'Assign',
  OpinionAdded: 'AddOpinion',
  ConsultationRequested: 'RequestConsultation',
  ConsultationAnswered: 'AnswerConsultation',
  ConsentDeemed: 'SoundAlarm',
  ConsultationReported: 'ReportConsultation',
  PostingStarted: 'StartPosting',
  SupplementProposed: 'ProposeSupplement',
  SupplementRequested: 'RequestSupplement',
  SupplementReceived: 'ReceiveSupplement',
  ObligationRequested: 'RequestObligation',
  ObligationPaid: 'RecordPayment',
  LimitVariantApplied: 'ApplyVariant',
  DossierRecounted: 'Recount',
  ApprovalDeemed: 'SoundAlarm',
  ResultProposed: 'Propose',
  ResultSigned: 'Sign',
  ApologyDrafted: 'SoundAlarm',
  DossierReappointed: 'Reappoint',
  WithdrawalRequested: 'Withdraw',
  DossierStopped: 'Stop',
  PartResultReturned: 'ReturnPartResult',
  ResultReturned: 'ReturnResult',
  ReturnChosen: 'ChooseReturn',
  ResultDispatched: 'RecordDispatch',
  ResultUndelivered: 'RecordUndelivered',
  ResultLost: 'RecordLoss',
  ResultReissued: 'ReissueResult',
  ApologyGiven: 'Apologise',
  ErrorCorrected: 'CorrectError',
  AgencySucceeded: 'SucceedAgency',
  AlarmSounded: 'SoundAlarm',
  ApologyDeclined: 'DeclineApology',
  ApologySent: 'RecordApologySent',
  ReturnWithdrawn: 'WithdrawReturn',
  PapersLost: 'RecordPapersLoss',
  WrongApologyDrafted: 'SoundAlarm',
} as const satisfies Record<DossierEventType, DossierCommandType>

/** Each line was written by somebody who might at that moment: by mandate, by role, by what they were to the dossier. */
export const rights: Check = (filed, steps, judging) =>
  steps.flatMap((step) => {
    const { line } = step
    const who = `${line.actor.role}@${line.actor.organisation}`
    if (!isPermitted(filed, step, judging)) return [`line ${line.seq}: ${who} might not ${behind[line.event.type]}`]
    return hadMandate(step, judging) ? [] : [`line ${line.seq}: whoever acted as ${who} was not that on the day`]
  })

const isPermitted = ({ applicant }: Filed, { line, before }: Step, { statutes }: Judging): boolean => {
  const { role, organisation, person } = line.actor
  const above = (a: string, b: OrganisationCode) => ancestors(statutes.organisations, b).some(({ code }) => code === a)
  const relations = () => {
    if (role === 'system') return ['none'] as const
    if (role !== 'applicant') return relationsOf(before, organisation, above)
    return applicant === `citizen:${person}` ? (['applicant'] as const) : []
  }
  return permits(behind[line.event.type], role, relations()) === 'permitted'
}

const hadMandate = ({ line }: Step, { officers }: Judging): boolean => {
  const { role, organisation, person } = line.actor
  if (role === 'system' || role === 'applicant') return true
  const day = dayOf(line.at)
  const mandates = officers.get(person)?.mandates ?? []
  return mandates.some(
    (one) =>
      one.role === role && one.organisation === organisation && one.from <= day && (one.to === null || day <= one.to),
  )
}
