import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { LetterKind } from '@dossier/contracts/letter'
import { authorityOf, type OrganisationTree } from './organisations.ts'

/**
 * The official paper a line of the record asks for, or null. A receipt names the promised day: whenever that moves by law or
 * by a new count, another is issued in its place (NĐ 61/2018 art. 17.1c, 19.4). The register is made on demand.
 */
export const letterDue = (event: DossierEvent): LetterKind | null => {
  switch (event.type) {
    case 'DossierAccepted': // none for what is settled at once, unless it is asked for (art. 17.4)
      return event.receipt ? 'receipt' : null
    case 'SupplementReceived':
    case 'LimitVariantApplied':
      return 'receipt'
    case 'ObligationPaid': // with other payments still owed the clock stands on
      return event.count === undefined ? null : 'receipt'
    case 'DossierRecounted': // a promise that stands moves nothing for the citizen; older lines were written for a moved date alone
      return (event.moved ?? ['due']).includes('due') && event.promised === undefined ? 'receipt' : null
    case 'CompletionRequested':
    case 'SupplementRequested':
      return 'supplement'
    case 'DossierNotAccepted':
      return 'refusal'
    case 'ResultSigned': // a refusal after appraisal has its own paper (art. 19.8)
      return event.outcome === 'refused' ? 'refusal' : null
    case 'DossierReappointed':
      return 'apology'
    case 'DossierStopped':
      return 'stop-notice'
    case 'ApologyGiven':
      return 'loss-apology'
    case 'DossierOpened':
    case 'CompletionReceived':
    case 'ApplicationWithdrawn':
    case 'HandoverOffered':
    case 'HandoverAccepted':
    case 'HandoverReturned':
    case 'DossierAssigned':
    case 'OpinionAdded':
    case 'ConsultationRequested':
    case 'ConsultationAnswered':
    case 'ConsentDeemed':
    case 'ConsultationReported':
    case 'PostingStarted':
    case 'SupplementProposed':
    case 'ObligationRequested':
    case 'ApprovalDeemed':
    case 'ResultProposed':
    case 'ApologyDrafted': // its words await a signature
    case 'WithdrawalRequested':
    case 'PartResultReturned':
    case 'ResultReturned':
    case 'ReturnChosen':
    case 'ResultDispatched':
    case 'ResultUndelivered':
    case 'ResultLost':
    case 'ResultReissued':
    case 'ApologyDeclined':
    case 'ApologySent':
    case 'ReturnWithdrawn':
    case 'PapersLost':
    case 'WrongApologyDrafted': // as the other draft
    case 'ErrorCorrected':
    case 'AgencySucceeded':
    case 'AlarmSounded':
      return null
  }
}

/**
 * Whether a line is the taking over by another authority: then the control sheet (phiếu kiểm soát quá trình giải quyết hồ sơ) goes
 * with the dossier, with both sides of each handover so far (TT 01/2018 art. 9, form 05; TT 03/2025 form 06).
 */
export const goesToAnotherOffice = (event: DossierEvent, tree: OrganisationTree): boolean =>
  event.type === 'HandoverAccepted' && authorityOf(tree, event.from)?.code !== authorityOf(tree, event.to)?.code
