import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Due, Instant } from '@dossier/contracts/time'
import { type Dossier, keptDue, type SettlementClock } from './dossier.ts'
import { onItsWay, wronged } from './evolve-delivery.ts'
import { opened } from './opened.ts'
import { countedAnew, dueAnew, standing } from './standing-count.ts'

/** An event with the moment and the person it came from, as the record keeps it. */
export type Recorded = { event: DossierEvent; at: Instant; person: string }

/** Counts up whenever the fold below gives another shape: what was stored under an older one is folded from the record anew. */
export const foldVersion = 10

const stopped = (at: Instant): SettlementClock => ({ is: 'stopped', at })

const paused = (clock: SettlementClock, by: 'supplement' | 'obligation', from: Instant): SettlementClock =>
  clock.is === 'running' ? { ...clock, is: 'paused', by, from } : clock

/** The same run goes on; the stretch it stood is remembered, because every later count leaves it out. */
const resumed = (clock: SettlementClock, to: Instant): SettlementClock => {
  if (clock.is !== 'paused') return clock
  const { since, interruptions, from } = clock
  return { is: 'running', since, interruptions: [...interruptions, { from, to }] }
}

const restarted = (since: Instant): SettlementClock => ({ is: 'running', since, interruptions: [] })

/**
 * Where a dossier stands after one more line of its record; the dossier given stays as it was. `undefined` is the dossier
 * nobody has opened: only an opening makes one. It judges nothing: a line of the record has happened.
 */
export const evolve = (dossier: Dossier | undefined, { event, at, person }: Recorded): Dossier | undefined => {
  if (event.type === 'DossierOpened') return opened(event)
  return dossier === undefined ? undefined : { ...dossier, ...change(dossier, event, at, person) }
}

