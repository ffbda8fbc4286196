import type { components } from '../clients/casework.d.ts'
import type { Action } from '../dossier/seen.ts'

export type Defect = components['schemas']['Defect']
// Each as the contract knows it: one too many or too few does not compile.
const known = {
  missing: true,
  illegible: true,
  incomplete: true,
  wrong: true,
  expired: true,
  'not-certified': true,
} as const satisfies Record<Defect['defect'], true>
/** What may be wrong with a paper. */
export const kindsOfDefect = Object.keys(known).filter((kind): kind is Defect['defect'] => kind in known)

/** A field of a command's form. `choices` are of the words' list of the same name; `line` is a text of one line. */
export type Field =
  | {
      name: string
      is: 'line' | 'text' | 'day' | 'amount' | 'place' | 'defects' | 'officer' | 'check'
      label: string
      optional?: true
    }
  | { name: string; is: 'choice'; label: string; choices: readonly string[] }

const note: Field = { name: 'note', is: 'text', label: 'note' }
const noteIfAny: Field = { ...note, label: 'noteOptional', optional: true }
const basis: Field = { name: 'legalBasis', is: 'line', label: 'legalBasis', optional: true }
const outcome: Field = { name: 'outcome', is: 'choice', label: 'outcome', choices: ['granted', 'refused'] }
const number: Field = { name: 'number', is: 'line', label: 'number' }
const lacking: Field = { name: 'defects', is: 'defects', label: 'component' }
const ground = (...choices: string[]): Field => ({ name: 'ground', is: 'choice', label: 'ground', choices })

/** What each command asks of the person; the law asks the rest, in its refusal. Those not here need nothing but a press. */
const fields: Record<string, readonly Field[]> = {
  RefuseIntake: [
    ground('not-eligible', 'wrong-authority', 'original-missing', 'not-genuine', 'other-law'),
    { name: 'directedTo', is: 'place', label: 'to', optional: true },
    note,
  ],
  OfferHandover: [{ name: 'to', is: 'place', label: 'to' }, noteIfAny],
  ReturnHandover: [ground('not-ours', 'papers-missing', 'wrong-stage', 'incomplete-work'), note],
  Assign: [{ name: 'officer', is: 'officer', label: 'officer' }],
  AddOpinion: [{ name: 'kind', is: 'choice', label: 'kind', choices: ['appraisal', 'inspection', 'remark'] }, note],
  AnswerConsultation: [
    { name: 'answer', is: 'choice', label: 'answer', choices: ['agrees', 'objects', 'done'] },
    noteIfAny,
  ],
  ReportConsultation: [noteIfAny],
  ProposeSupplement: [lacking, noteIfAny, basis],
  RequestSupplement: [lacking, noteIfAny, basis],
  RequestObligation: [
    { name: 'obligation', is: 'line', label: 'consultation' },
    { name: 'amount', is: 'amount', label: 'amount' },
    note,
  ],
  RecordPayment: [{ name: 'proof', is: 'line', label: 'proof' }],
  ApplyVariant: [{ ...basis, name: 'legalBasis', is: 'line', label: 'legalBasis' }, noteIfAny],
  Propose: [outcome, noteIfAny],
  Sign: [outcome, number, noteIfAny],
  Reappoint: [{ name: 'appointment', is: 'day', label: 'appointment', optional: true }, noteIfAny],
  DeclineApology: [
    { name: 'reason', is: 'choice', label: 'ground', choices: ['will-make-its-day', 'not-late', 'other'] },
    note,
  ],
  Apologise: [noteIfAny],
  Withdraw: [noteIfAny],
  Stop: [basis, noteIfAny],
  ReturnResult: [
    { name: 'to', is: 'choice', label: 'person', choices: ['applicant', 'representative'] },
    { name: 'identityChecked', is: 'check', label: 'identityChecked' },
  ],
  ReturnPartResult: [
    { name: 'to', is: 'choice', label: 'person', choices: ['applicant', 'representative'] },
    { name: 'identityChecked', is: 'check', label: 'identityChecked' },
  ],
  ChooseReturn: [{ name: 'by', is: 'choice', label: 'by', choices: ['desk', 'post', 'online'] }],
  ReissueResult: [number, note],
  CorrectError: [
    { name: 'of', is: 'amount', label: 'of' },
    { name: 'what', is: 'choice', label: 'what', choices: ['result', 'defects', 'stage', 'clerical'] },
    { name: 'legalBasis', is: 'line', label: 'legalBasis' },
    { name: 'number', is: 'line', label: 'number', optional: true },
    note,
  ],
}

const free: Field[] = [
  { name: 'consultation', is: 'line', label: 'consultation' },
  { name: 'to', is: 'place', label: 'to' },
  { name: 'limit', is: 'amount', label: 'limitDays' },
  noteIfAny,
]

/** The fields of an action's form. */
export const fieldsOf = ({ command, about }: Action): readonly Field[] =>
  command === 'RequestConsultation' ? (about === null ? free : [noteIfAny]) : (fields[command] ?? [])

/** What stands in a field; of papers that are not in order, each with what is wrong. */
export type Value = string | boolean | readonly Partial<Defect>[]
export type Given = Record<string, Value>

/** The command as it is sent: what was typed, and what the button says by itself. */
export const commandOf = (action: Action, given: Given): Record<string, unknown> => {
  const { limit, amount, of, ...others } = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const member = aboutOf[action.command]
  return {
    type: action.command,
    ...others,
    ...(limit !== undefined && { limit: { amount: Number(limit), unit: 'day' } }),
    ...(amount !== undefined && { amount: Number(amount) }),
    ...(of !== undefined && { of: Number(of) }),
    ...(member !== undefined && action.about !== null && { [member]: action.about }),
    ...(action.command === 'ReturnResult' && { by: 'desk' }),
    ...(action.command === 'Accept' && { receipt: true }),
  }
}

const aboutOf: Record<string, string> = {
  RequestConsultation: 'consultation',
  AnswerConsultation: 'consultation',
  ReportConsultation: 'consultation',
  RecordPayment: 'obligation',
  ApplyVariant: 'variant',
  ReturnPartResult: 'part',
  Stop: 'ground',
  Apologise: 'cause',
}
