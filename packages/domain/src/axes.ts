import type { Axes } from '@dossier/contracts/dossier'
import type { DossierEventType } from '@dossier/contracts/dossier-event'
import { type Dossier, isToDispatch } from './dossier.ts'
import type { Law } from './law.ts'

/** Where a dossier stands, as every listener gets it. The level is the holder's own. */
export const axesOf = (dossier: Dossier, { organisations }: Pick<Law, 'organisations'>): Axes => {
  const { state, clock, code, procedure, receivingDesk, holder, place, count, obligations } = dossier
  const delivery = isToDispatch(dossier) ? 'to-dispatch' : dossier.delivery
  const dispatch = orderOf(dossier, delivery)
  const stage = place === null ? undefined : count?.stages[place.index]
  const level = organisations.rows.get(holder)?.level ?? 'commune'
  const owed = obligations.some(({ paid }) => !paid)
  const requests = requestsOf(dossier)
  return {
    state,
    clock: clock.is,
    pausedBy: clock.is === 'paused' ? clock.by : null,
    code,
    procedure,
    receivingDesk,
    holder,
    level,
    stage:
      place === null || stage === undefined
        ? null
        : { id: stage.id, place: place.index + 1, of: count?.stages.length ?? 1 },
    due: count?.due ?? null,
    finance: owed ? 'owed' : obligations.length > 0 ? 'paid' : 'none',
    delivery,
    ...(dispatch !== undefined && { dispatch }),
    ...(requests.length > 0 && { requests }),
  }
}

const orderOf = ({ dispatch, pastOrders }: Dossier, delivery: Axes['delivery']): number | undefined => {
  if (delivery === 'to-dispatch') return pastOrders + 1
  return delivery === 'under-way' ? dispatch?.order : undefined
}

/** What was asked and waits for a decision: of the desk a supplement, of the authority the wish to withdraw. */
export const requestsOf = ({ supplementProposed, withdrawalAsked }: Dossier): NonNullable<Axes['requests']> => [
  ...(supplementProposed === null ? [] : (['supplement'] as const)),
  ...(withdrawalAsked ? (['withdrawal'] as const) : []),
]

/** Which events the conductor must hear of: those that move state, level, stage, holder, clock or the alarm plan. */
const moving = {
  DossierOpened: true,
  DossierAccepted: true,
  DossierNotAccepted: true,
  CompletionRequested: true,
  CompletionReceived: true,
  ApplicationWithdrawn: true,
  HandoverOffered: true, // holds nothing new, but silence now has its alarm
  HandoverAccepted: true,
  HandoverReturned: true,
  DossierAssigned: false,
  OpinionAdded: false,
  ConsultationRequested: true,
  ConsultationAnswered: true,
  ConsultationReported: false,
  PostingStarted: true,
  LimitVariantApplied: true,
  DossierRecounted: true,
  ApprovalDeemed: false, // comes with its alarm, too
  ConsentDeemed: false, // comes with its alarm, which the conductor sounded
  SupplementProposed: true, // the desk must act on it
  SupplementRequested: true,
  SupplementReceived: true,
  ObligationRequested: true,
  ObligationPaid: true,
  ResultProposed: false,
  ResultSigned: true,
  ApologyDrafted: true, // unsigned, it has alarms of its own
  ApologyDeclined: true,
  ApologySent: true, // its last moment need not sound any more
  DossierReappointed: true,
  WithdrawalRequested: true,
  DossierStopped: true,
  PartResultReturned: false,
  ResultReturned: true,
  ReturnWithdrawn: true,
  ReturnChosen: true,
  ResultDispatched: true,
  ResultUndelivered: true,
  ResultLost: true,
  ResultReissued: true,
  ApologyGiven: true, // nobody need be warned of it any more
  PapersLost: true, // its apology is to be drafted, and a result that is lost waits no more
  WrongApologyDrafted: true,
  ErrorCorrected: true, // its apology is to be drafted
  AgencySucceeded: true,
  AlarmSounded: false, // whoever sounded it, the story need not know
} as const satisfies Record<DossierEventType, boolean>

/** Whether the conductor is signalled for such an event; the table above says why not. */
export const moves = (type: DossierEventType): boolean => moving[type]
