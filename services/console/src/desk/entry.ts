import { feesDue } from '@dossier/domain/fees'
import type { Field } from '@dossier/domain/form-fields'
import { filledIn } from '@dossier/domain/form-filled'
import type { components } from '../clients/intake.d.ts'
import { type Counts, nothing } from './counted.ts'

type Schemas = components['schemas']
export type Posted = Omit<Schemas['PostedProcedure'], 'desks'>
type Way = 'desk' | 'post'
export type Scan = { uploadId: string; name: string }

/** What a desk has taken down of the citizen before it, and not registered yet. */
export type Entry = {
  way: Way
  form: unknown
  counted: Readonly<Record<string, Counts>>
  scans: Readonly<Record<string, readonly Scan[]>>
  proofs: Readonly<Record<string, string>>
  counts: readonly { pages: number; copies: number }[]
  returnBy: 'desk' | 'post' | 'online'
  account: string
}

export const nothingYet: Entry = {
  way: 'desk',
  form: {},
  counted: {},
  scans: {},
  proofs: {},
  counts: [],
  returnBy: 'desk',
  account: '',
}

/** What is to be paid before the dossier is accepted, by the tariff of the day. */
export const feesAtAcceptance = (posted: Posted, { way, counts }: Pick<Entry, 'way' | 'counts'>) =>
  feesDue(posted, way, posted.on, counts).filter(({ due, amount }) => due === 'acceptance' && amount !== 0)

type Asked = { posted: Posted; fields: readonly Field[]; desk: string; entry: Entry; collected: string | undefined }

/** The application as it is registered: what was counted and scanned, what was paid at this desk. */
export const submissionOf = ({ posted, fields, desk, entry, collected }: Asked): Schemas['SubmissionInput'] => {
  const { way, form, counted, scans, proofs, counts, returnBy, account } = entry
  const lodged = [...new Set([...Object.keys(counted), ...Object.keys(scans)])].map((id) => {
    const uploads = (scans[id] ?? []).map(({ uploadId }) => uploadId)
    return [id, { ...(counted[id] ?? nothing), uploads }] as const
  })
  const paid = feesAtAcceptance(posted, entry).flatMap(({ id, amount }) => {
    const proof = (proofs[id] ?? '').trim()
    return way === 'post' || proof === '' || amount === null ? [] : [[id, { by: way, amount, proof }] as const]
  })
  return {
    procedure: posted.code,
    channel: way,
    receivingDesk: desk,
    form: filledIn(fields, form),
    components: Object.fromEntries(lodged),
    payments: Object.fromEntries(paid),
    returnBy,
    counts: [...counts],
    ...(account !== '' && { applicant: `citizen:${account}` }),
    ...(collected !== undefined && { collected }),
  }
}
