import type { Caller } from '@dossier/contracts/actor'
import type { Submission } from '@dossier/contracts/application'
import type { Organisation } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'
import { officeOn } from '@dossier/domain/organisations'
import { whyNotReceived } from '@dossier/domain/receiving'
import { ruleSetOn } from '@dossier/domain/rule-set'
import { common, refusal } from '../problems.ts'
import type { Published } from '../published.ts'
import { deskMandate } from '../who-may.ts'

/** In whose name and in which capacity an application is handed in. */
export type HandingIn = { by: string; mandate: string | null; applicant: string | null }

/**
 * Who may hand in what (NĐ 61/2018 art. 16): a citizen online and for himself; desk and post go through an officer with a mandate
 * at that desk. Throws 403 otherwise.
 */
export const handingIn = (caller: Caller, submission: Submission, day: Day, published: Published): HandingIn => {
  const { channel, receivingDesk: desk, applicant } = submission
  if (caller.kind === 'citizen') {
    if (channel !== 'online')
      throw refuse('Citizens submit online; desk and post applications are entered by an officer.')
    if (applicant !== undefined && applicant !== caller.subject) throw refuse('A citizen submits for himself.')
    return { by: caller.subject, mandate: null, applicant: caller.subject }
  }
  if (channel === 'online')
    throw refuse('Officers enter desk and post applications; online ones are the citizen’s own.')
  const mandate = deskMandate(caller, { desk, day, published })
  if (mandate === undefined) throw refuse('There is no mandate for receiving at this desk today.')
  return { by: caller.subject, mandate, applicant: applicant ?? null }
}

const refuse = (why: string) => common('not-permitted', why)

/**
 * The version an application is handed in for: in force on the day, open for the channel, received by the desk. Throws the
 * law's refusal otherwise, and 503 while this copy of the catalogue is empty: then nobody can say. A desk that `registers`
 * also takes down what it does not receive, to refuse it in writing.
 */
export const versionFor = (
  submission: Submission,
  day: Day,
  published: Published,
  { registers }: { registers: boolean },
): ProcedureVersion => {
  if (!published.isFilled()) throw common('unavailable')
  const { procedure, channel, receivingDesk, place } = submission
  const version = published.versionOn(procedure, day)
  if (version === undefined) throw refusal('procedure-not-in-force', procedure)
  if (!version.channels.includes(channel)) throw refusal('channel-closed', channel, ruleSetOn(day).id)
  const tree = published.organisations()
  const why = whyNotReceived(tree, version, receivingDesk, { day, place })
  if (why === undefined || (registers && isOfAnotherLevel(version, officeOn(tree, receivingDesk, day)))) return version
  throw refusal(why, receivingDesk, ruleSetOn(day).id)
}

/** What another level settles is refused in writing, with where to go (art. 17.1b): the ledger never accepts it. */
const isOfAnotherLevel = ({ receivedAt }: ProcedureVersion, office: Organisation | undefined) =>
  office !== undefined && !receivedAt.includes(office.level)
