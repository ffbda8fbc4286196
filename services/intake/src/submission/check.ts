import type { LodgedComponent, Payment } from '@dossier/contracts/application'
import type { FieldError } from '@dossier/contracts/problem'
import type { Channel, ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'
import { type Lodged, missingFrom, mistakesIn } from '@dossier/domain/completeness'
import type { Counted } from '@dossier/domain/fees'
import type { Tx } from '@dossier/platform/postgres'
import { freeUploads } from '../files/uploads.ts'
import type { ValidateForm } from '../form-validation.ts'
import { verifyPayments } from './payments.ts'

export type Components = Readonly<Record<string, LodgedComponent>>
type Payments = Readonly<Record<string, Payment>>

/** What is brought now, by whom and how; and, when something was brought before, what it adds to. */
export type Bringing = {
  version: ProcedureVersion
  day: Day
  form: unknown
  components: Components
  payments: Payments
  counts: readonly Counted[]
  by: string
  /** How it is brought now: by the citizen online, or over a desk. */
  via: Channel
  /** Whose confirmed online payments count; null for anybody's. */
  payer: string | null
  before?: { channel: Channel; components: Components; paid: Readonly<Record<string, number>> }
}

/** `missing` can still be brought, and a desk may register without it; `mistakes` nobody can register. */
export type Checked = {
  mistakes: FieldError[]
  missing: FieldError[]
  components: Components
  paid: Record<string, number>
}

/** Names everything that is wrong or missing in one answer, and gives what there is with what was there before. */
export const check = async (db: Tx, validateForm: ValidateForm, bringing: Bringing): Promise<Checked> => {
  const { version, day, form, counts, via, before } = bringing
  const { code: procedure } = version
  const { payments, payer } = bringing
  const verified = await verifyPayments(db, { payments, procedure, payer, isCitizen: via === 'online' })
  const components = added(before?.components ?? {}, bringing.components)
  const paid = summed(before?.paid ?? {}, verified.paid)
  const now = { channel: via, components: lodged(bringing.components), counts, paid: verified.paid }
  const inAll = { channel: before?.channel ?? via, components: lodged(components), counts, paid }
  return {
    mistakes: [...mistakesIn(version, now), ...(await uploadMistakes(db, bringing)), ...verified.mistakes],
    missing: [...validateForm(version, form), ...missingFrom(version, inAll, day)],
    components,
    paid,
  }
}

const lodged = (components: Components): Record<string, Lodged> =>
  Object.fromEntries(
    Object.entries(components).map(([id, { uploads, ...papers }]) => [id, { ...papers, files: uploads.length }]),
  )

const added = (before: Components, now: Components): Components => {
  const sum = { ...before }
  for (const [id, more] of Object.entries(now)) {
    const had = sum[id] ?? { originals: 0, certifiedCopies: 0, copies: 0, uploads: [] }
    sum[id] = {
      originals: had.originals + more.originals,
      certifiedCopies: had.certifiedCopies + more.certifiedCopies,
      copies: had.copies + more.copies,
      uploads: [...had.uploads, ...more.uploads],
    }
  }
  return sum
}

const summed = (before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>) => {
  const sum = { ...before }
  for (const [fee, amount] of Object.entries(now)) sum[fee] = (sum[fee] ?? 0) + amount
  return sum
}

/** Every upload named, with the component it was named for. */
export const wantedUploads = (components: Components): { id: string; component: string }[] =>
  Object.entries(components).flatMap(([component, { uploads }]) => uploads.map((id) => ({ id, component })))

const uploadMistakes = async (db: Tx, { components, by }: Bringing): Promise<FieldError[]> => {
  const wanted = wantedUploads(components)
  if (wanted.length === 0) return []
  const free = await freeUploads(
    db,
    wanted.map(({ id }) => id),
    by,
  )
  return Object.entries(components).flatMap(([component, { uploads }]) =>
    // Each may be used once: a second use finds it gone.
    uploads.flatMap((id, i) => (free.delete(id) ? [] : [unknownUpload(`#/body/components/${component}/uploads/${i}`)])),
  )
}

const unknownUpload = (pointer: string): FieldError => ({
  pointer,
  code: 'unknown-upload',
  vi: 'Tệp này không có, không phải của người gửi, hoặc đã được dùng.',
  en: 'There is no such upload of the sender, or it is used already.',
})
