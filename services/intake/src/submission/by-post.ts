import type { Caller } from '@dossier/contracts/actor'
import type { Amendment, Submission } from '@dossier/contracts/application'
import type { DossierId } from '@dossier/contracts/dossier-id'
import { PostalSubmission } from '@dossier/contracts/parcel'
import type { FieldError } from '@dossier/contracts/problem'
import { requestHeaders } from '@dossier/platform/context'
import { common, intakeProblem } from '../problems.ts'

/** An application with, where it came by post, what desk and courier signed for. */
export type HandedIn = { submission: Submission; collected: PostalSubmission | undefined }

/** Gives what the handover record of a collected dossier says. Throws where there is none or nobody has signed it. */
export type AskPostal = (dossierId: DossierId, record?: string) => Promise<PostalSubmission>

/** Asks the post. Throws 409 `handover-record-missing` where it knows none, 503 where it does not answer: tried again later. */
export const makeAskPostal =
  (postal: string, token: () => Promise<string>): AskPostal =>
  async (dossierId, record) => {
    const query = record === undefined ? '' : `?record=${encodeURIComponent(record)}`
    const response = await fetch(`${postal}/collections/${dossierId}/submission${query}`, {
      headers: { ...requestHeaders(), authorization: `Bearer ${await token()}` },
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined)
    if (response?.status === 404 || response?.status === 409) throw intakeProblem('handover-record-missing')
    if (response?.ok !== true) throw common('unavailable')
    return PostalSubmission.parse(await response.json())
  }

/**
 * What the post handed over with an application: it is of the papers both counted, for that procedure and desk (QĐ 45/2016
 * art. 7.2, 7.3). All differences are named in one answer.
 */
export const handedInByPost = async (submission: Submission, askPostal: AskPostal): Promise<HandedIn> => {
  const { channel, collected: dossierId } = submission
  if (dossierId === undefined) return { submission, collected: undefined }
  if (channel !== 'post') throw intakeProblem('handover-record-missing')
  const collected = await askPostal(dossierId)
  const errors = differences(submission, collected)
  if (errors.length > 0) throw intakeProblem('collected-differs', errors)
  return { submission, collected }
}

/** The same of papers that came after the application: they are those on the signed record that is named. */
export const broughtByPost = async (
  { kind }: Caller,
  { id, amendment }: { id: DossierId; amendment: Amendment },
  askPostal: AskPostal,
): Promise<Amendment> => {
  if (amendment.handoverRecord === undefined) return amendment
  if (kind !== 'officer') throw intakeProblem('handover-record-missing')
  const collected = await askPostal(id, amendment.handoverRecord)
  const errors = countedOtherwise(amendment.components, collected.papers)
  if (errors.length > 0) throw intakeProblem('collected-differs', errors)
  return { ...amendment, payments: { ...amendment.payments, ...feesOf(collected) } }
}

/** Fees the post collected and handed over count as paid through the post (NĐ 61/2018 art. 22). */
export const withFeesOf = (submission: Submission, collected: PostalSubmission | undefined): Submission => {
  if (collected === undefined) return submission
  return { ...submission, payments: { ...submission.payments, ...feesOf(collected) } }
}

const feesOf = ({ fees }: PostalSubmission) =>
  Object.fromEntries(Object.entries(fees).map(([fee, payment]) => [fee, { by: 'post' as const, ...payment }] as const))

const differences = (
  { procedure, receivingDesk, components }: Submission,
  { procedure: sentFor, desk, papers }: PostalSubmission,
): FieldError[] => {
  return [
    ...(procedure === sentFor ? [] : [differs('#/body/procedure', sentFor)]),
    ...(receivingDesk === desk ? [] : [differs('#/body/receivingDesk', desk)]),
    ...countedOtherwise(components, papers),
  ]
}

const countedOtherwise = (components: Submission['components'], papers: PostalSubmission['papers']): FieldError[] => {
  const errors: FieldError[] = []
  for (const id of new Set([...Object.keys(papers), ...Object.keys(components)])) {
    const { originals = 0, certifiedCopies = 0 } = papers[id] ?? {}
    const entered = components[id] ?? { originals: 0, certifiedCopies: 0 }
    if (entered.originals !== originals || entered.certifiedCopies !== certifiedCopies)
      errors.push(differs(`#/body/components/${id}`, `${originals} + ${certifiedCopies}`))
  }
  return errors
}

const differs = (pointer: string, recorded: string): FieldError => ({
  pointer,
  code: 'differs-from-handover-record',
  vi: `Khác với biên bản giao nhận đã ký: ${recorded}.`,
  en: `Differs from the signed handover record, which says ${recorded}.`,
})
