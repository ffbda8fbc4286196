import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { exceedsStages, tooLong } from './critical-path.ts'
import { feeProblems } from './fee-coverage.ts'
import { inForce, isInForce, type OrganisationTree, resolveUnit } from './organisations.ts'
import { found, overlap, type PublicationProblem } from './publication-problem.ts'

/** `others`: the published versions of the same code. */
export type PublicationContext = {
  organisations: OrganisationTree
  calendar: CalendarVersion
  others: readonly ProcedureVersion[]
}

/** Everything that stands against publishing, not only the first: an author corrects once. Empty: nothing does. */
export const refusePublication = (version: ProcedureVersion, context: PublicationContext): PublicationProblem[] => [
  ...validity(version, context.others),
  ...repeated(version),
  ...route(version),
  ...limits(version, context.calendar),
  ...variants(version),
  ...consents(version),
  ...channels(version),
  ...feeProblems(version),
  ...units(version, context.organisations),
]

const lasts = ({ validFrom, validTo }: Pick<ProcedureVersion, 'validFrom' | 'validTo'>) =>
  `${validFrom} - ${validTo ?? '…'}`

const validity = (version: ProcedureVersion, others: readonly ProcedureVersion[]): PublicationProblem[] => {
  const { id, code, validFrom, validTo } = version
  const stem = `${code}@${validFrom}`
  const named = id === stem || id.startsWith(`${stem}.`)
  // One that lasts until further notice is not in the way: publishing its successor is that notice.
  const gives = (other: ProcedureVersion) => other.validTo === null && other.validFrom < validFrom
  const clash = others.filter((one) => one.id !== id && one.code === code && !gives(one) && overlap(version, one))
  return [
    ...(named ? [] : found('id-disagrees', '/id', `Mã phiên bản phải là ${stem}.`, `The id must be ${stem}.`)),
    ...(validTo === null || validTo >= validFrom
      ? []
      : found(
          'valid-to-before-valid-from',
          '/validTo',
          'Ngày hết hiệu lực trước ngày có hiệu lực.',
          'validTo is before validFrom.',
        )),
    ...clash.flatMap((other) =>
      found(
        'version-overlaps',
        '/validFrom',
        `Trùng thời gian hiệu lực với phiên bản ${other.id} (${lasts(other)}).`,
        `In force at the same time as ${other.id} (${lasts(other)}).`,
      ),
    ),
  ]
}

const repeated = ({ route: stages, consultations, components, limit }: ProcedureVersion): PublicationProblem[] => {
  const asked = [...stages.flatMap(({ branches }) => branches), ...consultations] // a dossier tells them apart by id alone
  const lists = {
    '/route': stages,
    '/consultations': asked,
    '/components': components,
    '/limit/variants': limit.variants,
  }
  return Object.entries(lists).flatMap(([pointer, list]) => {
    const ids = list.map(({ id }) => id)
    const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
    return twice.flatMap((id) =>
      found('id-repeated', pointer, `Mã "${id}" dùng hai lần.`, `The id "${id}" is used twice.`),
    )
  })
}

const route = ({ route: stages }: ProcedureVersion): PublicationProblem[] => [
  ...(stages.some(({ signs }) => signs)
    ? []
    : found('no-signing-stage', '/route', 'Không có bước nào ký kết quả.', 'No stage signs the result.')),
  // A dossier is not handed to the unit that holds it: such a route would stop there.
  ...stages.flatMap((stage, i) => {
    const before = stages[i - 1]
    if (before?.level !== stage.level || before.function !== stage.function) return []
    return found(
      'unit-repeated',
      `/route/${i}`,
      `Hai bước liền nhau "${before.id}" và "${stage.id}" ở cùng một đơn vị: gộp thành một bước.`,
      `The stages "${before.id}" and "${stage.id}" follow one another in the same unit: make them one.`,
    )
  }),
]

/**
 * A published limit, and a promised one, hold the critical path of the stages they belong to. Where the law's limit is the
 * sum of the stages it cannot be too short for them: then the promise is held against both sides, the promised stages
 * within it and it within the stages of the law. The latter only in one unit: of mixed units every start has another sum.
 */
