import type { ClientBase } from 'pg'

const usesBefore = 3
const most = 500

// One name for one text in the whole process: whichever client asks it first prepares it there.
const uses = new Map<string, number>()
const names = new Map<string, string>()

/** A statement asked often is worth preparing; texts without end, as a search builds them, are not. */
const nameOf = (text: string): string | undefined => {
  const name = names.get(text)
  if (name !== undefined || names.size >= most) return name
  const used = (uses.get(text) ?? 0) + 1
  if (used <= usesBefore) {
    if (uses.size >= 4 * most) uses.clear()
    uses.set(text, used)
    return undefined
  }
  uses.delete(text)
  const given = `often-${names.size}`
  names.set(text, given)
  return given
}

/**
 * Has PostgreSQL keep the statements with parameters that this client asks often: read and planned once, not at each asking.
 * A statement whose result changes its type by a migration fails once for each client; a client with a failure is not lent again.
 */
export const prepareOften = (client: ClientBase): void => {
  const query = client.query.bind(client)
  const asked = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    const given = name === undefined ? [text, values, ...rest] : [{ name, text, values }, ...rest]
    return Reflect.apply(query, client, given)
  }
  Object.assign(client, { query: asked })
}
