import { readdir, readFile } from 'node:fs/promises'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { requestHash } from '@dossier/platform/canonical-json'
import * as z from 'zod'

/** One row, the file it stands in, and the hash of what stands there: defaults that contracts gain later change no hash. */
export type FileRow<T> = { file: string; row: T; hash: string }
export type LawFiles = {
  organisations: FileRow<Organisation>[]
  officers: FileRow<Officer>[]
  calendars: FileRow<CalendarVersion>[]
  procedures: FileRow<ProcedureVersion>[]
}

/** A procedure that cannot be stated yet: what is known, and what was looked for and not found. It is never published. */
export const OpenProcedure = z.strictObject({
  row: z.string(),
  name: z.string(),
  field: z.strictObject({ code: z.string(), name: z.string() }),
  legalBasis: z.array(z.string()).min(1),
  known: z.array(z.string()),
  missing: z.array(z.string()).min(1),
  confidence: z.literal('GAP'),
})
export type OpenProcedure = z.infer<typeof OpenProcedure>

/** Reads every file of the folder. A file that does not fit stops the start: half a catalogue is worse than none. */
export const readLawFiles = async (folder: URL): Promise<LawFiles> => {
  const [organisations, officers, calendars, procedures] = await Promise.all([
    readRows(folder, 'organisations', Organisation),
    readRows(folder, 'officers', Officer),
    readFolder(folder, 'calendars', CalendarVersion),
    readFolder(folder, 'procedures', ProcedureVersion),
  ])
  refuseTwice('organisation', organisations, ({ code }) => code)
  refuseTwice('officer', officers, ({ id }) => id)
  refuseTwice('calendar', calendars, ({ version }) => version)
  refuseTwice('procedure version', procedures, ({ id }) => id)
  return { organisations, officers, calendars, procedures }
}

export const readOpenProcedures = async (folder: URL): Promise<FileRow<OpenProcedure>[]> =>
  readFolder(folder, 'open', OpenProcedure)

const readRows = async <T>(folder: URL, kind: string, schema: z.ZodType<T>): Promise<FileRow<T>[]> =>
  (await readJson(folder, kind)).flatMap(({ file, json }) =>
    z
      .array(z.unknown())
      .parse(json)
      .map((one, i) => parse({ file: `${file}/${i}`, json: one }, schema))
      .map((one) => ({ ...one, file })),
  )

const readFolder = async <T>(folder: URL, kind: string, schema: z.ZodType<T>): Promise<FileRow<T>[]> =>
  (await readJson(folder, kind)).map((one) => parse(one, schema))

type Json = { file: string; json: unknown }

const readJson = async (folder: URL, kind: string): Promise<Json[]> => {
  const files = (await readdir(new URL(`${kind}/`, folder))).filter((file) => file.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (name) => {
      const file = `${kind}/${name}`
      const text = await readFile(new URL(file, folder), 'utf8')
      try {
        return { file, json: JSON.parse(text.normalize('NFC')) }
      } catch (cause) {
        throw new Error(`${file} is not JSON`, { cause })
      }
    }),
  )
}

const parse = <T>({ file, json }: Json, schema: z.ZodType<T>): FileRow<T> => {
  const parsed = schema.safeParse(json)
  if (parsed.success) return { file, row: parsed.data, hash: requestHash(json) }
  throw new Error(`${file} does not fit its contract:\n${z.prettifyError(parsed.error)}`)
}

const refuseTwice = <T>(what: string, rows: readonly FileRow<T>[], idOf: (row: T) => string): void => {
  const places = new Map<string, string>()
  for (const { file, row } of rows) {
    const before = places.get(idOf(row))
    if (before !== undefined) throw new Error(`${what} ${idOf(row)} stands in ${before} and again in ${file}`)
    places.set(idOf(row), file)
  }
}
