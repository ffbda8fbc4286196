import { createHash } from 'node:crypto'

/** JSON with the members of each object in the order of their names: equal values have equal texts (as RFC 8785). */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(byName)) : part,
  )

const isPlain = (part: unknown): part is object => typeof part === 'object' && part !== null && !Array.isArray(part)
const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

/** SHA-256, in hex, of a value's canonical JSON: tells a repeated request from another with the same key. */
export const requestHash = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(value) ?? 'undefined')
    .digest('hex')
