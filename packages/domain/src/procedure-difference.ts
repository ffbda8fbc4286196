/** One thing two versions of a procedure say differently: where it stands, and what each says; undefined where one is silent. */
export type VersionDifference = { path: string[]; before: unknown; after: unknown }

/**
 * What differs between two versions of a procedure, member by member. Rows of lists are known by their id, or else by their
 * place; the id of the version itself differs always and is left out.
 */
export const versionDifferences = (before: unknown, after: unknown): VersionDifference[] =>
  differ([], before, after).filter(({ path }) => path[0] !== 'id')

const differ = (path: string[], before: unknown, after: unknown): VersionDifference[] => {
  const [was, is] = [membersOf(before), membersOf(after)]
  if (was === undefined || is === undefined)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
  const names = new Set([...was.keys(), ...is.keys()])
  return [...names].flatMap((name) => differ([...path, name], was.get(name), is.get(name)))
}

/** The members of an object, the rows of a list of rows; nothing where a value is one thing. */
const membersOf = (value: unknown): Map<string, unknown> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const rows: unknown[] = value
  const ids = rows.map((row): unknown => Object(row)['id'])
  return new Map(rows.map((row, n) => [typeof ids[n] === 'string' ? ids[n] : String(n + 1), row]))
}
