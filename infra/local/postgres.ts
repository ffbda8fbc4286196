import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import pg from 'pg'
import { type GuardedProcess, startGuarded } from './guarded-process.ts'
import { type PostgresPlace, postgresPlace } from './postgres-place.ts'
import { untilReady } from './until-ready.ts'

export type PostgresSettings = {
  stack: string
  folder: string
  port: number
  log: string
  /** For tests: loses what was not yet on disk when the machine stops, and is quicker. */
  unsafe?: boolean
}

export const postgresServer = (port: number): string => `postgres://postgres@127.0.0.1:${port}`

export const startPostgres = async (settings: PostgresSettings): Promise<GuardedProcess> => {
  const { stack, folder, port, log, unsafe = false } = settings
  const place = postgresPlace(stack, folder)
  initialise(place)
  const options = {
    listen_addresses: '127.0.0.1',
    port: `${port}`,
    unix_socket_directories: '', // its path has a limit that deep checkouts pass
    max_connections: '300',
    log_line_prefix: '%m [%p] %u@%d ',
    // Not synchronous_commit: without it a killed server, too, would forget what it had committed.
    ...(unsafe && { fsync: 'off', full_page_writes: 'off' }),
  }
  const running = await startGuarded({
    file: `${place.bin}/postgres`,
    args: [
      '-D',
      `${place.folder}/data`,
      ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    log,
    cwd: '/',
    stopSignal: 'SIGINT',
    graceSeconds: 20,
    ...place.user,
  })
  const server = postgresServer(port)
  await untilReady(running, { part: 'postgres', log, probe: () => askPostgres(server) })
  return running
}

/** Rejects while the server takes no queries, for instance while it recovers from a crash. */
export const askPostgres = async (server: string): Promise<void> => {
  const client = new pg.Client({ connectionString: `${server}/postgres`, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {}) // a connection lost while asking fails the question too
  await client.connect()
  await client.query('select 1')
  await client.end()
}

// Made beside and moved into place, so that an interrupted first start leaves no half cluster.
const initialise = ({ bin, folder, user }: PostgresPlace) => {
  const cluster = `${folder}/data`
  if (existsSync(cluster)) return
  const half = `${folder}/half-made`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // The built-in locale is the same on every machine; Vietnamese order is asked for by name (vi-x-icu).
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
  const args = ['-D', half, '-U', 'postgres', '--auth=trust', ...locale]
  const made = spawnSync(`${bin}/initdb`, args, { encoding: 'utf8', cwd: '/', ...user })
  if (made.status !== 0) throw new Error(`postgres: initdb failed in ${folder}: ${made.stderr || String(made.error)}`)
  renameSync(half, cluster)
}
