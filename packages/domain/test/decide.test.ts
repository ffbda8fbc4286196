import { DossierCommand } from '@dossier/contracts/dossier-command'
import { DossierState } from '@dossier/contracts/dossier'
import { expect, test } from 'vitest'
import { lives, type LifeName, plausible } from './lives.ts'

/**
 * Every command meets every state. A cell is a refusal, or + where the command takes effect: then the event is
 * the one in the last column, the first one for a dossier not yet accepted. The four right-most states are the ends.
 *
 * -     not-possible-now         E     closed-for-good         D     already-completed     open  already-open
 * offer handover-open            none  no-handover             ask?  unknown-consultation  pay?  unknown-obligation
 * twice second-supplement        sign? stage-does-not-sign     off   alarm-not-planned     soon  alarm-not-due
 * late? consultation-not-late    same  nothing-moves
 * post  result-under-way         sorry nothing-to-apologise
 * draft apology-not-drafted
 * self  handover-to-holder      prop? supplement-not-proposed   ended nobody-ended
 */
const table = `
                    sub   com   acc   inp   ofr   sup   obl   cmp   way   nac   wdr   ret   sto
Open                open  open  open  open  open  open  open  open  open  open  open  open  open
Accept              +     -     -     -     -     -     -     -     -     E     E     E     E     DossierAccepted
RefuseIntake        +     +     -     -     -     -     -     -     -     E     E     E     E     DossierNotAccepted
OfferHandover       -     -     +     +     offer -     -     -     -     E     E     E     E     HandoverOffered
AcceptHandover      none  none  none  none  +     none  none  none  none  E     E     E     E     HandoverAccepted
ReturnHandover      none  none  none  none  +     none  none  none  none  E     E     E     E     HandoverReturned
Assign              -     -     +     +     +     -     -     -     -     E     E     E     E     DossierAssigned
AddOpinion          -     -     +     +     +     +     +     -     -     E     E     E     E     OpinionAdded
RequestConsultation -     -     +     +     +     -     -     -     -     E     E     E     E     ConsultationRequested
AnswerConsultation  ask?  ask?  ask?  +     +     +     +     +     +     E     E     E     E     ConsultationAnswered
ReportConsultation  ask?  ask?  ask?  late? late? late? late? -     -     E     E     E     E     ConsultationReported
StartPosting        -     -     -     -     -     -     -     -     -     E     E     E     E     PostingStarted
ProposeSupplement   -     -     +     +     +     -     -     -     -     E     E     E     E     SupplementProposed
RequestSupplement   +     -     +     prop? offer -     -     D     D     E     E     E     E     CompletionRequested SupplementRequested
ReceiveSupplement   -     +     -     -     -     +     -     -     -     E     E     E     E     CompletionReceived SupplementReceived
RequestObligation   -     -     +     +     +     -     +     -     -     E     E     E     E     ObligationRequested
RecordPayment       pay?  pay?  pay?  pay?  pay?  pay?  +     pay?  pay?  E     E     E     E     ObligationPaid
ApplyVariant        -     -     var?  var?  var?  -     -     D     D     E     E     E     E     LimitVariantApplied
Recount             -     -     same  same  same  -     -     -     -     E     E     E     E     DossierRecounted
Propose             -     -     -     +     +     -     -     -     -     E     E     E     E     ResultProposed
Sign                -     -     sign? +     offer -     -     D     D     E     E     E     E     ResultSigned
Reappoint           -     -     +     +     +     -     -     D     D     E     E     E     E     DossierReappointed
DeclineApology      draft draft draft draft draft draft draft draft draft E     E     E     E     ApologyDeclined
RecordApologySent   -     -     -     -     -     -     -     -     -     -     -     -     -     ApologySent
Withdraw            +     +     +     +     +     +     +     D     D     E     E     E     E     ApplicationWithdrawn WithdrawalRequested
Stop                -     -     +     +     +     +     +     D     D     E     E     E     E     DossierStopped
ReturnResult        -     -     -     -     -     -     -     +     post  E     E     E     E     ResultReturned
ReturnPartResult    -     -     part? part? part? part? part? -     -     E     E     E     E     PartResultReturned
ChooseReturn        +     +     +     +     +     +     +     +     post  E     E     E     E     ReturnChosen
RecordDispatch      -     -     -     -     -     -     -     +     -     E     E     E     E     ResultDispatched
RecordUndelivered   -     -     -     -     -     -     -     -     +     E     E     E     E     ResultUndelivered
RecordLoss          -     -     -     -     -     -     -     -     +     E     E     E     E     ResultLost
WithdrawReturn      -     -     -     -     -     -     -     -     -     -     -     -     -     ReturnWithdrawn
ReissueResult       -     -     -     -     -     -     -     -     -     E     E     E     E     ResultReissued
Apologise           sorry sorry sorry sorry sorry sorry sorry sorry sorry sorry sorry sorry sorry ApologyGiven
RecordPapersLoss    +     +     +     +     +     +     +     +     +     +     +     +     +     PapersLost
CorrectError        +     +     +     +     +     +     +     +     +     +     +     +     +     ErrorCorrected
SucceedAgency       ended ended ended ended ended ended ended ended ended E     E     E     E     AgencySucceeded
SoundAlarm          off   off   soon  soon  soon  off   off   off   off   off   off   off   off   AlarmSounded
`
const columns = {
  sub: 'submitted',
  com: 'completion-requested',
  acc: 'accepted',
  inp: 'in-progress',
  ofr: 'on-offer',
  sup: 'supplement-requested',
  obl: 'obligation-requested',
  cmp: 'completed',
  way: 'under-way',
  nac: 'not-accepted',
  wdr: 'withdrawn',
  ret: 'returned',
  sto: 'stopped',
} as const satisfies Record<string, LifeName>

