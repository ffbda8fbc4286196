import type { DossierCommandType } from '@dossier/contracts/dossier-command'
import type { OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { RefusalCode } from '@dossier/contracts/refusal'
import type { Dossier } from './dossier.ts'

/** Citizens act for themselves or for whom they represent; `system` is a service of this product, as the conductor. */
export type ActingRole = Role | 'applicant' | 'system'

/**
 * What an actor's organisation, or the citizen, is to one dossier. `above-holder`: the authority the holding unit belongs
 * to, whose leader signs for it. `signing-agency`: the unit whose stage signed, and the authority it belongs to.
 */
export type Relation =
  | 'receiving-desk'
  | 'holder'
  | 'above-holder'
  | 'signing-agency'
  | 'offered'
  | 'consulted'
  | 'applicant'
  | 'none'

type Grant = { roles: readonly ActingRole[]; relation: Relation }

const atDesk = (...roles: ActingRole[]): Grant => ({ roles, relation: 'receiving-desk' })
const holding = (...roles: ActingRole[]): Grant => ({ roles, relation: 'holder' })
const above = (...roles: ActingRole[]): Grant => ({ roles, relation: 'above-holder' })
const signed = (...roles: ActingRole[]): Grant => ({ roles, relation: 'signing-agency' })
const citizen: Grant = { roles: ['applicant'], relation: 'applicant' }
const system: Grant = { roles: ['system'], relation: 'none' }
const desk = ['intake-officer', 'one-stop-head'] as const
const specialists = ['case-officer', 'unit-head'] as const

/**
 * What an actor may do: role x relation to the dossier x command. Asked by every command, exported for
 * screens. Nobody but the desk asks a citizen for papers; administrators change no dossier at all.
 */
export const permissions = {
  Open: [system],
  Accept: [atDesk(...desk)],
  RefuseIntake: [atDesk(...desk)],
  OfferHandover: [holding(...desk, ...specialists, 'records-clerk', 'signatory'), above('signatory')],
  AcceptHandover: [
    { roles: [...desk, ...specialists, 'records-clerk', 'signatory', 'tax-officer'], relation: 'offered' },
  ],
  ReturnHandover: [
    { roles: [...desk, ...specialists, 'records-clerk', 'signatory', 'tax-officer'], relation: 'offered' },
  ],
  Assign: [holding(...desk, 'unit-head', 'signatory')],
  AddOpinion: [holding(...desk, ...specialists, 'signatory'), above('signatory'), atDesk('one-stop-head')],
  RequestConsultation: [holding(...desk, ...specialists)],
  AnswerConsultation: [
    { roles: ['consulted-officer', ...specialists, 'signatory', 'tax-officer'], relation: 'consulted' },
  ],
  ReportConsultation: [holding(...desk, ...specialists)],
  StartPosting: [holding(...desk, ...specialists)],
  ProposeSupplement: [holding(...specialists, 'intake-officer')],
  RequestSupplement: [atDesk(...desk)],
  ReceiveSupplement: [atDesk(...desk), system], // the post reports what desk and courier signed for (QĐ 45/2016 art. 7.4)
  RequestObligation: [holding(...specialists, 'tax-officer'), { roles: ['tax-officer'], relation: 'consulted' }],
  RecordPayment: [atDesk(...desk, 'fee-collector'), holding('fee-collector', 'tax-officer'), system],
  ApplyVariant: [holding(...desk, ...specialists, 'signatory'), above('signatory')],
  Recount: [system],
  Propose: [holding(...specialists, 'intake-officer')],
  Sign: [holding('signatory'), above('signatory')],
  Reappoint: [holding('signatory', 'unit-head'), above('signatory')],
  DeclineApology: [holding('signatory', 'unit-head'), above('signatory')],
  RecordApologySent: [system],
  Withdraw: [citizen, atDesk(...desk)],
  Stop: [holding('signatory', 'unit-head'), above('signatory'), atDesk('one-stop-head')],
  ReturnResult: [atDesk(...desk, 'postal-worker'), system], // the post reports a delivery (QĐ 45/2016 art. 9), as the portal does
  ReturnPartResult: [atDesk(...desk)],
  ChooseReturn: [citizen, atDesk(...desk)],
  RecordDispatch: [system],
  RecordUndelivered: [system],
  RecordLoss: [system],
  ReissueResult: [signed('signatory', 'unit-head')],
  WithdrawReturn: [system],
  RecordPapersLoss: [system],
  Apologise: [
    signed('signatory', 'unit-head'),
    holding('signatory', 'unit-head'),
    above('signatory'),
    atDesk('one-stop-head'),
  ],
  CorrectError: [
    holding('signatory', 'unit-head'),
    above('signatory'),
    signed('signatory', 'unit-head'),
    atDesk('one-stop-head'),
  ],
  SucceedAgency: [system],
  SoundAlarm: [system],
} as const satisfies Record<DossierCommandType, readonly Grant[]>

/** Every relation an organisation has to a dossier; `isAbove(a, b)` says whether b belongs to a. */
export const relationsOf = (
  dossier: Dossier | undefined,
  organisation: string,
  isAbove: (a: string, b: OrganisationCode) => boolean,
): Relation[] => {
  if (dossier === undefined) return ['none']
  const relations: Relation[] = ['none']
  if (dossier.receivingDesk === organisation) relations.push('receiving-desk')
  if (dossier.holder === organisation) relations.push('holder')
  if (isAbove(organisation, dossier.holder)) relations.push('above-holder')
  const signer = dossier.result === null ? undefined : dossier.count?.stages[dossier.place?.index ?? 0]?.unit
  if (signer !== undefined && (signer === organisation || isAbove(organisation, signer)))
    relations.push('signing-agency')
  if (dossier.handover?.to === organisation) relations.push('offered')
  if (dossier.consultations.some(({ to }) => to === organisation)) relations.push('consulted')
  return relations
}

/** Whether a role with these relations may ask for a command; if not, the refusal that says what to do instead. */
export const permits = (
  type: DossierCommandType,
  role: string,
  relations: readonly Relation[],
): 'permitted' | RefusalCode => {
  const grants: readonly Grant[] = permissions[type]
  const granted = grants.some(
    ({ roles, relation }) => roles.some((one) => one === role) && relations.includes(relation),
  )
  if (granted) return 'permitted'
  const works = relations.includes('holder') || relations.includes('receiving-desk')
  return type === 'RequestSupplement' && works ? 'only-through-desk' : 'not-permitted'
}
