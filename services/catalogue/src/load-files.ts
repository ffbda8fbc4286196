import { makeTree } from '@dossier/domain/organisations'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Clock } from '@dossier/platform/clock'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { calendarProblems } from './calendar-problems.ts'
import type { FileRow, LawFiles } from './law-files.ts'
import type { RowProblem } from './problems.ts'
import { publish, readGround } from './publish.ts'
import {
  calendars,
  type Kind,
  lockCatalogue,
  officers,
  organisations,
  procedures,
  readPublished,
  readRows,
  save,
} from './references.ts'
import { officerProblems, organisationProblems } from './row-problems.ts'

const by = 'service:catalogue'

/**
 * Takes over what the files say and the tables do not know yet, all of it or nothing; gives the keys. A file that is as it
 * was writes nothing, so what officers changed since stays. Throws on a file that cannot be published, and on one that
 * changes a published version.
 */
export const loadFiles = ({ db, clock }: { db: Pool; clock: Clock }, files: LawFiles): Promise<string[]> =>
  inTransaction(db, async (tx) => {
    await lockCatalogue(tx)
    const at = clock.now()
    const keep = async <B>(kind: Kind<B>, { row, hash }: FileRow<B>) =>
      save(tx, kind, { body: row, state: 'published', by, at, fileHash: hash })

    const places = await unknownOf(tx, organisations, files.organisations)
    for (const place of places) await keep(organisations, place)
    const tree = makeTree(await readPublished(tx, organisations))
    for (const { file, row } of places) stopAt(file, row.code, organisationProblems(row, tree))

    const people = await unknownOf(tx, officers, files.officers)
    for (const officer of people) {
      stopAt(officer.file, officer.row.id, officerProblems(officer.row, tree))
      await keep(officers, officer)
    }
    const years = await unpublishedOf(tx, calendars, files.calendars)
    for (const calendar of years) {
      stopAt(calendar.file, calendar.row.version, calendarProblems(calendar.row, await readPublished(tx, calendars)))
      await keep(calendars, calendar)
    }
    const versions = await unpublishedOf(tx, procedures, files.procedures)
    const ground = versions.length === 0 ? undefined : await readGround(tx)
    for (const { file, row, hash } of versions.toSorted((a, b) => (a.row.validFrom < b.row.validFrom ? -1 : 1))) {
      if (ground === undefined) break
      const published = await publish(tx, { body: row, by, at, fileHash: hash, ground })
      if ('problems' in published) stopAt(file, row.id, published.problems)
    }
    const kept = (kind: Kind<never>['name'], keys: string[]) => keys.map((key) => `${kind} ${key}`)
    return [
      ...kept(
        'organisation',
        places.map(({ row }) => row.code),
      ),
      ...kept(
        'officer',
        people.map(({ row }) => row.id),
      ),
      ...kept(
        'calendar',
        years.map(({ row }) => row.version),
      ),
      ...kept(
        'procedure',
        versions.map(({ row }) => row.id),
      ),
    ]
  })

/** The rows whose file does not say what it said when it was last taken over. */
const unknownOf = async <B>(tx: Tx, kind: Kind<B>, rows: FileRow<B>[]): Promise<FileRow<B>[]> => {
  const stored = new Map((await readRows(tx, kind)).map((one) => [one.key, one.fileHash]))
  return rows.filter(({ row, hash }) => stored.get(kind.keyOf(row)) !== hash)
}

/** The same for versions: one that is published keeps what it said, whatever the file says now. */
const unpublishedOf = async <B>(tx: Tx, kind: Kind<B>, rows: FileRow<B>[]): Promise<FileRow<B>[]> => {
  const stored = new Map((await readRows(tx, kind)).map((one) => [one.key, one]))
  const changed = await unknownOf(tx, kind, rows)
  for (const { file, row } of changed) {
    const known = stored.get(kind.keyOf(row))
    if (known?.state === 'published' && known.hash !== requestHash(row))
      throw new Error(
        `published-version-changed: ${file} no longer says what ${kind.keyOf(row)} was published with. ` +
          `A published version never changes: restore the file and write the next version beside it.`,
      )
  }
  return changed
}

const stopAt = (file: string, key: string, problems: readonly RowProblem[]): void => {
  if (problems.length === 0) return
  const said = problems.map(({ pointer, code, en }) => `  ${pointer} ${code}: ${en}`).join('\n')
  throw new Error(`${file} cannot be published, ${key}:\n${said}`)
}
