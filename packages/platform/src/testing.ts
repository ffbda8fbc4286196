import { createHash, randomBytes } from 'node:crypto'
import type { Caller } from '@dossier/contracts/actor'
import pg from 'pg'
import type { Authenticate } from './auth.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPool } from './postgres.ts'

/**
 * A database of its own for one test file, with the platform's tables and a folder of migrations, on the server in
 * TEST_POSTGRES. Copied from a template that is made once for each state of the migrations.
 */
export const freshDatabase = async (migrations: URL): Promise<pg.Pool> => {
  const server = process.env['TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432'
  const checksums = (await readMigrations(migrations)).map(({ name, checksum }) => name + checksum)
  const template = `template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(hashtext($1))', [template]) // files start at the same time
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) await makeTemplate(admin, { server, template, migrations })
    await admin.query(`create database ${name} template ${template}`)
  } finally {
    await admin.end()
  }
  return openPool(`${server}/${name}`, () => {})
}

type Template = { server: string; template: string; migrations: URL }
const makeTemplate = async (admin: pg.Client, { server, template, migrations }: Template) => {
  const draft = `${template}_${randomBytes(4).toString('hex')}` // a half-made template has another name
  await admin.query(`create database ${draft}`)
  const db = openPool(`${server}/${draft}`, () => {})
  try {
    await migrate(db, migrations)
  } finally {
    await db.end()
  }
  await admin.query(`alter database ${draft} rename to ${template}`)
}

/** For tests of routes: the bearer token is the subject itself, `officer:7`. */
export const subjectAsToken: Authenticate = async (subject) => {
  const kind = (['officer', 'citizen', 'service'] as const).find((k): k is Caller['kind'] =>
    subject.startsWith(`${k}:`),
  )
  if (kind === undefined) throw new Error(`${subject} is no subject`)
  return { subject, kind }
}

/** The header that goes with `subjectAsToken`. */
export const as = (subject: string): { authorization: string } => ({ authorization: `Bearer ${subject}` })

type Described = { paths: Record<string, Record<string, { parameters?: { name: string }[] }>> }

/** Of what a service says of itself at /openapi.json: the routes that may change something without an Idempotency-Key. */
export const keylessRoutes = ({ paths }: Described): string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [] }]) =>
      method === 'get' || parameters.some(({ name }) => name === 'idempotency-key') ? [] : [`${method} ${path}`],
    ),
  )
