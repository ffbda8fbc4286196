import { dayOf } from '../calendar.ts'
import { countDossier } from '../count.ts'
import type { Dossier } from '../dossier.ts'
import { type Context, type Decision, happened, refuse, waysFor, yearMissing } from '../law.ts'
import { dueAfter, startOf } from '../legal-clock.ts'
import { officeOn } from '../organisations.ts'
import type { CommandOf } from './command.ts'

/** Stands in an event for the code the ledger mints in the same statement: sequence per authority and local day. */
export const codePlaceholder = '{code}'

/** Opens a dossier in state submitted: the answer is due, no settlement clock runs (national status 1, Mới đăng ký). */
export const open = (dossier: Dossier | undefined, command: CommandOf<'Open'>, context: Context): Decision => {
  if (dossier !== undefined) return refuse('already-open')
  const { procedure } = context.law
  if (procedure === undefined) return refuse('procedure-not-in-force', command.procedure)
  if (!procedure.channels.includes(command.channel)) return refuse('channel-closed', command.channel)
  const { channel, receivingDesk, submittedAt, complete, locality, returnBy } = command
  if (officeOn(context.law.organisations, receivingDesk, dayOf(submittedAt)) === undefined)
    return refuse('unknown-organisation', receivingDesk)
  const answerDue = answerDueAfter(receivingDesk, submittedAt, context)
  if ('refused' in answerDue) return answerDue
  const { code } = procedure
  const opened = { type: 'DossierOpened', procedure: code, channel, receivingDesk, submittedAt, answerDue } as const
  const told = {
    ...(complete === undefined ? {} : { complete }),
    ...(locality === undefined ? {} : { locality }),
    ...(returnBy === undefined ? {} : { returnBy }),
  }
  return happened({ ...opened, ...told })
}

/** How long the desk may look at a submission before it must answer: by the procedure, or a setting. */
export const answerDueAfter = (desk: Dossier['receivingDesk'], from: string, { law }: Context) => {
  const limit = law.procedure?.intakeCheck ?? law.ruleSet.intakeCheck
  const counted = dueAfter(startOf(from), limit, waysFor(desk, from, law))
  return 'missingYear' in counted ? yearMissing(counted) : counted.due
}

/**
 * Acceptance (NĐ 61/2018 art. 17.1c): pins procedure version, rule set and calendar, mints the code, starts the clock and
 * names the due date. Day zero is today, whatever was submitted when.
 */
export const accept = (dossier: Dossier, command: CommandOf<'Accept'>, context: Context): Decision => {
  if (dossier.state !== 'submitted') return refuse('not-possible-now')
  if (!dossier.complete && context.application?.complete !== true) return refuse('incomplete')
  const { procedure, ruleSet, calendar, organisations } = context.law
  if (procedure === undefined) return refuse('procedure-not-in-force', dossier.procedure)
  const today = dayOf(context.now)
  const desk = officeOn(organisations, dossier.receivingDesk, today)
  if (desk === undefined) return refuse('unknown-organisation', dossier.receivingDesk)
  if (!procedure.receivedAt.includes(desk.level)) return refuse('not-received-here', desk.code)
  const { variant, receipt = !procedure.receiptOnRequest } = command
  const run = { since: context.now, interruptions: [], variant }
  const counting = countDossier(dossier.receivingDesk, procedure, run, context)
  if ('refused' in counting) return counting
  return happened({
    type: 'DossierAccepted',
    code: codePlaceholder,
    procedureVersion: procedure.id,
    ruleSet: ruleSet.id,
    calendar: calendar.version,
    ...counting,
    ...(variant === undefined ? {} : { variant }),
    receipt,
  })
}

/** Not accepted, in writing, with the reason and where to go (art. 17.1b): terminal, no code, no clock. */
export const refuseIntake = (dossier: Dossier, command: CommandOf<'RefuseIntake'>, context: Context): Decision => {
  if (dossier.state !== 'submitted' && dossier.state !== 'completion-requested') return refuse('not-possible-now')
  const { ground, directedTo } = command
  if (ground === 'wrong-authority' && directedTo === undefined) return refuse('wrong-authority-unnamed')
  if (directedTo === undefined) return happened({ type: 'DossierNotAccepted', ground })
  if (officeOn(context.law.organisations, directedTo, dayOf(context.now)) === undefined)
    return refuse('unknown-organisation', directedTo)
  return happened({ type: 'DossierNotAccepted', ground, directedTo })
}