const change = (dossier: Dossier, event: DossierEvent, at: Instant, person: string): Partial<Dossier> => {
  switch (event.type) {
    case 'DossierOpened':
      return {}
    case 'DossierAccepted': {
      const { procedureVersion: version, ruleSet, calendar, variant, code, count } = event
      const pinned = { version, ruleSet, calendar, ...(variant === undefined ? {} : { variant }) }
      const [first] = count.stages
      const entered = first?.unit === dossier.holder
      const place = { index: 0, entered, since: at, due: entered ? first.due : null }
      const clock = restarted(at)
      const receipts = entered && first !== undefined ? { [first.id]: at } : {}
      return {
        state: 'accepted',
        receipts,
        code,
        pinned,
        acceptedBy: person,
        acceptedAt: at,
        count: standing(count),
        place,
        clock,
      }
    }
    case 'DossierNotAccepted':
      return { state: 'not-accepted' }
    case 'CompletionRequested':
      return {
        state: 'completion-requested',
        completions: dossier.completions + 1,
        supplement: { defects: event.defects, windowCloses: null, requestedAt: at },
      }
    case 'CompletionReceived':
      return { state: 'submitted', supplement: null, answerDue: event.answerDue, complete: true }
    case 'ApplicationWithdrawn':
      return { state: 'withdrawn' }
    case 'HandoverOffered': {
      const { from, to, stage, answerBy } = event
      return { handover: { from, to, stage, answerBy, offeredAt: at } }
    }
    case 'HandoverAccepted': {
      const index = dossier.count?.stages.findIndex(({ id }) => id === event.stage) ?? 0
      const before = dossier.place
      const since = before?.entered === true && before.index === index ? before.since : at
      const place = { index, entered: true, since, due: event.stageDue }
      const receipts = { [event.stage]: at, ...dossier.receipts }
      const left = event.left === undefined ? {} : { proposed: null }
      // Taken over while the citizen still has to pay, it goes on waiting for that.
      const state = dossier.clock.is === 'paused' ? dossier.state : 'in-progress'
      return { state, holder: event.to, handover: null, officer: null, place, receipts, ...left }
    }
    case 'HandoverReturned':
      return { handover: null }
    case 'DossierAssigned':
      return { state: 'in-progress', officer: event.officer }
    case 'OpinionAdded':
      return {}
    case 'ConsultationRequested': {
      const { consultation: id, to, limit = null, due, branch, silence, legalBasis = null } = event
      const asked = { id, to, limit, due, silence, legalBasis, requestedAt: at, branch: branch !== undefined }
      return { consultations: [...dossier.consultations, { ...asked, reported: false, answer: null, deemed: false }] }
    }
    case 'ConsultationAnswered':
      return { consultations: consulted(dossier, event.consultation, { answer: event.answer }) }
    case 'ConsentDeemed':
      return { consultations: consulted(dossier, event.consultation, { deemed: true }) }
    case 'ConsultationReported':
      return { consultations: consulted(dossier, event.consultation, { reported: true }) }
    case 'PostingStarted':
      return { postings: { ...dossier.postings, [event.stage]: event.ends } }
    case 'SupplementProposed':
      return { supplementProposed: event.defects }
    case 'SupplementRequested': {
      const { defects, windowCloses = null } = event
      const { clock, supplements, receivingDesk: holder, place } = dossier
      const away = place === null ? null : { ...place, entered: false, due: null }
      const supplement = { defects, windowCloses, requestedAt: at }
      const state = 'supplement-requested'
      return {
        state,
        supplement,
        supplementProposed: null,
        supplements: supplements + 1,
        clock: paused(clock, 'supplement', at),
        ...heldBy(dossier, holder),
        place: away,
      }
    }
    case 'SupplementReceived': {
      const since = event.byPost?.signedAt ?? at
      const clock = event.policy === 'restart' ? restarted(since) : resumed(dossier.clock, since)
      return {
        state: 'in-progress',
        supplement: null,
        clock,
        ...countedAnew(dossier, event.count, event.calendar),
        place: backAt(dossier, event.stageDue, since),
      }
    }
    case 'ObligationRequested': {
      const { obligation: id, amount, payBy = null, pauses } = event
      const obligations = [...dossier.obligations, { id, amount, payBy, pauses, paid: false }]
      if (!pauses) return { obligations }
      const from = event.pausedFrom ?? at
      return { obligations, state: 'obligation-requested', clock: paused(dossier.clock, 'obligation', from) }
    }
    case 'ObligationPaid': {
      const pay = (one: Dossier['obligations'][number]) => (one.id === event.obligation ? { ...one, paid: true } : one)
      const obligations = dossier.obligations.map(pay)
      if (event.count === undefined) return { obligations }
      const place = dossier.place === null ? null : { ...dossier.place, due: event.stageDue ?? null }
      return {
        obligations,
        state: 'in-progress',
        clock: resumed(dossier.clock, at),
        ...countedAnew(dossier, event.count, event.calendar),
        place,
      }
    }
    case 'LimitVariantApplied': {
      const { pinned, place } = dossier
      const counted = countedAnew(dossier, event.count, event.calendar)
      const now = counted.pinned ?? pinned
      return { ...counted, pinned: now && { ...now, variant: event.variant }, place: dueAnew(place, event.stageDue) }
    }
    case 'DossierRecounted': {
      const { count, calendar, promised = null, stageDue, consultations: moved = [] } = event
      const consultations = dossier.consultations.map((one) => ({ ...one, ...moved.find(({ id }) => id === one.id) }))
      const place = dueAnew(dossier.place, stageDue)
      return { ...countedAnew(dossier, count, calendar), promised, place, consultations }
    }
    case 'ApprovalDeemed':
      return {}
    case 'ResultProposed':
      return { proposed: event.outcome }
    case 'ResultSigned': {
      const { outcome, number, timeliness } = event
      const result = { outcome, number, timeliness, at, version: 1 }
      const holder = dossier.receivingDesk // the result goes back to the desk that gave the receipt: ND 61/2018 art. 19.7
      const settled = { supplementProposed: null, withdrawalAsked: false } // nothing is left to decide
      return {
        state: 'completed',
        result,
        clock: stopped(at),
        delivery: 'ready',
        waitsSince: at,
        ...settled,
        ...heldBy(dossier, holder),
      }
    }
    case 'ApologyDrafted': {
      const { due, by, reason, lateBy, foreseen = null, appointment = null } = event
      return { apologyDraft: { due, by, reason, lateBy, foreseen, appointment, draftedAt: at } }
    }
    case 'DossierReappointed':
      return {
        reappointment: {
          appointment: event.appointment,
          apology: event.apology,
          sending: event.apology === 'in-time' ? 'awaited' : null,
        },
      }
    case 'ApologyDeclined':
      return { apologyDraft: null, apologyDeclined: event.due }
    case 'ApologySent':
      return { reappointment: sent(dossier, event.sending) }
    case 'ReturnWithdrawn':
      return { state: 'completed', delivery: 'under-way' }
    case 'WithdrawalRequested':
      return { withdrawalAsked: true }
    case 'DossierStopped':
      return { state: 'stopped', clock: stopped(at), handover: null, ...heldBy(dossier, dossier.receivingDesk) }
    case 'PartResultReturned':
      return { partsReturned: [...dossier.partsReturned, event.part] }
    case 'ResultReturned':
      return { state: 'returned', delivery: 'returned', waitsSince: null }
    case 'ReturnChosen':
    case 'ResultDispatched':
    case 'ResultUndelivered':
    case 'ResultLost':
    case 'ResultReissued':
    case 'ApologyGiven':
    case 'PapersLost':
    case 'WrongApologyDrafted':
      return onItsWay(dossier, event, at)
    case 'ErrorCorrected': {
      const wrongs = wronged(dossier, 'error', at)
      if (event.number === undefined || dossier.result === null) return { wrongs }
      return { wrongs, result: { ...dossier.result, number: event.number, version: dossier.result.version + 1 } }
    }
    case 'AgencySucceeded':
      return succeeded(dossier, event.replaced)
    case 'AlarmSounded':
      return { sounded: [...dossier.sounded, event.alarm.id], ...unsentBy(dossier, event.alarm) }
  }
}

