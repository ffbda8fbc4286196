import { rmSync } from 'node:fs'
import { Client } from '@temporalio/client'
import pg from 'pg'
import { expect } from 'vitest'
import { readClock } from '../../clock.ts'
import { databaseUrl } from '../../databases.ts'
import { keepRunning } from '../../keep-running.ts'
import { openLevels } from '../../levels.ts'
import { freePorts } from '../../ports.ts'
import { openStack } from '../../stack.ts'
import { handIn } from '../../story/hand-in.ts'
import { everythingInKafka } from '../../story/compare.ts'
import { storiesOf } from '../../story/in-temporal.ts'
import { minuteOf } from '../../story/local-time.ts'
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
  await intakeDb.query(witness)

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

// Writes down each line that takes effect in intake's view, in the transaction of that effect.
const witness = `
  create table heard (n bigint generated always as identity, dossier_id uuid, seq int);
  create function hear() returns trigger language plpgsql as $$ begin
    insert into heard (dossier_id, seq) values (new.dossier_id, new.seq);
    return new;
  end $$;
  create trigger hear after insert or update on progress for each row execute function hear()`

/** 1, 2, 3 and so on: all lines of a record up to one. */
const linesTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

/** Kafka holds each line of the ledger, and intake's view has counted each exactly once and in order. */
export const expectTold = async (shop: Shop, ids: string[]): Promise<void> => {
  const heard = async () => {
    const { rows } = await shop.intakeDb.query<{ id: string; lines: number[] }>(
      'select dossier_id as id, array_agg(seq order by n) as lines from heard where dossier_id = any($1) group by 1',
      [ids],
    )
    return new Map(rows.map(({ id, lines }) => [id, lines]))
  }
  const ledger = await ledgerOf(shop, ids)
  const behind = async () => {
    const lines = await heard()
    return ledger.flatMap(({ id, version }) => ((lines.get(id) ?? []).length < version ? [id] : []))
  }
  await expect.poll(behind, patience).toEqual([])
  for (const [id, lines] of await heard()) expect(lines, `lines of ${id} in the view`).toEqual(linesTo(lines.length))
  const told = await everythingInKafka(shop.stack.address.kafka)
  for (const { id, version } of ledger)
    expect([...new Set(told.get(id))], `lines of ${id} in Kafka`).toEqual(expect.arrayContaining(linesTo(version)))
}

/**
 * Where nothing was wiped: Kafka and a dossier's story were told its lines in order, of which the story hears those that
 * move something. What came twice, as it may, counts where it first stood.
 */
export const expectInOrder = async (shop: Shop, ids: string[]): Promise<void> => {
  const { kafka, temporal } = shop.stack.address
  const { rows } = await shop.db.query<{ id: string; moving: number[] }>(
    `select dossier_id as id, array_agg(seq order by seq) as moving from dossier_event
     where dossier_id = any($1) and (body -> 'moves')::boolean group by 1`,
    [ids],
  )
  expect(rows).toHaveLength(ids.length)
  const levels = await openLevels(kafka)
  await expect.poll(levels.behind, patience).toBe(0)
  await levels.close()
  const stories = await storiesOf(
    temporal,
    rows.map(({ id }) => id),
  )
  const told = await everythingInKafka(kafka)
  for (const [i, { id, moving }] of rows.entries()) {
    const heard = [...new Set(stories[i]?.heard)]
    expect(heard.slice(0, moving.length), `lines the story of ${id} has heard`).toEqual(moving)
    const lines = [...new Set(told.get(id))]
    expect(lines, `lines of ${id} in Kafka`).toEqual(linesTo(lines.length))
  }
}

/** Each open dossier's next alarm, as the ledger and as Temporal's running timers have it; `off` names where they differ. */
export const nextAlarms = async ({ db, stack }: Shop) => {
  const { rows } = await db.query<{ id: string; at: string | null; kind: string | null }>(
    `select d.id, d.next_alarm_at as at, e.body #>> '{alarms,0,kind}' as kind
     from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version where d.is_open`,
  )
  const stories = await storiesOf(
    stack.address.temporal,
    rows.map(({ id }) => id),
  )
  const clock = readClock<{ wall: string; origin: string; speed: number }>(stack.plan.folder)
  const { wall, origin, speed } = clock ?? { wall: '', origin: '', speed: 1 }
  const off = rows.flatMap(({ id, at, kind }, i) => {
    const timers = stories[i]?.timers ?? []
    if (at === null) return timers.length === 0 ? [] : [`${id} has nothing to wait for, and a timer`]
    const due = Date.parse(wall) + (Date.parse(at) - Date.parse(origin)) / speed
    const [timer, ...more] = timers
    const agrees = timer?.summary === `${kind} at ${minuteOf(at)}` && Math.abs(timer.at - due) < 1_000
    return agrees && more.length === 0 ? [] : [`${id} ${kind} at ${minuteOf(at)}: ${JSON.stringify(timers)}`]
  })
  return { planned: rows.filter(({ at }) => at !== null).length, off }
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
