import type { Defect } from '@dossier/contracts/dossier-event'
import type { Due, Instant } from '@dossier/contracts/time'
import { countDossier, stageDue } from '../count.ts'
import type { Dossier } from '../dossier.ts'
import {
  type Context,
  type Decision,
  happened,
  hasPassed,
  type Law,
  type Refused,
  refuse,
  waysFor,
  yearMissing,
} from '../law.ts'
import { dueAfter, type Interruption, startOf } from '../legal-clock.ts'
import type { CommandOf } from './command.ts'
import { answerDueAfter } from './intake.ts'
import { countedBy } from './recount.ts'

/** The specialist tells the desk what is missing; the citizen hears of it from the desk alone (NĐ 61/2018 art. 5.1e). */
export const proposeSupplement = (
  dossier: Dossier,
  { defects, legalBasis }: CommandOf<'ProposeSupplement'>,
  context: Context,
): Decision => {
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  if (dossier.supplements > 0 && legalBasis === undefined) return refuse('second-supplement')
  const cited = legalBasis === undefined ? {} : { legalBasis }
  return unknownIn(defects, context) ?? happened({ type: 'SupplementProposed', defects, ...cited })
}

/**
 * The desk asks for everything that is missing in one notice: before acceptance without any clock; after it once, within
 * the authority's window, and the clock stands (art. 11.2c, 15.3, 17.1a, 19.4).
 */
export const requestSupplement = (
  dossier: Dossier,
  { defects, legalBasis }: CommandOf<'RequestSupplement'>,
  context: Context,
): Decision => {
  const unknown = unknownIn(defects, context)
  if (unknown !== undefined) return unknown
  const cited = legalBasis === undefined ? {} : { legalBasis }
  if (dossier.state === 'submitted') {
    if (dossier.completions > 0 && legalBasis === undefined) return refuse('second-supplement') // art. 15.3: once, in full
    return happened({ type: 'CompletionRequested', defects, ...cited })
  }
  if (dossier.state === 'completed') return refuse('already-completed')
  if (dossier.state !== 'accepted' && dossier.state !== 'in-progress') return refuse('not-possible-now')
  if (dossier.handover !== null) return refuse('handover-open')
  const { supplementProposed: proposed, holder, receivingDesk } = dossier
  if (proposed === null && holder !== receivingDesk) return refuse('supplement-not-proposed')
  const left = proposed?.find((one) => !defects.some(({ component }) => component === one.component))
  if (left !== undefined) return refuse('defects-left-out', left.component)
  if (legalBasis === undefined) {
    if (dossier.supplements > 0) return refuse('second-supplement')
    const last = lastDayToAsk(dossier, context.law, context.now)
    if ('refused' in last) return last
    if (hasPassed(last, context.now)) return refuse('supplement-too-late', last.on)
  }
  const window = citizenWindow(dossier, context)
  if (window !== undefined && 'refused' in window) return window
  return happened({
    type: 'SupplementRequested',
    defects,
    ...(window === undefined ? {} : { windowCloses: window }),
    ...cited,
  })
}

/**
 * The supplement is complete, as intake confirms (NĐ 61/2018 art. 19.4): every paper asked for was brought since. Then the
 * whole limit runs again from today, or the rest of it, as rule set and procedure say. By post it is complete when desk and
 * courier have signed (QĐ 45/2016 art. 7.4).
 */
