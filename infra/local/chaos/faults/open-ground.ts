import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import kafkajs from 'kafkajs'
import pg from 'pg'
import { database } from '../../databases.ts'
import type { PartName } from '../../part.ts'
import { freePort, freePorts } from '../../ports.ts'
import { openStack } from '../../stack.ts'
import { moment } from '../../story/local-time.ts'
import { callerOfKafka, callerOfPostgres, callerOfTemporal } from './callers.ts'
import { openDetour } from './detour.ts'
import type { Ground } from './ground.ts'
import { mountSmallDisk } from './small-disk.ts'

// A minute of office time in a second: what a sender asks about a minute later is asked soon, and no limit passes.
const speed = 60
const servers: readonly PartName[] = ['postgres', 'kafka', 'temporal', 'issuer']

type Wish = { say: (line: string) => void; other: string | undefined }

/** A stack of its own whose services reach their servers by detours, with all its parts up. */
export const openGround = async ({ say, other }: Wish) => {
  const ports = await freePorts()
  const broker = await freePort()
  const detours = {
    postgres: await openDetour({ to: ports.postgres, callerOf: callerOfPostgres }),
    kafka: await openDetour({ to: broker, callerOf: callerOfKafka }),
    temporal: await openDetour({ to: ports.temporal, callerOf: callerOfTemporal }),
  }
  const { postgres, kafka, temporal } = detours
  const down: Ground['down'] = new Set()
  const changes: Ground['changes'] = new Map()
  let over = false
  const stack = openStack(
    {
      name: `faults-${process.pid}`,
      ports,
      clock: { mode: 'scaled', at: moment('2021-03-15T07:30'), speed },
      unsafe: true,
      env: {},
      detours: { postgres: postgres.port, kafka: kafka.port, temporal: temporal.port, broker },
    },
    (note) => {
      if (note.type === 'fell' && !over && !down.has(note.part)) void raise(note.part)
    },
    (service) => changes.get(service) ?? {},
  )
  const raise = async (part: PartName): Promise<void> => {
    down.delete(part)
    // A start of a part starts what it needs: a server that is to stay down must not come up by that.
    for (;;) {
      if (over) return
      if (servers.includes(part) || !servers.some((server) => down.has(server)))
        try {
          return await stack.start(part)
        } catch (trouble) {
          if (!over) say(`${part} did not start: ${String(trouble).split('\n')[0]}`)
        }
      await setTimeout(250)
    }
  }

  process.env['KAFKA_SESSION_MS'] = '10000'
  const disk = mountSmallDisk(stack.plan)
  const url = new URL(stack.address.postgres)
  url.pathname = `/${database}`
  const admin = new pg.Pool({
    connectionString: url.href,
    max: 3,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    options: '-c default_transaction_read_only=off',
  })
  admin.on('error', () => {})
  admin.on('connect', (client) => client.on('error', () => {}))
  const brokers = [stack.address.kafka]
  const { Kafka, logLevel } = kafkajs
  const ground: Ground = {
    stack,
    detours,
    changes,
    admin,
    kafka: new Kafka({ brokers, clientId: 'faults', logLevel: logLevel.NOTHING }),
    disk,
    poisons: [],
    kafkaIs: { wipes: 0 },
    down,
    raise,
    other,
    say,
  }
  const close = async (keep: boolean) => {
    over = true
    await admin.end()
    await stack.stop()
    for (const detour of Object.values(detours)) await detour.close()
    disk?.unmount()
    if (!keep) rmSync(stack.plan.folder, { recursive: true, force: true })
  }
  await stack.start().catch(async (trouble: unknown) => {
    await close(false)
    throw trouble
  })
  return { ground, close }
}
