import type { DossierMessage } from '@dossier/contracts/dossier'
import type { FeedbackMessage } from '@dossier/contracts/feedback'
import type { ParcelMessage } from '@dossier/contracts/parcel'
import type { Tx } from '@dossier/platform/postgres'
import { Heard } from './facts.ts'

const keep = `
  insert into heard (subject, body) values ($1, $2)
  on conflict (subject) do update set body = heard.body || excluded.body returning body`

/** Keeps what is new and gives all that is known then. Two topics speak of one dossier: each adds its own members. */
export const remember = async (tx: Tx, subject: string, news: Heard): Promise<Heard> =>
  Heard.parse((await tx.query<{ body: unknown }>(keep, [subject, JSON.stringify(news)])).rows[0]?.body)

/** What a line about a dossier adds. */
export const newsOfDossier = ({ event, axes, at, actor }: DossierMessage): Heard => {
  switch (event.type) {
    case 'DossierOpened': {
      const { channel, returnBy = 'desk', submittedAt } = event
      return { axes, channel, returnBy, submittedAt, receivedAt: submittedAt }
    }
    case 'DossierAccepted':
      return { axes, procedureVersion: event.procedureVersion, receivedAt: at, promised: null }
    case 'HandoverAccepted':
      return { axes, receivedAt: at, officer: null }
    case 'SupplementReceived':
      return { axes, receivedAt: at, promised: null }
    case 'ObligationPaid':
      return event.count === undefined ? { axes } : { axes, promised: null }
    case 'LimitVariantApplied':
      return { axes, promised: null }
    case 'DossierRecounted':
      return { axes, promised: event.promised ?? null }
    case 'DossierAssigned':
      return { axes, officer: event.officer }
    case 'DossierReappointed':
      return { axes, appointment: event.appointment }
    case 'ResultSigned':
      return { axes, signedBy: actor.organisation }
    case 'ReturnChosen':
      return { axes, returnBy: event.by }
    case 'DossierNotAccepted':
    case 'CompletionRequested':
    case 'CompletionReceived':
    case 'ApplicationWithdrawn':
    case 'HandoverOffered':
    case 'HandoverReturned':
    case 'OpinionAdded':
    case 'ConsultationRequested':
    case 'ConsultationAnswered':
    case 'ConsentDeemed':
    case 'ConsultationReported':
    case 'PostingStarted':
    case 'SupplementProposed':
    case 'SupplementRequested':
    case 'ObligationRequested':
    case 'ApprovalDeemed':
    case 'ResultProposed':
    case 'WithdrawalRequested':
    case 'DossierStopped':
    case 'PartResultReturned':
    case 'ResultReturned':
    case 'ResultDispatched':
    case 'ResultUndelivered':
    case 'ResultLost':
    case 'ResultReissued':
    case 'ApologyGiven':
    case 'ApologyDeclined':
    case 'ApologySent':
    case 'ReturnWithdrawn':
    case 'PapersLost':
    case 'WrongApologyDrafted':
    case 'ErrorCorrected':
    case 'AgencySucceeded':
    case 'ApologyDrafted':
    case 'AlarmSounded':
      return { axes }
  }
}

/** What a line about a parcel adds: postal's own lines alone say what a parcel carries. */
export const newsOfParcel = ({ event }: ParcelMessage): Heard => {
  if (event.type === 'ApplicationCollected') return { office: event.office }
  if (event.type === 'ParcelPosted' && event.purpose === 'result') return { resultParcel: event.parcel }
  return {}
}

export const newsOfFeedback = ({ event }: FeedbackMessage): Heard =>
  event.type === 'FeedbackReceived' ? { register: event.register, agency: event.agency } : {}
