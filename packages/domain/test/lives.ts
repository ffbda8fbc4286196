import type { DossierCommandType } from '@dossier/contracts/dossier-command'
import { centre } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p4 } from './procedures.ts'

const note = 'Theo quy định'
const opened = () => life({ procedure: p4, desk: centre.desk }).opens('2025-12-08 08:30')
const accepted = () => opened().does('2025-12-08 09:00', { type: 'Accept' })
const atTheLandOffice = () => accepted().hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
const taxAsked = () => atTheLandOffice().does('2025-12-09 09:00', { type: 'RequestConsultation', consultation: 'tax' })
const proposed = () =>
  taxAsked()
    .hands('2025-12-09 14:00', '2025-12-09 15:00', centre.committee)
    .does('2025-12-09 16:00', { type: 'Propose', outcome: 'granted' })
const completed = () => proposed().does('2025-12-10 08:00', { type: 'Sign', outcome: 'granted', number: 'CS 01' })

const supplement: Wish = { type: 'RequestSupplement', defects: [{ component: '01', defect: 'missing' }] }
const proposedSupplement: Wish = { ...supplement, type: 'ProposeSupplement' }
const obligation: Wish = { type: 'RequestObligation', obligation: 'land-tax', amount: 5_000_000, note }
const returned: Wish = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true }
const stopped: Wish = { type: 'Stop', ground: 'legal-ground', legalBasis: 'Luật Đất đai 2024' }

/** A registered letter to the citizen; the digits are those of the S10 standard's own example. */
export const parcel = 'RR473124829VN'
const posted: Wish = { type: 'RecordDispatch', parcel, order: 1, promised: { on: '2025-12-11' }, originals: ['02'] }

/** A dossier in each of the eleven states, reached by real commands; one on its way between two agencies, one whose result is with the post. */
export const lives = {
  submitted: opened,
  'completion-requested': () => opened().does('2025-12-08 08:45', supplement),
  'not-accepted': () => opened().does('2025-12-08 08:45', { type: 'RefuseIntake', ground: 'not-eligible', note }),
  withdrawn: () => opened().does('2025-12-08 08:45', { type: 'Withdraw' }),
  accepted,
  'in-progress': proposed,
  'on-offer': () => taxAsked().does('2025-12-09 14:00', { type: 'OfferHandover', to: centre.committee }),
  'supplement-requested': () =>
    taxAsked().does('2025-12-09 09:30', proposedSupplement).does('2025-12-09 10:00', supplement),
  'obligation-requested': () => taxAsked().does('2025-12-09 10:00', obligation),
  completed,
  'under-way': () =>
    completed().does('2025-12-10 09:00', { type: 'ChooseReturn', by: 'post' }).does('2025-12-10 10:00', posted),
  returned: () => completed().does('2025-12-10 09:00', returned),
  stopped: () => proposed().does('2025-12-10 09:00', stopped),
} as const satisfies Record<string, () => Life>
export type LifeName = keyof typeof lives
export const lifeNames: readonly LifeName[] = [
  'submitted',
  'completion-requested',
  'accepted',
  'in-progress',
  'on-offer',
  'supplement-requested',
  'obligation-requested',
  'completed',
  'under-way',
  'not-accepted',
  'withdrawn',
  'returned',
  'stopped',
]

/** The most plausible form of each command for a dossier as it stands. */
export const plausible = (type: DossierCommandType, told: Life): Wish => {
  const { state, place, handover } = told.dossier()
  switch (type) {
    case 'Open':
      return {
        type,
        procedure: p4.code,
        channel: 'desk',
        receivingDesk: centre.desk,
        submittedAt: '2025-12-08T01:30:00.000Z',
        applicant: null,
      }
    case 'Accept':
    case 'AcceptHandover':
    case 'ReceiveSupplement':
    case 'StartPosting':
    case 'Recount':
    case 'Withdraw':
      return { type }
    case 'RefuseIntake':
      return { type, ground: 'not-eligible', note }
    case 'OfferHandover':
      // From the desk to the first agency; from the last one back to it.
      return place?.index === 1 ? { type, to: centre.landOffice, stage: 'appraise' } : { type, to: centre.landOffice }
    case 'ReturnHandover':
      return { type, ground: 'not-ours', note }
    case 'Assign':
      return { type, officer: 'case-officer-2' }
    case 'AddOpinion':
      return { type, kind: 'appraisal', note }
    case 'RequestConsultation':
      return { type, consultation: 'police', to: 'H21.91.05', limit: { amount: 3, unit: 'working-day' } }
    case 'AnswerConsultation':
      return { type, consultation: 'tax', answer: 'done' }
    case 'ReportConsultation':
      return { type, consultation: 'tax' }
    case 'ApplyVariant':
      return { type, variant: 'verification', legalBasis: 'Luật Đất đai 2024 Điều 1' }
    case 'ProposeSupplement':
      return { type, defects: [{ component: '02', defect: 'wrong' }] }
    case 'RequestSupplement':
      return { type, defects: [{ component: '02', defect: 'wrong' }] }
    case 'RequestObligation':
      return { type, obligation: 'registration-fee', amount: 1_250_000, note }
    case 'RecordPayment':
      return { type, obligation: 'land-tax', proof: 'GW-1' }
    case 'Propose':
      return { type, outcome: 'granted' }
    case 'Sign':
      return { type, outcome: 'granted', number: 'CS 02' }
    case 'Reappoint':
      return { type, appointment: '2026-01-14', reason: 'workload', note }
    case 'Stop':
      return stopped
    case 'ReturnResult':
      return returned
    case 'ReturnPartResult':
      return { type, part: 'birth', to: 'applicant', identityChecked: true }
    case 'ChooseReturn':
      return { type, by: 'post' }
    case 'RecordDispatch':
      return posted
    case 'RecordUndelivered':
      return { type, parcel }
    case 'RecordLoss':
      return { type, parcel, what: 'lost' }
    case 'RecordPapersLoss':
      return { type, what: 'lost', components: ['02'], result: false, decision: 'incident:1' }
    case 'WithdrawReturn':
      return { type, parcel }
    case 'DeclineApology':
      return { type, reason: 'will-make-its-day', note }
    case 'RecordApologySent':
      return { type, of: 1, sentAt: '2026-01-05T01:00:00.000Z' }
    case 'ReissueResult':
      return { type, number: 'CS 03', note }
    case 'Apologise':
      return { type, cause: 'error', note }
    case 'CorrectError':
      return { type, of: 1, what: 'clerical', legalBasis: 'NĐ 61/2018 Điều 21', note }
    case 'SucceedAgency':
      return { type, chosen: [] }
    case 'SoundAlarm':
      return { type, alarmId: handover === null && state === 'submitted' ? 'answer-due:late' : 'overdue:2026-01-07' }
  }
}
