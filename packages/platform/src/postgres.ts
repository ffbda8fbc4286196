import pg from 'pg'
import { prepareOften } from './prepared.ts'
import { traceQueries } from './telemetry.ts'
import { crashPoint } from './crash-point.ts'

export type Tx = Pick<pg.PoolClient, 'query'>
export type PoolOptions = { name?: string; max?: number; statementTimeoutMs?: number }

/**
 * A pool that survives restarts of the server, with limits on statements (10 s) and on transactions left open (20 s).
 * Days and 8-byte integers come as text; moments as UTC text `2026-11-19T02:00:00.000Z`, with µs only where there are some.
 */
export const openPool = (
  connectionString: string,
  onError: (error: Error) => void,
  { name = 'dossier', max = 10, statementTimeoutMs = 10_000 }: PoolOptions = {},
): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: name,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser },
    onConnect,
  })
  pool.on('error', onError)
  // Without this a server restart kills the process through a client that is checked out.
  pool.on('connect', (client) => {
    client.on('error', onError)
    prepareOften(client)
  })
  return traceQueries(pool)
}

// Awaited by the pool before it lends the client, whatever its type says.
const onConnect = (client: pg.ClientBase): unknown => client.query(`set time zone 'UTC'`)

const asText = (text: string) => text
const asInstant = (text: string) =>
  text.endsWith('+00')
    ? `${text
        .slice(0, -3)
        .replace(' ', 'T')
        .replace(/(\.\d+)?$/, thousandths)}Z`
    : text
const thousandths = (fraction: string) => (fraction === '' ? '.000' : fraction.padEnd(4, '0'))

const { builtins } = pg.types
const parsers = new Map<number, (text: string) => string>([
  [builtins.DATE, asText], // as a Date it would be midnight of the machine's zone
  [builtins.TIMESTAMP, asText],
  [builtins.TIMESTAMPTZ, asInstant],
  [builtins.INT8, asText],
])
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)

/** All of `work` or nothing of it. Throws what `work` throws, and if PostgreSQL rolled back at commit. */
export const inTransaction = async <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    const result = await work(client)
    crashPoint('transaction: before commit')
    const { command } = await client.query('commit')
    crashPoint('transaction: committed, nobody told')
    if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back at commit')
    broken = false
    return result
  } finally {
    client.release(broken) // a client in an unknown state is closed, which rolls back
  }
}

/** For /readyz: throws while the database is out of reach. */
export const reachable = (pool: pg.Pool) => (): Promise<unknown> => pool.query('select')