export const receiveSupplement = (
  dossier: Dossier,
  { byPost }: CommandOf<'ReceiveSupplement'>,
  given: Context,
): Decision => {
  // The post alone says what came by post, and says nothing else.
  if ((byPost === undefined) === (given.actor.role === 'system')) return refuse('not-permitted')
  const context = byPost === undefined ? given : handedOver(given, byPost)
  const { law, now } = context
  if (byPost !== undefined && byPost.signedAt > given.now) return refuse('not-possible-now')
  const lacking = stillLacking(dossier, context)
  if (lacking !== undefined) return refuse('supplement-incomplete', lacking)
  if (dossier.state === 'completion-requested') {
    if (context.application?.complete !== true) return refuse('incomplete')
    const answerDue = answerDueAfter(dossier.receivingDesk, now, context)
    return 'refused' in answerDue ? answerDue : happened({ type: 'CompletionReceived', answerDue })
  }
  const { clock, pinned, place } = dossier
  if (clock.is !== 'paused' || clock.by !== 'supplement') return refuse('not-possible-now')
  if (law.procedure === undefined) return refuse('procedure-not-in-force', dossier.procedure)
  const policy = law.procedure.supplement?.clock ?? law.ruleSet.supplement.clock
  const stood = [...clock.interruptions, { from: clock.from, to: now }]
  const run: { since: Instant; interruptions: Interruption[] } =
    policy === 'restart' ? { since: now, interruptions: [] } : { since: clock.since, interruptions: stood }
  const { locality } = dossier
  const whole = { ...run, locality, variant: pinned?.variant, planned: dossier.count?.stages }
  const counting = countDossier(dossier.receivingDesk, law.procedure, whole, context)
  if ('refused' in counting) return counting

  const stage = place === null ? undefined : counting.count.stages[place.index]
  const received = {
    type: 'SupplementReceived',
    policy,
    ...counting,
    ...countedBy(dossier, context),
    ...(byPost !== undefined && { byPost: { record: byPost.record, signedAt: byPost.signedAt } }),
  } as const
  if (stage === undefined || stage.unit !== dossier.receivingDesk) return happened(received)
  const since = policy === 'restart' ? now : (place?.since ?? now)
  const counted = { ...dossier, count: counting.count }
  const due = stageDue(counted, stage.id, since, context, policy === 'restart' ? [] : stood)
  return 'refused' in due ? due : happened({ ...received, stageDue: due })
}

type ByPost = NonNullable<CommandOf<'ReceiveSupplement'>['byPost']>

/** What both counted was brought when they signed; more is judged as of that moment. The desk confirmed that it is complete. */
const handedOver = (context: Context, { signedAt, components }: ByPost): Context => {
  const before = context.application
  const counted = Object.fromEntries(components.map((component) => [component, signedAt]))
  const application = {
    feesOwed: [],
    originals: [],
    ...before,
    complete: true,
    brought: { ...before?.brought, ...counted },
  }
  return { ...context, now: signedAt, application }
}

const stillLacking = ({ supplement }: Dossier, { application }: Context): string | undefined =>
  supplement?.defects.find(({ component }) => (application?.brought[component] ?? '') < supplement.requestedAt)
    ?.component

const unknownIn = (defects: readonly Defect[], { law }: Context): Refused | undefined => {
  const known = law.procedure?.components.map(({ id }) => id) ?? []
  const unknown = defects.find(({ component }) => !known.includes(component))
  return unknown === undefined ? undefined : refuse('unknown-component', unknown.component)
}

/**
 * Until when the citizen may still be asked for papers, without a law that says otherwise (NĐ 61/2018 art. 19.4); null where it
 * is too early or was done, and in a year nobody announced.
 */
export const supplementBy = (dossier: Dossier, law: Law): Due | null => {
  const { state, supplements, acceptedAt } = dossier
  if ((state !== 'accepted' && state !== 'in-progress') || supplements > 0 || acceptedAt === null) return null
  const last = lastDayToAsk(dossier, law, acceptedAt)
  return 'refused' in last ? null : last
}

/** From acceptance for the first stage, from its own first receipt for a later agency (reference scenario S02; a setting). */
const lastDayToAsk = (
  { place, count, receipts, acceptedAt, receivingDesk }: Dossier,
  law: Law,
  now: Instant,
): Due | Refused => {
  const limit = law.procedure?.supplement?.authorityLimit ?? law.ruleSet.supplement.authorityLimit
  const stage = place === null || place.index === 0 ? undefined : count?.stages[place.index]?.id
  const from = (stage === undefined ? undefined : receipts[stage]) ?? acceptedAt ?? now
  const counted = dueAfter(startOf(from), limit, waysFor(receivingDesk, from, law))
  return 'missingYear' in counted ? yearMissing(counted) : counted.due
}

/** Only where the procedure gives the citizen a limit does one run. */
const citizenWindow = ({ receivingDesk }: Dossier, { law, now }: Context): Due | Refused | undefined => {
  const limit = law.procedure?.supplement?.citizenWindow
  if (limit === undefined) return undefined
  const counted = dueAfter(startOf(now), limit, waysFor(receivingDesk, now, law))
  return 'missingYear' in counted ? yearMissing(counted) : counted.due
}
