import type { Alarm } from '@dossier/contracts/dossier'
import type { OrganisationCode, Role } from '@dossier/contracts/organisation'
import { alarmPlan, consultationAlarm } from '../alarm-plan.ts'
import { draftApology, leadersAsked } from '../apology-draft.ts'
import { escalationOf } from '../apology-moments.ts'
import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, type Law, refuse } from '../law.ts'
import { answerable, draftForWrong, wrongEscalation, wrongOf } from '../wrongs.ts'
import type { CommandOf } from './command.ts'

/**
 * Says that a planned moment has come, once, whoever noticed; where a law deems silence consent, it does so now, and where an
 * apology is to be drafted, the draft comes with it.
 */
export const soundAlarm = (dossier: Dossier, { alarmId }: CommandOf<'SoundAlarm'>, context: Context): Decision => {
  const { now, law } = context
  const alarm = alarmPlan(dossier, law).find(({ id }) => id === alarmId)
  if (alarm === undefined) return refuse('alarm-not-planned', alarmId)
  if (now < alarm.at) return refuse('alarm-not-due', alarm.at)
  const sounded = { type: 'AlarmSounded', alarm, to: hearersOf(alarm, dossier, law) } as const
  const draft = alarm.kind === 'apology-draft' ? draftFor(alarm, dossier, context) : undefined
  if (draft !== undefined) return happened(sounded, draft)
  const approval = alarm.kind === 'silence-approves' ? law.procedure?.silence : undefined
  if (approval !== undefined) return happened(sounded, { type: 'ApprovalDeemed', legalBasis: approval.legalBasis })
  const silent = dossier.consultations.find((one) => consultationAlarm(one).id === alarm.id)
  if (silent?.legalBasis == null || silent.silence === 'none') return happened(sounded)
  return happened(sounded, { type: 'ConsentDeemed', consultation: silent.id, legalBasis: silent.legalBasis })
}

const draftFor = (alarm: Alarm, dossier: Dossier, context: Context) => {
  const wrong = wrongOf(alarm)
  return wrong === undefined ? draftApology(dossier, context) : draftForWrong(dossier, wrong, context)
}

type Hearer = { role: Role; organisation: OrganisationCode }

/** Who must act: the desk's head for what the desk owes, the head and leader of the agency that holds it otherwise. */
const hearersOf = (alarm: Alarm, dossier: Dossier, law: Law): Hearer[] => {
  const { kind } = alarm
  const { receivingDesk, holder, handover } = dossier
  const head: Hearer = { role: 'one-stop-head', organisation: receivingDesk }
  const officer: Hearer = { role: 'case-officer', organisation: holder }
  const leader: Hearer = { role: 'unit-head', organisation: holder }
  switch (kind) {
    case 'answer-due':
    case 'transfer-due':
    case 'supplement-window':
    case 'obligation-due':
    case 'result-uncollected':
    case 'delivery-overdue':
      return [head]
    case 'handover-unanswered':
      return handover === null ? [leader] : [leader, { role: 'unit-head', organisation: handover.to }]
    case 'stage-warning':
      return [officer]
    case 'posting-ends':
      return [officer, leader]
    case 'stage-overdue':
    case 'consultation-due':
      return [leader, head] // art. 19.5: the lead tells the head of the desk
    case 'due-soon':
      return [officer, leader]
    case 'apology-draft':
      return [...leadersFor(alarm, dossier, law, 0), head]
    case 'apology-unsigned':
    case 'apology-by': // each time one more above
      return [...leadersFor(alarm, dossier, law, 1), head]
    case 'silence-approves':
    case 'overdue':
    case 'appointment-missed':
      return [leader, { role: 'signatory', organisation: holder }, head]
  }
}

/** Those who may sign an apology: at the agency that answers for it, and the signatories above; `more` as this time one hears more. */
const leadersFor = (alarm: Alarm, dossier: Dossier, law: Law, more: number): Hearer[] => {
  const wrong = wrongOf(alarm)
  const heard = wrong === undefined ? escalationOf(dossier) : wrongEscalation(dossier, wrong)
  const agency = wrong === undefined ? dossier.holder : answerable(dossier)
  const [first, ...above] = leadersAsked({ holder: agency }, law, more === 0 ? 0 : heard + more)
  return [
    { role: 'unit-head', organisation: first },
    ...[first, ...above].map((organisation): Hearer => ({ role: 'signatory', organisation })),
  ]
}
