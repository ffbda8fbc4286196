import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { inTransaction, type Tx } from './postgres.ts'

type Migration = { name: string; text: string; checksum: string }
const platformFolder = new URL('../migrations/', import.meta.url)

const record = `
  create table if not exists schema_migration (
    name       text        not null,
    checksum   text        not null,
    applied_at timestamptz not null default now(),
    constraint schema_migration_pk primary key (name)
  )`

/**
 * Brings the schema up to date: the platform's tables, then the `NNNN-what.sql` files of `folder` in their order, all in one
 * transaction, one process at a time. Gives the names of those applied now. Throws if a file applied before has changed or
 * is gone: migrations only go forward.
 */
export const migrate = async (db: Pool, folder: URL): Promise<string[]> => {
  const migrations = await readMigrations(folder)
  return inTransaction(db, async (tx) => {
    await tx.query('set local statement_timeout = 0') // an index over millions of rows takes its time
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('migrate:' || current_schema(), 0))`)
    await tx.query(record)
    const missing = await notYetApplied(tx, migrations)
    for (const { name, text, checksum } of missing) {
      await tx.query(text)
      await tx.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    }
    return missing.map(({ name }) => name)
  })
}

/** What `migrate` would apply, in order; names begin with `platform/` or `service/`. */
export const readMigrations = async (folder: URL): Promise<Migration[]> => [
  ...(await readFolder(platformFolder, 'platform')),
  ...(await readFolder(folder, 'service')),
]

const readFolder = async (folder: URL, owner: string) => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), 'utf8')
      return { name: `${owner}/${file}`, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

const notYetApplied = async (tx: Tx, migrations: Migration[]) => {
  const { rows } = await tx.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  for (const { name, checksum } of rows) {
    const file = migrations.find((migration) => migration.name === name)
    if (file === undefined) throw new Error(`Migration ${name} was applied and its file is gone: restore it`)
    if (file.checksum !== checksum) throw new Error(`Migration ${name} changed after it was applied: write a new one`)
  }
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}
