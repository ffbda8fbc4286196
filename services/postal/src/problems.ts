import { type CommonCode, commonProblem, type FieldError, type Problem } from '@dossier/contracts/problem'
import { type PostalRefusal, postalRefusals } from '@dossier/domain/postal-refusals'
import type { S10Problem } from '@dossier/domain/s10'
import { ProblemError } from '@dossier/platform/http'

type More = { about?: string; errors?: FieldError[] }

/** What the post cannot know to be otherwise by waiting: the request itself is wrong. */
const unprocessable: readonly PostalRefusal[] = [
  'not-in-published-list',
  'missing-from-list',
  'fee-differs',
  'procedure-not-by-post',
  'compensation-too-low',
  'record-from-the-future',
  'carrier-unknown',
  'no-post-office',
  'proof-not-a-picture',
  'proof-too-large',
  'proof-out-of-place',
]

/** A refusal as a problem; `about` names the paper, parcel or scan it speaks of. */
export const postalProblem = (code: PostalRefusal, { about, errors }: More = {}): ProblemError => {
  const { vi: title, en: detail, rule } = postalRefusals[code]
  const status = code === 'parcel-unknown' ? 404 : unprocessable.includes(code) ? 422 : 409
  const problem: Problem = { status, code, title, detail, rule }
  return new ProblemError({
    ...problem,
    ...(about !== undefined && { about }),
    ...(errors !== undefined && { errors }),
  })
}

/** What is wrong with a parcel's code as it was scanned or typed. */
export const codeProblem = ({ code, vi, en }: S10Problem, about: string): ProblemError =>
  new ProblemError({ status: 422, code, title: vi, detail: en, rule: 'UPU S10', about })

export const common = (code: CommonCode, detail?: string): ProblemError =>
  new ProblemError(commonProblem(code, detail === undefined ? {} : { detail }))
