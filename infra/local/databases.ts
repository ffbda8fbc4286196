import pg from 'pg'

export const database = 'onestop'

/** Each of these has a schema and a login role of its own name, and no way into another's schema. */
export const schemaOwners = [
  'catalogue',
  'intake',
  'casework',
  'postal',
  'notifications',
  'insight',
  'console',
] as const

/** Reads every schema and writes none: for audits, and guarded as a backup is. */
const auditor = 'auditor'

/** Creates what is missing and leaves the rest alone. `server` is a superuser's address without a database. */
export const prepareDatabase = async (server: string): Promise<void> => {
  await asAdmin(server, 'postgres', async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await admin.query(`create database ${database} template template0 encoding 'UTF8'`)
  })
  await asAdmin(server, database, async (admin) => {
    // Search needs the first two, custody without overlap the third; a schema's owner may not create extensions.
    for (const extension of ['unaccent', 'pg_trgm', 'btree_gist'])
      await admin.query(`create extension if not exists ${extension} schema public`)
    for (const owner of schemaOwners) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [owner])
      if (rowCount === 0) await admin.query(`create role ${owner} login password '${owner}'`)
      await admin.query(`create schema if not exists ${owner} authorization ${owner}`)
      await admin.query(`alter role ${owner} in database ${database} set search_path = ${owner}, public`)
    }
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [auditor])
    if (rowCount === 0) await admin.query(`create role ${auditor} login password '${auditor}'`)
    await admin.query(`grant pg_read_all_data to ${auditor}`)
    await admin.query(`alter role ${auditor} in database ${database} set default_transaction_read_only = on`)
  })
}

/** The address audits read with. */
export const auditUrl = (server: string): string => databaseUrl(server, auditor)

/** The address a service connects with. */
export const databaseUrl = (server: string, owner: string): string => {
  const url = new URL(server)
  url.username = owner
  url.password = owner // no secret: local and test stacks only; a deployment gives its own DATABASE_URL
  url.pathname = `/${database}`
  return url.href
}

const asAdmin = async (server: string, name: string, work: (admin: pg.Client) => Promise<void>) => {
  const url = new URL(server)
  url.pathname = `/${name}`
  const admin = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5_000 })
  admin.on('error', () => {}) // a lost connection also fails the query under way, which tells it better
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
