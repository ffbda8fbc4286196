import type { DossierCommand, DossierCommandType } from '@dossier/contracts/dossier-command'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { RefusalCode } from '@dossier/contracts/refusal'
import { decide, restsOnApplication } from './decide.ts'
import type { Dossier } from './dossier.ts'
import type { Context, Law } from './law.ts'

/** A command a dossier is open to now. `about`: which consultation, payment, variant or ground it is for, or to whom the route leads. */
export type Possible = {
  command: DossierCommandType
  about: string | null
  /** Why it would not take effect as things stand; null: nothing is in its way but what the command itself will say. */
  refused: RefusalCode | null
}

/**
 * What may be asked of a dossier where it stands, as the decider itself answers: screens draw a button for each, and show the
 * sentence of a refusal instead of hiding it. Whether the actor may ask is the permission table's matter.
 */
export const possibleCommands = (dossier: Dossier, context: Context): Possible[] =>
  trialsFor(dossier, context).flatMap(({ about = null, ...command }) => {
    if (restsOnApplication(dossier, command, context.law.procedure))
      return offered(dossier, { ...context, application: ideal }, command, about)
    return offered(dossier, context, command, about)
  })

/**
 * What one kind of command would meet at a dossier now: of what can be tried beforehand the first that would take effect, or the
 * refusal of the first. Unlike `possibleCommands` it says why there is nothing to do. Undefined for what is never tried.
 */
export const prospectOf = (dossier: Dossier, type: DossierCommandType, context: Context): Possible | undefined => {
  const tried = trialsFor(dossier, context)
    .filter((trial) => trial.type === type)
    .map(({ about = null, ...command }) => {
      const given = restsOnApplication(dossier, command, context.law.procedure)
      return outcomeOf(dossier, given ? { ...context, application: ideal } : context, { command, about })
    })
  return tried.find(({ refused }) => refused === null) ?? tried[0]
}

const offered = (dossier: Dossier, context: Context, command: DossierCommand, about: string | null): Possible[] => {
  const outcome = outcomeOf(dossier, context, { command, about })
  return outcome.refused !== null && pointless.has(outcome.refused) ? [] : [outcome]
}

type Tried = { command: DossierCommand; about: string | null }
const outcomeOf = (dossier: Dossier, context: Context, { command, about }: Tried): Possible => {
  const decision = decide(dossier, command, context)
  const refused = 'refused' in decision ? decision.refused : null
  return { command: command.type, about, refused: refused !== null && openToInput.has(refused) ? null : refused }
}

/** As if everything had been brought and paid: what is lacking is asked of intake when the command is given. */
const ideal: Context['application'] = { complete: true, brought: {}, feesOwed: [], originals: [] }

// Nothing to do here and now: no button.
const pointless = new Set<RefusalCode>([
  'not-possible-now',
  'closed-for-good',
  'already-open',
  'already-completed',
  'no-handover',
  'no-withdrawal',
  'consultation-answered',
  'consultation-exists',
  'obligation-paid',
  'nothing-to-correct',
  'nothing-to-apologise',
  'posting-missing',
  'part-returned',
  'handover-to-holder',
])
// What a trial cannot say and the person will: whom, which number, on what basis.
const openToInput = new Set<RefusalCode>([
  'officer-not-there',
  'unknown-organisation',
  'stage-skipped',
  'result-number-missing',
  'legal-basis-missing',
  'wrong-authority-unnamed',
  'apology-not-drafted',
  'supplement-incomplete',
  'defects-left-out',
  'incomplete',
  'fee-unpaid',
  'not-lodged',
])

type Trial = DossierCommand & { about?: string }

const free = 'mot-y-kien-chua-ai-hoi'
const basis = 'Điều 1'
const note = '…'

