import type pg from 'pg'
import type { Kafka } from 'kafkajs'
import type { PartName } from '../../part.ts'
import type { Change, ServiceName } from '../../services.ts'
import type { Stack } from '../../stack.ts'
import type { Detour } from './detour.ts'
import type { FaultKind, FaultOf, ServerName } from './fault.ts'
import type { SmallDisk } from './small-disk.ts'

/** A message put into a topic by a fault that no listener can read. */
export type Poison = { topic: string; partition: number; position: string; key: string }

/** The stack that faults are done to, and what they need. */
export type Ground = {
  stack: Stack
  detours: Record<ServerName, Detour>
  /** How services are started from their next start on. */
  changes: Map<ServiceName, Change>
  /** As a superuser, past the detours. */
  admin: pg.Pool
  kafka: Kafka
  disk: SmallDisk | undefined
  poisons: Poison[]
  /** How often it was wiped: what was counted in a Kafka before means nothing in the one after. */
  kafkaIs: { wipes: number }
  /** Parts that stay down: nobody raises them, or what needs them, before the fault does. */
  down: Set<PartName>
  /** Starts a part again, however often it takes; it is no longer to stay down. */
  raise: (part: PartName) => Promise<void>
  /** Where another version of the product is, for mixed versions. */
  other: string | undefined
  say: (line: string) => void
}

/** Begins a fault; what it gives ends it, and comes back when the stack has all its parts again. */
export type Doing<K extends FaultKind> = (ground: Ground, fault: FaultOf<K>) => Promise<() => Promise<void>>

/** For what is over as soon as it is done. */
export const atOnce = async (): Promise<void> => {}

/** Takes a part down, by SIGKILL or in good order, until what it gives is called. */
export const takenDown = async ({ stack, down, raise }: Ground, part: PartName, how: 'kill' | 'stop') => {
  down.add(part)
  await (how === 'kill' ? stack.kill(part) : stack.stop(part))
  return () => raise(part)
}
