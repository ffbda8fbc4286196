import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stackFolder } from '../../../infra/local/folders.ts'
import { freePorts } from '../../../infra/local/ports.ts'
import { postgresServer, startPostgres } from '../../../infra/local/postgres.ts'
import { testFolder } from '../../../infra/local/test-servers/hand-over.ts'
import { migrate } from '../src/migrate.ts'
import { announce } from '../src/outbox.ts'
import { inTransaction, openPool, reachable } from '../src/postgres.ts'
import { runRelay } from '../src/relay.ts'
import { untilReachable } from '../src/retry.ts'
import { isTransient } from '../src/transient.ts'

const stack = `${testFolder().stack}-restart`
const folder = stackFolder(stack)
let port: number
let server: Awaited<ReturnType<typeof startPostgres>>
const start = () =>
  startPostgres({ stack, folder: `${folder}/postgres`, port, log: `${folder}/logs/postgres.log`, unsafe: false })
beforeAll(async () => {
  port = (await freePorts()).postgres
  server = await start()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const topic = { name: 't', key: ({ id }: { id: string }) => id }

test('when PostgreSQL is killed and starts again under load, the process lives on, and all that was committed is told', async () => {
  const troubles: unknown[] = []
  const db = openPool(`${postgresServer(port)}/postgres`, (error) => troubles.push(error), { max: 8 })
  await migrate(db, new URL('migrations/', import.meta.url))
  const told = new Set<string>()
  const send = async (rows: { key: string }[]) => rows.forEach(({ key }) => told.add(key))
  const relay = runRelay({ db, send, report: (trouble) => troubles.push(trouble) })

  const committed: string[] = []
  const failures: unknown[] = []
  let stop = false
  const writers = Array.from({ length: 16 }, async () => {
    while (!stop) {
      const id = randomUUID()
      const write = inTransaction(db, (tx) => announce(tx, topic, { id }))
      await write.then(
        () => committed.push(id),
        (error: unknown) => failures.push(error),
      )
      relay.nudge()
    }
  })
  const writtenMore = async (than: number) => {
    while (committed.length <= than) await new Promise((next) => setImmediate(next))
  }
  await writtenMore(200)
  await server.kill()
  server = await start()
  await untilReachable(reachable(db))
  await writtenMore(committed.length + 200)
  stop = true
  await Promise.all(writers)
  while (!committed.every((id) => told.has(id))) await new Promise((next) => setImmediate(next))
  await relay.stop()
  await db.end()
  expect(failures.length).toBeGreaterThan(0)
  expect(failures.filter((failure) => !isTransient(failure))).toEqual([])
})