/** One command of each kind as far as it can be known beforehand; for each consultation, payment, variant and ground its own. */
const trialsFor = (dossier: Dossier, { law, actor, version }: Context): Trial[] => {
  const { consultations, obligations, count, place, proposed, receivingDesk, result } = dossier
  const stage = count?.stages[place?.index ?? 0]
  const next = nextOn(dossier)
  const [component = 'x'] = law.procedure?.components.map(({ id }) => id) ?? []
  const defects = [{ component, defect: 'missing' as const }]
  return [
    { type: 'Accept' },
    { type: 'RefuseIntake', ground: 'not-eligible', note },
    { type: 'OfferHandover', to: next, originals: [], about: next },
    { type: 'AcceptHandover' },
    { type: 'ReturnHandover', ground: 'not-ours', note },
    { type: 'Assign', officer: actor.person },
    { type: 'AddOpinion', kind: 'remark', note },
    ...planned(law, stage?.id).map((about): Trial => ({ type: 'RequestConsultation', consultation: about, about })),
    { type: 'RequestConsultation', consultation: free, to: receivingDesk, limit: { amount: 1, unit: 'day' } },
    ...consultations
      .filter(({ to, answer }) => answer === null && to === actor.organisation)
      .map(({ id: about }): Trial => ({ type: 'AnswerConsultation', consultation: about, answer: 'done', about })),
    ...consultations
      .filter(({ answer, deemed }) => answer === null && !deemed)
      .map(({ id: about }): Trial => ({ type: 'ReportConsultation', consultation: about, about })),
    { type: 'StartPosting' },
    { type: 'ProposeSupplement', defects },
    { type: 'RequestSupplement', defects },
    { type: 'ReceiveSupplement' },
    { type: 'RequestObligation', obligation: 'moi', amount: 1, note },
    ...obligations.map(({ id: about }): Trial => ({ type: 'RecordPayment', obligation: about, proof: '1', about })),
    ...(law.procedure?.limit.variants ?? []).map(({ id: about }): Trial => ({
      type: 'ApplyVariant',
      variant: about,
      legalBasis: basis,
      about,
    })),
    { type: 'Propose', outcome: 'granted' },
    { type: 'Sign', outcome: proposed ?? 'granted', number: '1' },
    { type: 'Reappoint' },
    { type: 'DeclineApology', reason: 'will-make-its-day', note },
    { type: 'Withdraw' },
    ...grounds.map((about): Trial => ({ type: 'Stop', ground: about, about })),
    { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true, originals: [] },
    ...(law.procedure?.result.parts ?? []).map(({ id: about }): Trial => ({
      type: 'ReturnPartResult',
      part: about,
      to: 'applicant',
      identityChecked: true,
      about,
    })),
    { type: 'ChooseReturn', by: dossier.returnBy === 'post' ? 'desk' : 'post' },
    { type: 'ReissueResult', number: '1', note },
    ...causes.map((about): Trial => ({ type: 'Apologise', cause: about, about })),
    {
      type: 'CorrectError',
      of: version,
      what: result === null ? 'clerical' : 'result',
      legalBasis: basis,
      number: '1',
      note,
    },
  ]
}

/** Where the route leads from here: to the unit of the present stage until it has it, then to the next one, at last to the desk. */
const nextOn = ({ place, count, holder, receivingDesk }: Dossier): OrganisationCode => {
  const at = place?.index ?? 0
  const present = count?.stages[at]?.unit
  if (present !== undefined && present !== holder) return present
  return count?.stages[at + 1]?.unit ?? receivingDesk
}

const causes = ['loss', 'damage', 'error'] as const
const grounds = ['withdrawal', 'supplement-lapsed', 'obligation-lapsed', 'legal-ground'] as const

/** What the procedure foresees to ask at this stage: opinions of others, and branches beside it. */
const planned = ({ procedure }: Law, stage: string | undefined): string[] => [
  ...(procedure?.consultations ?? []).map(({ id }) => id),
  ...(procedure?.route.find(({ id }) => id === stage)?.branches ?? []).map(({ id }) => id),
]