const limits = ({ limit, route: stages }: ProcedureVersion, calendar: CalendarVersion): PublicationProblem[] => {
  const { statutory, committed } = limit
  const promised = stages.map((stage) => ({ ...stage, statutory: stage.committed ?? stage.statutory }))
  const byLaw = statutory === 'sum-of-stages' ? undefined : tooLong(stages, statutory, calendar)
  const byPromise = committed === undefined ? undefined : tooLong(promised, committed, calendar)
  const isSum = statutory === 'sum-of-stages'
  const byStages = isSum && committed !== undefined ? exceedsStages(committed, stages) : undefined
  return [
    ...(byLaw === undefined
      ? []
      : found(
          'stages-exceed-limit',
          '/limit/statutory',
          `Tổng các bước vượt thời hạn công bố: ${byLaw.vi}.`,
          `The stages exceed the published limit: ${byLaw.en}.`,
        )),
    ...(byPromise === undefined
      ? []
      : found(
          'promised-stages-exceed-limit',
          '/limit/committed',
          `Tổng các bước vượt thời hạn cam kết: ${byPromise.vi}.`,
          `The stages exceed the promised limit: ${byPromise.en}.`,
        )),
    ...(byStages === undefined
      ? []
      : found(
          'promise-exceeds-stages',
          '/limit/committed',
          `Thời hạn cam kết dài hơn tổng các bước: ${byStages.vi}.`,
          `The promised limit is longer than the sum of the stages: ${byStages.en}.`,
        )),
  ]
}

const variants = ({ limit, route: stages }: ProcedureVersion): PublicationProblem[] =>
  limit.variants.flatMap(({ id, stage }, i) =>
    stage === undefined || stages.some((one) => one.id === stage)
      ? []
      : found(
          'unknown-stage',
          `/limit/variants/${i}/stage`,
          `Thời hạn "${id}" kéo dài bước "${stage}" không có trong quy trình.`,
          `The variant "${id}" lengthens the stage "${stage}", which the route has not.`,
        ),
  )

const consents = ({ consultations }: ProcedureVersion): PublicationProblem[] =>
  consultations.flatMap(({ id, silence, legalBasis }, i) =>
    silence === 'none' || legalBasis !== undefined
      ? []
      : found(
          'deemed-consent-without-legal-basis',
          `/consultations/${i}/legalBasis`,
          `Lấy ý kiến "${id}": im lặng là đồng ý phải có căn cứ pháp lý.`,
          `Consultation "${id}": silence is consent only where a law says so; name it.`,
        ),
  )

const channels = ({ channels: open, online }: ProcedureVersion): PublicationProblem[] =>
  open.includes('online') === (online.scope !== 'information')
    ? []
    : found(
        'online-disagrees',
        '/online/scope',
        `Mức độ trực tuyến "${online.scope}" không khớp với các kênh nộp: ${open.join(', ')}.`,
        `The online scope "${online.scope}" does not fit the open channels: ${open.join(', ')}.`,
      )

/** Asked for each desk that receives it, on its first day and on every later day on which organisations begin. */
const units = (
  { receivedAt, route: stages, consultations, validFrom, validTo }: ProcedureVersion,
  tree: OrganisationTree,
) => {
  const begins = [...tree.rows.values()]
    .map((row) => row.validFrom)
    .filter((day) => isInForce({ validFrom, validTo }, day))
  const places = [
    ...stages.map((stage, i) => ({ ...stage, pointer: `/route/${i}` })),
    ...stages.flatMap(({ branches }, i) =>
      branches.map((one, j) => ({ ...one, pointer: `/route/${i}/branches/${j}` })),
    ),
    ...consultations
      .map((one, i) => ({ ...one, pointer: `/consultations/${i}` }))
      .filter(({ chosen }) => chosen !== true),
  ]
  return [...new Set([validFrom, ...begins])].flatMap((day) => {
    const desks = inForce(tree, day).filter((row) => row.function === 'desk' && receivedAt.includes(row.level))
    if (desks.length === 0)
      return found(
        'no-desk',
        '/receivedAt',
        `Ngày ${day} không có nơi nào tiếp nhận.`,
        `On ${day} no desk receives it.`,
      )
    return places.flatMap(({ pointer, ...place }) => {
      const without = desks
        .filter(({ code }) => resolveUnit(tree, code, place, day) === undefined)
        .map(({ code }) => code)
      const few = without.length > 3 ? `${without.slice(0, 3).join(', ')}, … (${without.length})` : without.join(', ')
      return without.length === 0
        ? []
        : found(
            'unit-missing',
            pointer,
            `Ngày ${day}, "${place.id}": không có đơn vị ${place.level}/${place.function} cho ${few}.`,
            `On ${day}, "${place.id}": no unit ${place.level}/${place.function} for ${few}.`,
          )
    })
  })
}
