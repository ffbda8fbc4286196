import assert from 'node:assert/strict'
import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Alarm } from '@dossier/contracts/dossier'
import { DossierCommand } from '@dossier/contracts/dossier-command'
import { DossierEvent } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { alarmPlan } from '../src/alarm-plan.ts'
import { dayOf } from '../src/calendar.ts'
import { decide } from '../src/decide.ts'
import type { Dossier } from '../src/dossier.ts'
import { evolve, type Recorded } from '../src/evolve.ts'
import type { Decision, Law, LodgedNow } from '../src/law.ts'
import { isAbove } from '../src/organisations.ts'
import { permits, relationsOf } from '../src/permissions.ts'
import { ruleSetOn, ruleSets } from '../src/rule-set.ts'
import { calendar as announced, local, organisations, wall } from './fixtures.ts'

/** A command as it is sent, before the contract fills in what may be left out. */
export type Wish = (typeof DossierCommand)['_zod']['input']
export type As = { role: string; organisation: string; person?: string }
type Setting = { procedure: ProcedureVersion | undefined; desk: OrganisationCode; calendar?: CalendarVersion }

/**
 * One dossier's life, told in commands at times on the wall: `does` an act (and must be allowed to), or `asks` and hears
 * the answer. As in the ledger, the permission table is asked first, then the law; events must fit their contract.
 */
export const life = ({ procedure, desk, calendar = announced }: Setting) => {
  const record: Recorded[] = []
  const fellDue: Alarm[] = []
  let standing: Dossier | undefined

  const law = (at: string): Law => {
    const ruleSet = standing?.pinned == null ? ruleSetOn(dayOf(local(at))) : ruleSets[standing.pinned.ruleSet]
    return { procedure, calendar: told.calendar, ruleSet, organisations }
  }
  const dossier = (): Dossier => {
    if (standing === undefined) throw new Error('No dossier was opened')
    return standing
  }
  const plan = (at = wall(record.at(-1)?.at ?? '')): Alarm[] => (standing ? alarmPlan(standing, law(at)) : [])

  const asks = (at: string, wish: Wish, as: As = usually(wish.type, standing)): Decision => {
    const above = (a: string, b: OrganisationCode) => organisations.rows.has(b) && belongs(a, b)
    const relations = as.role === 'applicant' ? (['applicant'] as const) : relationsOf(standing, as.organisation, above)
    const verdict = permits(wish.type, as.role, relations)
    if (verdict !== 'permitted') return { refused: verdict }
    return judges(at, wish, as)
  }
  const judges = (at: string, wish: Wish, as: As): Decision => {
    const actor = { role: as.role, organisation: as.organisation, person: as.person ?? as.role }
    const application = { ...everythingBrought(procedure, local(at)), ...told.lodged }
    const worksAt = () => told.worksThere
    const { calendarBefore } = told
    const context = {
      now: local(at),
      actor,
      law: law(at),
      version: record.length,
      record,
      application,
      worksAt,
      calendarBefore,
    }
    return decide(standing, DossierCommand.parse(wish), context)
  }

  const keep = (events: readonly DossierEvent[], at: string, as: As): void => {
    for (const event of events) {
      assert.deepEqual(DossierEvent.parse(event), event, 'an event carries what its contract names, and nothing else')
      const line = { event, at: local(at), person: as.person ?? as.role }
      standing = evolve(standing, line)
      record.push(line)
    }
    assert.deepEqual(JSON.parse(JSON.stringify(standing)), standing, 'a dossier survives being stored as JSON')
  }

  const told = {
    /** What intake would say otherwise than that everything is there, and whether who is assigned works there. */
    lodged: {} as Partial<LodgedNow>,
    worksThere: true,
    /** The calendar in force; another one from when it is published. */
    calendar,
    calendarBefore: calendar,
    record,
    fellDue,
    dossier,
    plan,
    asks,
    law,
    does: (at: string, wish: Wish, as: As = usually(wish.type, standing)) => {
      fellDue.push(...plan(at).filter((alarm) => alarm.at <= local(at) && !fellDue.some(({ id }) => id === alarm.id)))
      const decision = asks(at, wish, as)
      if ('refused' in decision)
        throw new Error(`${wish.type} at ${at} was refused: ${decision.refused} ${decision.about ?? ''}`)
      keep(decision.events, at, as)
      return told
    },
    opens: (at: string, channel: 'desk' | 'post' | 'online' = 'desk') => {
      const open = { type: 'Open', procedure: procedure?.code ?? 'none', channel, receivingDesk: desk } as const
      return told.does(at, { ...open, submittedAt: local(at), applicant: null })
    },
    /** Offered by the holder, taken over by the receiver. */
    hands: (offered: string, accepted: string, to: OrganisationCode, stage?: string) =>
      told
        .does(offered, { type: 'OfferHandover', to, ...(stage === undefined ? {} : { stage }) })
        .does(accepted, { type: 'AcceptHandover' }),
    /** Does it if the law alone lets it happen, whoever asks; the answer either way. */
    tries: (at: string, wish: Wish) => {
      const as = usually(wish.type, standing)
      const decision = judges(at, wish, as)
      if (!('refused' in decision)) keep(decision.events, at, as)
      return brief(decision)
    },
    /** What would come of it, by the permission table and the law: the events' types, or the refusal. */
    answers: (at: string, wish: Wish, as?: As) => brief(asks(at, wish, as)),
    /** What the law alone would say, whoever asks. */
    judged: (at: string, wish: Wish, as: As = usually(wish.type, standing)) => brief(judges(at, wish, as)),
    last: () => record.at(-1)?.event,
    /** The plan as a person reads it: `<id> <minute on the wall>`. */
    planned: () => plan().map(({ id, at }) => `${id} ${wall(at)}`),
  }
  return told
}
const brief = (decision: Decision) =>
  'refused' in decision ? decision.refused : decision.events.map(({ type }) => type)

