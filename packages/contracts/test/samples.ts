import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'

/**
 * One stored message or command: `HandoverOffered.json`, and where a type has several `HandoverOffered.<what>.json`. They are
 * what listeners, ledgers and backups hold today, so a stored sample is never edited or deleted: it is only joined by more.
 */
export type Sample = { type: string; file: string; body: unknown }

/** The stored samples of a topic, or the `commands`. */
export const samplesOf = (place: string): Sample[] => {
  const folder = new URL(`samples/${place}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      type: name.slice(0, name.indexOf('.')),
      file: `${place}/${name}`,
      body: JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
    }))
}

/** What today's contract does to a stored body: nothing, or why it is refused, or that it does not come out as it went in. */
export const harmTo = (schema: z.ZodType, { body }: Pick<Sample, 'body'>): string | undefined => {
  const read = schema.safeParse(body)
  if (!read.success) return z.prettifyError(read.error)
  return isDeepStrictEqual(read.data, body) ? undefined : 'members were lost or changed in reading'
}
