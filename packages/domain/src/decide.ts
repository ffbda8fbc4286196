import type { DossierCommand, DossierCommandType } from '@dossier/contracts/dossier-command'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { addOpinion, assign, correctError, startPosting } from './decisions/processing.ts'
import { answerConsultation, reportConsultation, requestConsultation } from './decisions/consultation.ts'
import { applyVariant, recount } from './decisions/recount.ts'
import {
  apologise,
  chooseReturn,
  recordDispatch,
  recordLoss,
  recordPapersLoss,
  recordUndelivered,
  reissueResult,
  withdrawReturn,
} from './decisions/delivery.ts'
import { declineApology, recordApologySent } from './decisions/apology.ts'
import { acceptHandover, offerHandover, returnHandover } from './decisions/handover.ts'
import { accept, open, refuseIntake } from './decisions/intake.ts'
import { recordPayment, requestObligation } from './decisions/obligation.ts'
import { returnPartResult } from './decisions/part-result.ts'
import { propose, reappoint, returnResult, sign } from './decisions/result.ts'
import { soundAlarm } from './decisions/sound-alarm.ts'
import { succeedAgency } from './decisions/succession.ts'
import { stop, withdraw } from './decisions/stop.ts'
import { proposeSupplement, receiveSupplement, requestSupplement } from './decisions/supplement.ts'
import { draftKind } from './apology-moments.ts'
import { type Dossier, isOver } from './dossier.ts'
import { type Context, type Decision, refuse } from './law.ts'

/**
 * The ledger's answer to a command: what happened, or why not. Pure and total: every state meets every command. Whether
 * the actor may ask at all is the permission table's matter.
 */
export const decide = (dossier: Dossier | undefined, command: DossierCommand, context: Context): Decision => {
  if (command.type === 'Open') return open(dossier, command, context)
  if (dossier === undefined) return refuse('no-such-dossier')
  if (isOver(dossier) && !staysPossible(command.type)) return refuse('closed-for-good')
  switch (command.type) {
    case 'Accept':
      return accept(dossier, command, context)
    case 'RefuseIntake':
      return refuseIntake(dossier, command, context)
    case 'OfferHandover':
      return offerHandover(dossier, command, context)
    case 'AcceptHandover':
      return acceptHandover(dossier, context)
    case 'ReturnHandover':
      return returnHandover(dossier, command)
    case 'Assign':
      return assign(dossier, command, context)
    case 'AddOpinion':
      return addOpinion(dossier, command)
    case 'RequestConsultation':
      return requestConsultation(dossier, command, context)
    case 'AnswerConsultation':
      return answerConsultation(dossier, command, context)
    case 'ReportConsultation':
      return reportConsultation(dossier, command, context)
    case 'StartPosting':
      return startPosting(dossier, context)
    case 'ProposeSupplement':
      return proposeSupplement(dossier, command, context)
    case 'RequestSupplement':
      return requestSupplement(dossier, command, context)
    case 'ReceiveSupplement':
      return receiveSupplement(dossier, command, context)
    case 'RequestObligation':
      return requestObligation(dossier, command, context)
    case 'RecordPayment':
      return recordPayment(dossier, command, context)
    case 'ApplyVariant':
      return applyVariant(dossier, command, context)
    case 'Recount':
      return recount(dossier, context)
    case 'Propose':
      return propose(dossier, command)
    case 'Sign':
      return sign(dossier, command, context)
    case 'Reappoint':
      return reappoint(dossier, command, context)
    case 'DeclineApology':
      return declineApology(dossier, command, context)
    case 'RecordApologySent':
      return recordApologySent(dossier, command, context)
    case 'Withdraw':
      return withdraw(dossier)
    case 'Stop':
      return stop(dossier, command, context)
    case 'ReturnResult':
      return returnResult(dossier, command, context)
    case 'ReturnPartResult':
      return returnPartResult(dossier, command, context)
    case 'ChooseReturn':
      return chooseReturn(dossier, command, context)
    case 'RecordDispatch':
      return recordDispatch(dossier, command)
    case 'RecordUndelivered':
      return recordUndelivered(dossier, command)
    case 'RecordLoss':
      return recordLoss(dossier, command)
    case 'WithdrawReturn':
      return withdrawReturn(dossier, command)
    case 'RecordPapersLoss':
      return recordPapersLoss(command)
    case 'ReissueResult':
      return reissueResult(dossier, command)
    case 'Apologise':
      return apologise(dossier, command, context)
    case 'CorrectError':
      return correctError(dossier, command, context)
    case 'SucceedAgency':
      return succeedAgency(dossier, command, context)
    case 'SoundAlarm':
      return soundAlarm(dossier, command, context)
  }
}

/** Whether a command rests on what intake keeps: papers brought, fees paid. Only then is intake asked before deciding. */
export const restsOnApplication = (
  dossier: Dossier | undefined,
  command: DossierCommand,
  procedure: ProcedureVersion | undefined,
): boolean => {
  if (command.type === 'Accept') return dossier?.complete === false
  if (command.type !== 'ReturnResult') return command.type === 'ReceiveSupplement'
  if (command.parcel !== undefined) return false // the post has delivered: there is nothing left to judge
  return command.originals.length > 0 || procedure?.fees.some(({ due }) => due === 'return') === true
}

/** Whether a command rests on what happened before, as apologies do: only then is the whole record read before deciding. */
export const restsOnRecord = (command: DossierCommand): boolean =>
  command.type === 'Apologise' ||
  command.type === 'RecordApologySent' ||
  (command.type === 'SoundAlarm' && command.alarmId.startsWith(`${draftKind}:`))

/**
 * After the end losses and errors of the authority are still put right (NĐ 61/2018 art. 21), late alarms hear that they are off,
 * and what the post or the letters report is heard.
 */
const afterTheEnd: readonly DossierCommandType[] = [
  'CorrectError',
  'RecordPapersLoss',
  'WithdrawReturn',
  'RecordApologySent',
  'Apologise',
  'SoundAlarm',
]
const staysPossible = (type: DossierCommandType): boolean => afterTheEnd.includes(type)
