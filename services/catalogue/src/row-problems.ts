import type { Officer, Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import { ancestors, type OrganisationTree } from '@dossier/domain/organisations'
import type { RowProblem } from './problems.ts'

/** One problem, as a list to spread. */
export const found = (code: string, pointer: string, vi: string, en: string): RowProblem[] => [
  { code, pointer, vi, en },
]

/** What a single row cannot see by itself: its place among the others. `tree` holds the row already. */
export const organisationProblems = (row: Organisation, tree: OrganisationTree): RowProblem[] => {
  const { parent, mintsAs, successors, validFrom, validTo } = row
  const unknown = (code: OrganisationCode, pointer: string) =>
    tree.rows.has(code)
      ? []
      : found('organisation-unknown', pointer, `Không có cơ quan ${code}.`, `There is no organisation ${code}.`)
  const inCircle = ancestors(tree, row.code).some(({ code }) => code === row.code)
  return [
    ...(parent === null ? [] : unknown(parent, '/parent')),
    ...(mintsAs === undefined ? [] : unknown(mintsAs, '/mintsAs')),
    ...successors.flatMap((code, i) => unknown(code, `/successors/${i}`)),
    ...(row.serves ?? []).flatMap((code, i) => unknown(code, `/serves/${i}`)),
    ...(inCircle ? found('parent-below', '/parent', 'Cấp trên nằm dưới chính nó.', 'Its parent is below it.') : []),
    ...ends(validFrom, validTo, '/validTo'),
    ...exceptionProblems(row),
    ...(successors.length > 0 && validTo === null
      ? found(
          'successor-of-the-living',
          '/successors',
          'Có kế tục mà không có ngày kết thúc.',
          'Successors need validTo.',
        )
      : []),
  ]
}

export const officerProblems = ({ mandates }: Officer, tree: OrganisationTree): RowProblem[] =>
  mandates.flatMap(({ organisation, from, to }, i) => [
    ...(tree.rows.has(organisation)
      ? []
      : found(
          'organisation-unknown',
          `/mandates/${i}/organisation`,
          `Không có cơ quan ${organisation}.`,
          `There is no organisation ${organisation}.`,
        )),
    ...ends(from, to, `/mandates/${i}/to`),
  ])

const ends = (from: string, to: string | null, pointer: string): RowProblem[] =>
  to === null || to >= from
    ? []
    : found('ends-before-it-begins', pointer, 'Ngày cuối trước ngày đầu.', 'It ends before it begins.')

/** Dates with other hours: each once, its sessions one after the other. */
const exceptionProblems = ({ exceptions = [] }: Organisation): RowProblem[] => [
  ...twice(
    exceptions.map(({ day }) => day),
    '/exceptions',
  ),
  ...exceptions.flatMap(({ day, sessions }, i) =>
    sessions.every(([open, close], j) => open < close && (sessions[j - 1]?.[1] ?? '') <= open)
      ? []
      : found(
          'sessions-disordered',
          `/exceptions/${i}/sessions`,
          `Các buổi làm việc ngày ${day} không theo thứ tự.`,
          `The sessions of ${day} overlap or end before they begin.`,
        ),
  ),
]

/** A problem for each value that stands more than once. */
export const twice = (values: readonly string[], pointer: string): RowProblem[] =>
  [...new Set(values.filter((value, i) => values.indexOf(value) !== i))].flatMap((value) =>
    found('named-twice', pointer, `${value} được nêu hai lần.`, `${value} is named twice.`),
  )
