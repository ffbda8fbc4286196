import type { Language } from '@dossier/contracts/contact'
import type { Paper } from '@dossier/contracts/parcel'
import type { Due } from '@dossier/contracts/time'
import { latestDue } from '@dossier/domain/dossier'
import { dateText, momentText } from '@dossier/documents/dates'
import { moneyText } from '@dossier/documents/form-wording'
import type { Facts } from '../telling/facts.ts'
import { alarmLabels, labelOf } from './labels.ts'
import type { Words } from './words.ts'

/** What the catalogue names: organisations, components and parts of the result of the dossier's procedure. */
export type Named = {
  organisation: (code: string) => string
  component: (id: string) => string
  part: (id: string) => string
}

export const dueText = ({ on, at }: Due, language: Language): string =>
  at === undefined ? dateText(on) : momentText(at)[language]

/** What the event itself has to say, in the words of a language. */
export const sayEvent = ({ event, heard }: Facts, language: Language, named: Named): Partial<Words> => {
  const label = (code: string) => labelOf(code, language)
  const by = (due: Due | undefined) => (due === undefined ? null : dueText(due, language))
  const day = (on: string | undefined) => (on === undefined ? null : dateText(on))
  const choice = label(heard.returnBy ?? 'desk')
  const defects = (list: readonly { component: string; defect: string }[]) => ({
    count: `${list.length}`,
    list: list.map(({ component, defect }) => `${named.component(component)}: ${label(defect)}`),
  })
  const papersIn = (papers: readonly Paper[]) => ({
    count: `${papers.length}`,
    list: papers.map(({ kind, component }) => (kind === 'result' ? label('the-result') : named.component(component))),
  })
  switch (event.type) {
    case 'DossierOpened':
    case 'CompletionReceived':
      return { answerBy: by(event.answerDue) }
    case 'DossierAccepted':
      return { due: by(event.count.due), provisional: event.count.provisional ? 'yes' : null }
    case 'DossierNotAccepted': {
      const { ground, directedTo } = event
      return { reason: label(ground), directedTo: directedTo === undefined ? null : named.organisation(directedTo) }
    }
    case 'CompletionRequested':
    case 'SupplementProposed':
      return defects(event.defects)
    case 'SupplementRequested':
      return { ...defects(event.defects), closes: by(event.windowCloses) }
    case 'HandoverOffered':
      return { from: named.organisation(event.from), to: named.organisation(event.to), answerBy: by(event.answerBy) }
    case 'HandoverAccepted':
      return { from: named.organisation(event.from), to: named.organisation(event.to) }
    case 'HandoverReturned':
      return { from: named.organisation(event.from), to: named.organisation(event.to), reason: label(event.ground) }
    case 'ConsultationRequested':
      return { answerBy: by(event.due), to: named.organisation(event.to) }
    case 'ConsultationAnswered':
      return { opinion: label(event.answer) }
    case 'ConsentDeemed':
      return { opinion: label('deemed') }
    case 'SupplementReceived':
      return { due: by(event.count.due) }
    case 'ObligationRequested':
      return { amount: moneyText(event.amount), payBy: day(event.payBy), pauses: event.pauses ? 'yes' : null }
    case 'ObligationPaid':
      return event.count === undefined ? {} : { due: by(event.count.due) }
    case 'LimitVariantApplied':
      return { due: by(event.count.due), reason: event.legalBasis }
    case 'DossierRecounted':
      return {
        due: by(latestDue([event.promised ?? event.count.due, heard.appointment]) ?? undefined),
        reason: label('calendar'),
      }
    case 'ApprovalDeemed':
      return { reason: event.legalBasis }
    case 'ResultProposed':
      return { outcome: label(event.outcome) }
    case 'ResultSigned': {
      const { outcome, number, timeliness } = event
      return { outcome: label(outcome), number, choice, early: timeliness === 'early' ? 'yes' : null }
    }
    case 'DossierReappointed':
      return { appointment: by(event.appointment), reason: label(event.reason) }
    case 'DossierStopped':
      return { reason: event.legalBasis ?? label(event.ground) }
    case 'PartResultReturned':
      return { what: named.part(event.part) }
    case 'ReturnChosen':
      return { choice: label(event.by) }
    case 'ResultDispatched':
      return { parcel: event.parcel, promised: by(event.promised) }
    case 'ResultUndelivered':
    case 'ReturnWithdrawn':
      return { parcel: event.parcel }
    case 'ResultLost':
      return { parcel: event.parcel, what: label(event.what) }
    case 'ResultReissued':
      return { number: event.number }
    case 'ApologyGiven':
      return { reason: label(event.cause) }
    case 'ErrorCorrected':
      return { number: event.number ?? null }
    case 'AlarmSounded': {
      const kinds: Record<string, Record<Language, string>> = alarmLabels
      return { alarm: kinds[event.alarm.kind]?.[language] ?? event.alarm.kind }
    }
    case 'ParcelAttempted': {
      const { parcel, attempt, reason, nextFrom } = event
      const why = label(reason === 'refused' ? 'refused-by-receiver' : reason)
      return { parcel, attempt: `${attempt}`, reason: why, next: day(nextFrom) }
    }
    case 'ParcelOverdue':
      return { parcel: event.parcel, promised: by(event.promised) }
    case 'ParcelLost':
      return {
        parcel: event.parcel,
        what: label(event.what),
        incident: label('parcel-lost'),
        ...papersIn(event.papers),
      }
    case 'PapersMoved':
      return { what: label(event.to.kind), ...papersIn(event.papers) }
    case 'ParcelFound':
      return { parcel: event.parcel }
    case 'CompensationDecided':
      return { parcel: event.parcel, amount: moneyText(event.amount), payBy: day(event.payBy) }
    case 'ComplaintReceived':
      return { parcel: event.parcel, answerBy: by(event.answerBy) }
    case 'ComplaintAnswered':
      return { parcel: event.parcel, outcome: label(event.upheld ? 'upheld' : 'dismissed') }
    case 'IncidentOpened':
      return { incident: label(event.what), parcel: event.parcel ?? null }
    case 'FeedbackReceived':
      return {
        agency: named.organisation(event.agency),
        what: label(event.register),
        answerBy: by(event.dues.answerBy),
      }
    case 'FeedbackRejected':
      return { reason: label(event.ground) }
    case 'FeedbackAnswered':
      return { outcome: label(event.verdict) }
    case 'FeedbackLimitMissed':
      return { agency: named.organisation(event.agency), what: label(event.limit), answerBy: by(event.due) }
    case 'ApplicationWithdrawn':
    case 'DossierAssigned':
    case 'OpinionAdded':
    case 'ConsultationReported':
    case 'PostingStarted':
    case 'WithdrawalRequested':
    case 'ResultReturned':
    case 'AgencySucceeded':
    case 'ApologyDrafted':
    case 'ApologyDeclined':
    case 'ApologySent':
    case 'PapersLost':
    case 'WrongApologyDrafted':
    case 'ApplicationCollected':
    case 'HandoverRecordSigned':
    case 'ParcelPosted':
    case 'ParcelDelivered':
    case 'DeliveryWithdrawn':
    case 'ParcelReturned':
    case 'CompensationPaid':
    case 'FoundParcelSettled':
    case 'PostalLimitMoved':
    case 'IncidentClosed':
    case 'PostalDocumentIssued':
    case 'AppointmentTold':
    case 'FeedbackAppointed':
    case 'FeedbackMoreAsked':
    case 'FeedbackMoreReceived':
    case 'FeedbackPublished':
    case 'FeedbackRecounted':
      return {}
  }
}
