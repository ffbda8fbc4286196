import { randomBytes } from 'node:crypto'
import { openPool } from '@dossier/platform/postgres'
import { migrate } from '@dossier/platform/migrate'
import pg from 'pg'
import type { Places } from '../src/snapshot.ts'
import { copies } from './law.ts'
import type { Rows } from './rows-of-life.ts'

const server = () => process.env['TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432'
const schemas = ['casework', 'intake', 'postal', 'notifications', 'insight'] as const

/** The address of a database as one of the services sees it. */
export const urlOf = (name: string, schema: string): string =>
  `${server()}/${name}?options=-c%20search_path%3D${schema},public`

export const placesIn = (name: string): Places => {
  const url = `${server()}/${name}`
  return { casework: url, intake: url, postal: url, notifications: url }
}

/** A database with the tables of every service, and a name nobody else has. */
export const makeDatabase = async (): Promise<string> => {
  const name = `audited_${randomBytes(6).toString('hex')}`
  await asAdmin('postgres', (admin) => admin.query(`create database ${name} template template0 encoding 'UTF8'`))
  await asAdmin(name, async (admin) => {
    for (const extension of ['unaccent', 'pg_trgm', 'btree_gist'])
      await admin.query(`create extension if not exists ${extension}`)
    for (const schema of schemas) await admin.query(`create schema ${schema}`)
  })
  for (const schema of schemas) {
    const db = openPool(urlOf(name, schema), () => {}, { max: 1 })
    await migrate(db, new URL(`../../${schema}/migrations/`, import.meta.url))
    await db.end()
  }
  await fill(name, { 'casework.copy': copies })
  return name
}

/** The same again, to be spoiled. Nobody may be connected to the original. */
export const copyOf = async (original: string): Promise<string> => {
  const name = `audited_${randomBytes(6).toString('hex')}`
  await asAdmin('postgres', (admin) => admin.query(`create database ${name} template ${original}`))
  return name
}

/** Writes rows as they are given; a column nobody names gets its default. */
export const fill = (name: string, rows: Rows): Promise<void> =>
  asAdmin(name, async (admin) => {
    await admin.query('begin')
    await admin.query('set constraints all deferred')
    for (const [table, some] of Object.entries(rows)) {
      const columns = [...new Set(some.flatMap((row) => Object.keys(row)))]
      if (columns.length === 0) continue
      const list = columns.map((column) => `"${column}"`).join(', ')
      const insert = `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)`
      for (let from = 0; from < some.length; from += 5_000)
        await admin.query(insert, [JSON.stringify(some.slice(from, from + 5_000))])
    }
    await admin.query('commit')
  })

/** As if every relay had told all there is. */
export const tellAll = (name: string): Promise<void> =>
  asAdmin(name, async (admin) => {
    for (const schema of ['casework', 'intake', 'postal', 'notifications'])
      await admin.query(
        `update ${schema}.relay_cursor c set (tx, id) = row (o.tx, o.id)
         from (select tx, id from ${schema}.outbox order by ${schema}.outbox.tx desc, id desc limit 1) o`,
      )
  })

/** What somebody with a superuser's hand does to a database: no trigger and no foreign key stops it. */
export const spoil = (name: string, schema: string, ...statements: string[]): Promise<void> =>
  asAdmin(name, async (admin) => {
    await admin.query('set session_replication_role = replica')
    await admin.query(`set search_path to ${schema}, public`)
    for (const statement of statements) {
      const { rowCount } = await admin.query(statement)
      if (rowCount === 0) throw new Error(`Nothing was spoiled by ${statement}`)
    }
  })

const asAdmin = async <T>(name: string, work: (admin: pg.Client) => Promise<T>): Promise<void> => {
  const admin = new pg.Client({ connectionString: `${server()}/${name}` })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
