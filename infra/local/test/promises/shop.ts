import { rmSync } from 'node:fs'
import { Client } from '@temporalio/client'
import pg from 'pg'
import { expect } from 'vitest'
import { databaseUrl } from '../../databases.ts'
import { keepRunning } from '../../keep-running.ts'
import { freePorts } from '../../ports.ts'
import { openStack } from '../../stack.ts'
import { handIn } from '../../story/s01.ts'
import { linesInKafka } from '../../story/compare.ts'
import { peopleOf, type Person } from '../../story/people.ts'
import { namespace, withTemporal } from '../../temporal.ts'

const patience = { timeout: 90_000, interval: 250 }

/**
 * A whole stack of its own, as `npm start` runs it, whose parts a test may stop and kill. Business time runs half a day a
 * second from a Wednesday morning, so that limits pass while one looks.
 */
export const openShop = async (name: string) => {
  const lines: string[] = []
  const clock = { mode: 'scaled', at: '2021-04-14T00:30:00.000Z', speed: 43_200 } as const
  const stack = openStack(
    { name: `test-${process.pid}-${name}`, ports: await freePorts(), clock, unsafe: true, env: {} },
    (note) => {
      if (note.type === 'fell') keeper.onFall(note.part)
    },
  )
  const keeper = keepRunning(stack, (line) => lines.push(line))
  process.env['KAFKA_SESSION_MS'] = '10000' // parts inherit it: a killed consumer is missed sooner than in earnest
  await stack.start()
  const people = peopleOf(stack.plan)
  const db = new pg.Pool({ connectionString: databaseUrl(stack.address.postgres, 'casework'), max: 4 })
  db.on('error', () => {})
  const intakeDb = new pg.Pool({ connectionString: databaseUrl(stack.address.postgres, 'intake'), max: 2 })
  intakeDb.on('error', () => {})

  const desk = people('officer:ia-pech.intake')
  const accept = async (who: Person = desk, key?: string): Promise<string> => {
    const id = await handIn(desk)
    await who.act(id, { type: 'Accept' }, key)
    return id
  }
  const close = async () => {
    keeper.stop()
    await Promise.all([db.end(), intakeDb.end()])
    await stack.stop()
    rmSync(stack.plan.folder, { recursive: true, force: true })
  }
  return { stack, people, db, intakeDb, desk, accept, close, lines }
}
export type Shop = Awaited<ReturnType<typeof openShop>>

/** What the ledger holds of some dossiers: its own record, counted and checked line by line. */
export const ledgerOf = async ({ db }: Shop, ids: string[]) => {
  const { rows } = await db.query<{
    id: string
    version: number
    lines: number
    last: number
    holder: string
    open: boolean
  }>(
    `select d.id, d.version, d.holder, d.is_open as open, count(e.seq)::int as lines, max(e.seq) as last
     from dossier d join dossier_event e on e.dossier_id = d.id where d.id = any($1) group by d.id`,
    [ids],
  )
  for (const { version, lines, last } of rows) expect([lines, last]).toEqual([version, version])
  return rows
}

/** Every alarm that has sounded for some dossiers, as `dossier alarm`. */
export const alarmsOf = async ({ db }: Shop, ids: string[]): Promise<string[]> => {
  const { rows } = await db.query<{ alarm: string }>(
    `select dossier_id || ' ' || (body #>> '{event,alarm,id}') as alarm from dossier_event
     where dossier_id = any($1) and body #>> '{event,type}' = 'AlarmSounded'`,
    [ids],
  )
  return rows.map(({ alarm }) => alarm)
}

/** Kafka holds each line of the ledger at least once and in order, and intake's view has counted each exactly once. */
export const expectTold = async (shop: Shop, ids: string[]): Promise<void> => {
  const inView = async () => {
    const { rows } = await shop.intakeDb.query<{ id: string; seq: number }>(
      'select dossier_id as id, seq from progress where dossier_id = any($1)',
      [ids],
    )
    return new Map(rows.map(({ id, seq }) => [id, seq]))
  }
  await expect
    .poll(
      async () => [new Map((await ledgerOf(shop, ids)).map(({ id, version }) => [id, version])), await inView()],
      patience,
    )
    .toSatisfy(([ledger, view]) => ids.every((id) => ledger.get(id) === view.get(id)))
  for (const id of ids) {
    const told = await linesInKafka(shop.stack.address.kafka, id)
    const [row] = await ledgerOf(shop, [id])
    expect(new Set(told).size, `lines of ${id} in Kafka`).toBeGreaterThanOrEqual(row?.version ?? 0)
  }
}

/** Every open dossier has its story, every closed one has ended; so it is in the end, however long it takes. */
export const expectConducted = (shop: Shop, ids: string[]): Promise<void> =>
  expect
    .poll(async () => {
      const rows = await ledgerOf(shop, ids)
      const stories = await withTemporal(shop.stack.address.temporal, async (connection) => {
        const { workflow } = new Client({ connection, namespace })
        return Promise.all(
          rows.map(({ id }) =>
            workflow
              .getHandle(id)
              .describe()
              .then(
                ({ status }) => status.name,
                () => 'none',
              ),
          ),
        )
      }).catch(() => rows.map(() => 'out of reach'))
      return rows.flatMap(({ id, open }, i) =>
        stories[i] === (open ? 'RUNNING' : 'COMPLETED') ? [] : [`${id} open ${open}: ${stories[i]}`],
      )
    }, patience)
    .toEqual([])