const refusals: Record<string, string> = {
  '-': 'not-possible-now',
  E: 'closed-for-good',
  D: 'already-completed',
  open: 'already-open',
  offer: 'handover-open',
  draft: 'apology-not-drafted',
  none: 'no-handover',
  'ask?': 'unknown-consultation',
  'pay?': 'unknown-obligation',
  'sign?': 'stage-does-not-sign',
  'prop?': 'supplement-not-proposed',
  ended: 'nobody-ended',
  post: 'result-under-way',
  sorry: 'nothing-to-apologise',
  'late?': 'consultation-not-late',
  'var?': 'unknown-variant',
  same: 'nothing-moves',
  'part?': 'unknown-part',
  off: 'alarm-not-planned',
  soon: 'alarm-not-due',
}

const [, ...rows] = table.trim().split('\n')
const cells = rows.flatMap((row) => {
  const [name = '', ...words] = row.trim().split(/\s+/)
  const events = words.slice(13)
  return Object.values(columns).map((state, i) => {
    const cell = words[i] ?? ''
    const early = state === 'submitted' || state === 'completion-requested'
    const event = early ? events[0] : events.at(-1)
    return { name, state, answer: cell === '+' ? [event] : refusals[cell] }
  })
})
const commands = DossierCommand.options.map(({ shape }) => shape.type.value)

test('the table names every command and every state', () => {
  expect(rows.map((row) => row.split(' ')[0])).toEqual(commands)
  const states = Object.values(columns).map((name) => lives[name]().dossier().state)
  expect([...new Set(states)].toSorted()).toEqual(DossierState.options.toSorted())
  expect(cells).toHaveLength(39 * 13)
})

// 11/12 is after every history and still within the three days in which a supplement may be asked.
test.each(commands)('%s gets the answer of the table in every state', (type) => {
  const answered = Object.values(columns).map((state) => {
    const told = lives[state]()
    return { name: type, state, answer: told.judged('2025-12-11 08:00', plausible(type, told)) }
  })
  expect(answered).toEqual(cells.filter(({ name }) => name === type))
})
