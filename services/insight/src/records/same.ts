/** Whether two JSON values are equal, whatever the order of their members; a member that is undefined is none. */
export const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]))
  const members: Record<string, unknown> = Object(a)
  const others: Record<string, unknown> = Object(b)
  for (const name in members) if (!same(members[name], others[name])) return false
  for (const name in others) if (others[name] !== undefined && members[name] === undefined) return false
  return true
}
