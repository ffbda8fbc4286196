import type { DossierState } from '@dossier/contracts/dossier'
import type { DossierEvent, DossierEventType } from '@dossier/contracts/dossier-event'
import type { Mandate, OrganisationCode, Role } from '@dossier/contracts/organisation'
import { authorityOf, isAbove, type OrganisationTree } from './organisations.ts'

/** The courier sees his parcels' lists (QĐ 45/2016 art. 16.5); who keeps accounts or procedures needs no dossiers. */
const noReaders: readonly Role[] = ['postal-worker', 'system-admin', 'procedure-control']
const deskRoles: readonly Role[] = ['intake-officer', 'one-stop-head']

/** `way`: every organisation that has had to do with the dossier so far; `holder` is null before anybody holds it. */
type Where = { way: ReadonlySet<string>; holder: OrganisationCode | null }

/**
 * The mandate by which an officer may read: of an organisation on the dossier's way, or of the authority whose leader signs
 * for the unit that holds it; the dossier itself, without its papers, is open to the desk of that authority too, which
 * supervises (NĐ 61/2018 art. 19.7a), and to inspectors above it. Undefined without any.
 */
export const readingMandate = (
  mandates: readonly Mandate[],
  { way, holder }: Where,
  { tree, papers }: { tree: OrganisationTree; papers: boolean },
): Mandate | undefined => {
  const authority = holder === null ? undefined : authorityOf(tree, holder)?.code
  return mandates.find(({ role, organisation }) => {
    if (noReaders.includes(role)) return false
    if (way.has(organisation) || (role === 'signatory' && organisation === authority)) return true
    if (papers || holder === null) return false
    if (role === 'inspector') return isAbove(tree, organisation, holder)
    return deskRoles.includes(role) && authority !== undefined && authorityOf(tree, organisation)?.code === authority
  })
}

/**
 * What the applicant is shown of the record: each step, the agency and the dates (TT 01/2018 art. 16.2), and of the
 * officers' words those that are addressed to them. What is still being weighed inside the authority is not shown.
 */
const toTheApplicant = {
  DossierOpened: 'step',
  DossierAccepted: 'step',
  DossierNotAccepted: 'with-words',
  CompletionRequested: 'with-words',
  CompletionReceived: 'step',
  ApplicationWithdrawn: 'step',
  HandoverOffered: 'nothing', // nothing has changed hands yet
  HandoverAccepted: 'step',
  HandoverReturned: 'nothing',
  DossierAssigned: 'nothing',
  OpinionAdded: 'nothing',
  ConsultationRequested: 'step',
  ConsultationAnswered: 'step',
  ConsultationReported: 'nothing',
  PostingStarted: 'step',
  LimitVariantApplied: 'with-words',
  DossierRecounted: 'step',
  ApprovalDeemed: 'step',
  ConsentDeemed: 'step',
  SupplementProposed: 'nothing', // the citizen hears of it from the desk alone (art. 5.1e)
  SupplementRequested: 'with-words',
  SupplementReceived: 'step',
  ObligationRequested: 'with-words',
  ObligationPaid: 'step',
  ResultProposed: 'nothing', // not before it is signed
  ResultSigned: 'step',
  ApologyDrafted: 'nothing', // not before it is signed
  ApologyDeclined: 'nothing',
  ApologySent: 'nothing',
  DossierReappointed: 'with-words',
  WithdrawalRequested: 'step',
  DossierStopped: 'with-words',
  PartResultReturned: 'step',
  ResultReturned: 'step',
  ReturnWithdrawn: 'step',
  ReturnChosen: 'step',
  ResultDispatched: 'step',
  ResultUndelivered: 'step',
  ResultLost: 'step',
  ResultReissued: 'step',
  ApologyGiven: 'with-words',
  PapersLost: 'step',
  WrongApologyDrafted: 'nothing', // not before it is signed
  ErrorCorrected: 'with-words',
  AgencySucceeded: 'step',
  AlarmSounded: 'nothing',
} as const satisfies Record<DossierEventType, 'step' | 'with-words' | 'nothing'>

/** How much of a line of the record its applicant sees; a refused result gives its reason (NĐ 61/2018 art. 19.8). */
export const shownToApplicant = (event: DossierEvent): 'step' | 'with-words' | 'nothing' =>
  event.type === 'ResultSigned' && event.outcome === 'refused' ? 'with-words' : toTheApplicant[event.type]

/**
 * How far a dossier is, for anybody who has its code (TT 01/2018 art. 16.2): that papers or money are owed is the applicant's own
 * affair.
 */
export const completionOf = (state: DossierState): 'in-process' | 'completed' | 'ended' => {
  switch (state) {
    case 'submitted':
    case 'completion-requested':
    case 'accepted':
    case 'in-progress':
    case 'supplement-requested':
    case 'obligation-requested':
      return 'in-process'
    case 'completed':
    case 'returned':
      return 'completed'
    case 'not-accepted':
    case 'withdrawn':
    case 'stopped':
      return 'ended'
  }
}