export type Life = ReturnType<typeof life>

const everythingBrought = (procedure: ProcedureVersion | undefined, at: string): LodgedNow => {
  const ids = procedure?.components.map(({ id }) => id) ?? []
  return { complete: true, brought: Object.fromEntries(ids.map((id) => [id, at])), feesOwed: [], originals: ids }
}

const belongs = (above: string, below: OrganisationCode): boolean =>
  [...organisations.rows.keys()].some((one) => one === above && isAbove(organisations, one, below))

/** Who gives such a command on an ordinary day. */
const usually = (type: DossierCommand['type'], dossier: Dossier | undefined): As => {
  const { receivingDesk = '', holder = '' } = dossier ?? {}
  const atDesk = { role: 'intake-officer', organisation: receivingDesk }
  const specialist = { role: holder === receivingDesk ? 'intake-officer' : 'case-officer', organisation: holder }
  const leader = { role: 'signatory', organisation: holder }
  switch (type) {
    case 'Open':
    case 'RecordPayment':
    case 'SucceedAgency':
    case 'Recount':
    case 'SoundAlarm':
    case 'RecordDispatch':
    case 'RecordUndelivered':
    case 'RecordLoss':
    case 'RecordPapersLoss':
    case 'WithdrawReturn':
    case 'RecordApologySent':
      return { role: 'system', organisation: 'system' }
    case 'Accept':
    case 'RefuseIntake':
    case 'RequestSupplement':
    case 'ReceiveSupplement':
    case 'ReturnResult':
    case 'ReturnPartResult':
    case 'ChooseReturn':
      return atDesk
    case 'OfferHandover':
    case 'AddOpinion':
    case 'RequestConsultation':
    case 'ReportConsultation':
    case 'StartPosting':
    case 'ApplyVariant':
    case 'ProposeSupplement':
    case 'Propose':
      return specialist
    case 'RequestObligation':
      return { role: 'case-officer', organisation: holder }
    case 'AcceptHandover':
    case 'ReturnHandover':
      return { role: 'case-officer', organisation: dossier?.handover?.to ?? holder }
    case 'Assign':
      return { role: 'unit-head', organisation: holder }
    case 'AnswerConsultation':
      return { role: 'consulted-officer', organisation: dossier?.consultations.at(-1)?.to ?? holder }
    case 'Sign':
    case 'Reappoint':
    case 'DeclineApology':
    case 'Stop':
    case 'CorrectError':
      return leader
    case 'ReissueResult':
    case 'Apologise':
      return { role: 'signatory', organisation: dossier?.count?.stages[dossier.place?.index ?? 0]?.unit ?? holder }
    case 'Withdraw':
      return { role: 'applicant', organisation: 'citizen' }
  }
}
