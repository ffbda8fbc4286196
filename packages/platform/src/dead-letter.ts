import type { Pool } from 'pg'
import type { Delivery } from './delivery.ts'
import { inTransaction, type Tx } from './postgres.ts'
import { scrub } from './scrub.ts'
import { isTransient } from './transient.ts'

const place = '(consumer, topic, key) = ($1, $2, $3)'
// Whoever adds behind a dead letter and whoever removes the last one must not miss each other.
const lockKey = `select pg_advisory_xact_lock(hashtextextended('dead:' || $1 || '/' || $2 || '/' || $3, 0))`
const add = `
  insert into dead_letter (consumer, topic, key, partition, position, value, headers, reason, behind)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`
const stoppedKeys = 'select distinct topic, key from dead_letter where consumer = $1'
const isStopped = `select from dead_letter where ${place} limit 1`
const first = `
  select id, topic, key, partition, position, value, headers from dead_letter where ${place} order by id limit 1`
const keep = `
  with failed as (update dead_letter set reason = $5, behind = false, redrive = false where id = $4)
  update dead_letter set redrive = false where ${place} and id <> $4 and redrive` // asked once is tried once
const remove = 'delete from dead_letter where id = $1'
const wanted = 'select distinct topic, key from dead_letter where consumer = $1 and redrive'
const want = `update dead_letter set redrive = true where consumer = $1 and ($2::text is null or key = $2)`

const firstFailed = `
  select id, topic, partition, position, reason from dead_letter
  where consumer = $1 and key = $2 and not behind order by id limit 1`

export type Key = { topic: string; key: string }
/** A message that was thrown away: where it stood, and why it could not be handled. */
export type Discarded = { topic: string; partition: number; position: string; reason: string }

/** Asks the consumer `group`, wherever it runs, to handle what it put aside: of one key, or 'all'. Gives how many messages. */
export const redrive = async (db: Tx, group: string, key: string): Promise<number> =>
  (await db.query(want, [group, key === 'all' ? null : key])).rowCount ?? 0

/**
 * Throws away the first message of a key that the consumer `group` could not handle, and asks for those behind it to be
 * handled. For what nobody should ever have sent: of a message that belongs there, those behind it would wait for ever.
 * Gives undefined where the key has none.
 */
export const discard = async (tx: Tx, group: string, key: string): Promise<Discarded | undefined> => {
  const [found] = (await tx.query<Discarded & { id: string }>(firstFailed, [group, key])).rows
  if (found === undefined) return undefined
  const { id, ...discarded } = found
  await tx.query(lockKey, [group, discarded.topic, key])
  if ((await tx.query(remove, [id])).rowCount === 0) return undefined // handled meanwhile
  await redrive(tx, group, key)
  return discarded
}

/** What one consumer group has put aside. A key with anything put aside is stopped: its later messages go behind. */
export const makeDeadLetters = (db: Pool, group: string) => {
  const placeOf = ({ topic, key }: Key) => [group, topic, key]
  const put = (tx: Tx, delivery: Delivery, { reason, behind }: { reason: string; behind: boolean }) => {
    const { partition, position, value, headers } = delivery
    return tx.query(add, [...placeOf(delivery), partition, position, value, headers, reason, behind])
  }

  return {
    stopped: async (): Promise<Key[]> => (await db.query<Key>(stoppedKeys, [group])).rows,
    wanted: async (): Promise<Key[]> => (await db.query<Key>(wanted, [group])).rows,

    bury: (delivery: Delivery, reason: string): Promise<unknown> =>
      inTransaction(db, async (tx) => {
        await tx.query(lockKey, placeOf(delivery))
        await put(tx, delivery, { reason, behind: false })
      }),

    /** Puts it behind a dead one of its key; false if there is none any more. */
    putBehind: (delivery: Delivery): Promise<boolean> =>
      inTransaction(db, async (tx) => {
        await tx.query(lockKey, placeOf(delivery))
        if ((await tx.query(isStopped, placeOf(delivery))).rowCount === 0) return false
        await put(tx, delivery, { reason: 'behind a dead letter', behind: true })
        return true
      }),

    /**
     * Handles what a key has put aside, in order, up to one that fails again: what is behind that is not asked for any
     * more either. Gives how many were handled. An outage is thrown, and the key stays asked for.
     */
    redrive: async (key: Key, handle: (delivery: Delivery) => Promise<unknown>): Promise<number> => {
      for (let handled = 0; ; handled += 1) {
        const [row] = (await db.query<Delivery & { id: string }>(first, placeOf(key))).rows
        if (row === undefined) return handled
        try {
          await handle(row)
        } catch (error) {
          if (isTransient(error)) throw error
          await db.query(keep, [...placeOf(key), row.id, reasonOf(error)])
          return handled
        }
        await inTransaction(db, async (tx) => {
          await tx.query(lockKey, placeOf(key))
          await tx.query(remove, [row.id])
        })
      }
    },
  }
}
export type DeadLetters = ReturnType<typeof makeDeadLetters>

/** Why a message could not be handled, without what it said: a database error's message may quote values. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  if ('severity' in error && 'code' in error) {
    const constraint = 'constraint' in error ? ` ${String(error.constraint)}` : ''
    return `PostgreSQL ${String(error.code)}${constraint}`
  }
  return scrub(`${error.name}: ${error.message}`).slice(0, 1000)
}