const consulted = ({ consultations }: Dossier, id: string, answer: Partial<Dossier['consultations'][number]>) =>
  consultations.map((one) => (one.id === id ? { ...one, ...answer } : one))

/** An officer works for one holder: who holds it next gives it to its own. */
const heldBy = (dossier: Dossier, holder: Dossier['holder']): Pick<Dossier, 'holder' | 'officer'> => ({
  holder,
  officer: holder === dossier.holder ? dossier.officer : null,
})

const sent = ({ reappointment }: Dossier, sending: 'in-time' | 'late'): Dossier['reappointment'] =>
  reappointment === null ? null : { ...reappointment, sending }

/** The last moment of an apology that is signed has come, and it has not left: too late from now on. */
const unsentBy = (dossier: Dossier, { id }: { id: string }): Partial<Dossier> =>
  dossier.reappointment?.sending === 'awaited' && id === `apology-by:${keptDue(dossier)?.on}`
    ? { reappointment: sent(dossier, 'late') }
    : {}

type Replaced = Extract<DossierEvent, { type: 'AgencySucceeded' }>['replaced']

/** Successors stand wherever somebody still has to act; stages that are over keep the name of who did them. */
const succeeded = (dossier: Dossier, replaced: Replaced): Partial<Dossier> => {
  const now = (one: Dossier['holder']) => replaced.find(({ from }) => from === one)?.to ?? one
  const { handover, consultations, count, place } = dossier
  const reached = place?.index ?? 0
  return {
    receivingDesk: now(dossier.receivingDesk),
    ...heldBy(dossier, now(dossier.holder)),
    handover: handover === null ? null : { ...handover, from: now(handover.from), to: now(handover.to) },
    consultations: consultations.map((one) => (one.answer === null ? { ...one, to: now(one.to) } : one)),
    count:
      count === null
        ? null
        : { ...count, stages: count.stages.map((one, i) => (i < reached ? one : { ...one, unit: now(one.unit) })) },
  }
}

/** After a supplement the desk holds; where the desk is the stage's own unit, the stage goes on at once. */
const backAt = ({ place }: Dossier, due: Due | undefined, at: Instant): Dossier['place'] =>
  place === null ? null : { ...place, entered: due !== undefined, since: at, due: due ?? null }
