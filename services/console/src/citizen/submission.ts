import type { Field } from '@dossier/domain/form-fields'
import { filledIn } from '@dossier/domain/form-filled'
import type { components } from '../clients/intake.d.ts'
import type { Body } from './draft.ts'

type Schemas = components['schemas']
type Given = { procedure: string; fields: readonly Field[]; body: Body; orders: readonly Schemas['PaymentOrder'][] }

/** What is handed in: what was filled in, the files sent, and what was paid for it. */
export const submissionOf = ({ procedure, fields, body, orders }: Given) => ({
  procedure,
  channel: 'online' as const,
  receivingDesk: body.receivingDesk ?? '',
  form: filledIn(fields, body.form),
  components: Object.fromEntries(Object.entries(body.files).map(([id, files]) => [id, scans(files)])),
  payments: paidBy(orders),
  returnBy: body.returnBy,
  counts: body.counts,
})

const paidBy = (orders: readonly Schemas['PaymentOrder'][]): Record<string, Schemas['PaymentInput']> =>
  Object.fromEntries(
    orders.flatMap(({ fee, amount, state, proof }) =>
      state === 'paid' && proof !== null ? [[fee, { by: 'online' as const, amount, proof }]] : [],
    ),
  )

const scans = (files: readonly { uploadId: string }[]) => ({
  originals: 0,
  certifiedCopies: 0,
  copies: 0,
  uploads: files.map(({ uploadId }) => uploadId),
})
