import type { Level, Organisation, OrganisationCode, OrganisationFunction } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'

/** All rows, past and present: levels and agencies are data with dates (districts ended on 01/07/2025), nothing here counts to three. */
export type OrganisationTree = {
  rows: ReadonlyMap<OrganisationCode, Organisation>
  functions: ReadonlyMap<OrganisationFunction, readonly Organisation[]>
}

export const makeTree = (rows: readonly Organisation[]): OrganisationTree => {
  const functions = new Map<OrganisationFunction, Organisation[]>()
  for (const row of rows)
    for (const name of [row.function, ...(row.alsoFor ?? [])])
      functions.set(name, [...(functions.get(name) ?? []), row])
  return { rows: new Map(rows.map((row) => [row.code, row])), functions }
}

/** Both its first and its last day belong to an organisation's life. */
export const isInForce = ({ validFrom, validTo }: Pick<Organisation, 'validFrom' | 'validTo'>, day: Day): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

export const inForce = (tree: OrganisationTree, day: Day): Organisation[] =>
  [...tree.rows.values()].filter((row) => isInForce(row, day))

/** An organisation on a day, or undefined where it is not in force. */
export const officeOn = (tree: OrganisationTree, code: OrganisationCode, day: Day): Organisation | undefined => {
  const row = tree.rows.get(code)
  return row !== undefined && isInForce(row, day) ? row : undefined
}

/** From the organisation's parent up to the root. */
export const ancestors = (tree: OrganisationTree, code: OrganisationCode): Organisation[] => {
  const path: Organisation[] = []
  let parent = tree.rows.get(code)?.parent
  while (parent !== undefined && parent !== null) {
    const row = tree.rows.get(parent)
    if (row === undefined || path.includes(row)) break
    path.push(row)
    parent = row.parent
  }
  return path
}

/** Whether `a` is above `b`; nothing is above itself. */
export const isAbove = (tree: OrganisationTree, a: OrganisationCode, b: OrganisationCode): boolean =>
  ancestors(tree, b).some(({ code }) => code === a)

/** The People's Committee a unit belongs to; a committee is its own. */
export const authorityOf = (tree: OrganisationTree, code: OrganisationCode): Organisation | undefined => {
  const row = tree.rows.get(code)
  const path = row === undefined ? [] : [row, ...ancestors(tree, code)]
  return path.find((one) => one.function === 'peoples-committee')
}

/** Under which code a desk mints dossier codes: that of its authority. */
export const mintingCode = (tree: OrganisationTree, desk: OrganisationCode): OrganisationCode | undefined =>
  tree.rows.get(desk)?.mintsAs ?? authorityOf(tree, desk)?.code

/**
 * The unit of a route's stage for one receiving desk on one day: up from the desk's authority to the level, then the unit
 * of that function. Undefined where there is none, as for any district since 01/07/2025.
 */
export const resolveUnit = (
  tree: OrganisationTree,
  desk: OrganisationCode,
  { level, function: wanted }: { level: Level; function: OrganisationFunction },
  day: Day,
): OrganisationCode | undefined => {
  const served = [tree.rows.get(desk), ...ancestors(tree, desk)].filter((row) => row !== undefined)
  if (served.length === 0 || !served.every((row) => isInForce(row, day))) return undefined
  const authority = served.find((row) => row.function === 'peoples-committee' && row.level === level)
  if (authority === undefined) return undefined
  if (wanted === 'peoples-committee') return authority.code
  const units = (tree.functions.get(wanted) ?? []).filter(
    (row) => row.level === level && isInForce(row, day) && authorityOf(tree, row.code)?.code === authority.code,
  )
  const regional = units.find(({ serves = [] }) => served.some(({ code }) => serves.includes(code)))
  const own = units.filter(({ serves }) => serves === undefined)
  return (regional ?? own.find((row) => row.function === wanted) ?? own[0])?.code
}

/** Who does an organisation's work on a day: itself while it lasts, then its successors' successors of that day. */
export const successorsOf = (tree: OrganisationTree, code: OrganisationCode, day: Day): OrganisationCode[] => {
  const found = new Set<OrganisationCode>()
  const seen = new Set<OrganisationCode>()
  const follow = (next: OrganisationCode): void => {
    const row = tree.rows.get(next)
    if (row === undefined || seen.has(next)) return
    seen.add(next)
    if (isInForce(row, day)) found.add(next)
    else if (row.validTo !== null && row.validTo < day) row.successors.forEach(follow)
  }
  follow(code)
  return [...found]
}

/**
 * The one successor. A district's office has as many as there are new communes: then the address decides, given as any
 * organisation of the place, old or new. Undefined where nobody, or nobody in particular, succeeds.
 */
export const successorOf = (
  tree: OrganisationTree,
  code: OrganisationCode,
  day: Day,
  address?: OrganisationCode,
): OrganisationCode | undefined => {
  const all = successorsOf(tree, code, day)
  if (all.length <= 1 || address === undefined) return all.length === 1 ? all[0] : undefined
  const places = successorsOf(tree, authorityOf(tree, address)?.code ?? address, day)
  const near = all.filter((one) => places.some((place) => authorityOf(tree, one)?.code === place))
  return near.length === 1 ? near[0] : undefined
}

/**
 * Who answers for what an organisation was asked: itself, or the successor of the place the matter belongs to. All its
 * successors where the place is not known or names no single one: somebody must take it up.
 */
export const answeringFor = (
  tree: OrganisationTree,
  { agency, place }: { agency: OrganisationCode; place: OrganisationCode | null },
  day: Day,
): OrganisationCode[] => {
  const one = successorOf(tree, agency, day, place ?? undefined)
  return one === undefined ? successorsOf(tree, agency, day) : [one]
}
