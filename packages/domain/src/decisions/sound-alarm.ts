import type { Alarm } from '@dossier/contracts/dossier'
import type { OrganisationCode, Role } from '@dossier/contracts/organisation'
import { alarmPlan, consultationAlarm } from '../alarm-plan.ts'
import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, refuse } from '../law.ts'
import type { CommandOf } from './command.ts'

/** Says that a planned moment has come, once, whoever noticed; where a law deems silence consent, it does so now. */
export const soundAlarm = (dossier: Dossier, { alarmId }: CommandOf<'SoundAlarm'>, { now, law }: Context): Decision => {
  const alarm = alarmPlan(dossier, law).find(({ id }) => id === alarmId)
  if (alarm === undefined) return refuse('alarm-not-planned', alarmId)
  if (now < alarm.at) return refuse('alarm-not-due', alarm.at)
  const sounded = { type: 'AlarmSounded', alarm, to: hearersOf(alarm, dossier) } as const
  const approval = alarm.kind === 'silence-approves' ? law.procedure?.silence : undefined
  if (approval !== undefined) return happened(sounded, { type: 'ApprovalDeemed', legalBasis: approval.legalBasis })
  const silent = dossier.consultations.find((one) => consultationAlarm(one).id === alarm.id)
  if (silent?.legalBasis == null || silent.silence === 'none') return happened(sounded)
  return happened(sounded, { type: 'ConsentDeemed', consultation: silent.id, legalBasis: silent.legalBasis })
}

type Hearer = { role: Role; organisation: OrganisationCode }

/** Who must act: the desk's head for what the desk owes, the head and leader of the agency that holds it otherwise. */
const hearersOf = ({ kind }: Alarm, { receivingDesk, holder, handover }: Dossier): Hearer[] => {
  const head: Hearer = { role: 'one-stop-head', organisation: receivingDesk }
  const officer: Hearer = { role: 'case-officer', organisation: holder }
  const leader: Hearer = { role: 'unit-head', organisation: holder }
  switch (kind) {
    case 'answer-due':
    case 'transfer-due':
    case 'supplement-window':
    case 'obligation-due':
    case 'result-uncollected':
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
    case 'silence-approves':
    case 'apology-by':
    case 'overdue':
    case 'appointment-missed':
      return [leader, { role: 'signatory', organisation: holder }, head]
  }
}
