import type { Pool } from 'pg'
import { onBehalfOf } from './context.ts'
import type { Delivery } from './delivery.ts'
import { inTransaction, type Tx } from './postgres.ts'
import { inSharedTransaction } from './shared-transaction.ts'
import type { Topic } from './topic.ts'

type HandleIn<T> = (tx: Tx, message: T) => Promise<unknown>

/**
 * The name of an effect. What an effect writes in an order of its own is locked by `lock`, before anything is written: the
 * outbox goes by transaction ids.
 */
type Consumer = string | { name: string; lock: (tx: Tx, key: string) => Promise<void> }

type HandleInTurn<T> = (message: T, delivery?: Pick<Delivery, 'headers'>) => Promise<void>

// The usual case, in one step: the next in turn takes its place, and holds it until its effect is committed.
const takePlace = `
  insert into inbox as i (consumer, key, seq)
  select $1, $2, $3::int where $3::int = 1 or exists (select from inbox where consumer = $1 and key = $2)
  on conflict (consumer, key) do update set seq = excluded.seq where i.seq = excluded.seq - 1`
const isParked = 'select from parked where consumer = $1 and key = $2 limit 1'
const lockPlace = `
  insert into inbox as i (consumer, key, seq) values ($1, $2, 0)
  on conflict (consumer, key) do update set seq = i.seq returning seq`
const park = `
  insert into parked (consumer, key, seq, body, headers) values ($1, $2, $3, $4, $5) on conflict do nothing`
const unpark = 'delete from parked where consumer = $1 and key = $2 and seq = $3 returning body, headers'
// Asked once the place is locked: whoever parks holds it too, so nobody parked unseen.
const moveOn = `
  update inbox set seq = $3 where consumer = $1 and key = $2
  returning exists (select from parked where consumer = $1 and key = $2) as has_parked`

/**
 * Gives each message to `handle` once and in turn; effect and mark are one transaction, shared with other messages that come
 * at the same time: `handle` has no effect but in `tx`. An early message is parked until the gap before it is filled: a lost
 * one holds up its own key and no other. `consumer` names the effect and stays the same for ever; two effects of one topic
 * have two names.
 */
export const inTurn = <T extends { seq: number }>(
  db: Pool,
  consumer: Consumer,
  topic: Topic<T>,
  handle: HandleIn<T>,
): HandleInTurn<T> => {
  const { name, lock: lockFirst } = typeof consumer === 'string' ? { name: consumer, lock: async () => {} } : consumer
  const lock = async (tx: Tx, place: string[]): Promise<number> => (await tx.query(lockPlace, place)).rows[0].seq
  const move = async (tx: Tx, place: string[], seq: number): Promise<boolean> =>
    (await tx.query(moveOn, [...place, seq])).rows[0].has_parked

  const take = (place: [string, string], message: T, headers: Delivery['headers']) =>
    inSharedTransaction(db, {
      key: place[1],
      lock: (tx) => lockFirst(tx, place[1]),
      work: async (tx) => {
        if ((await tx.query(takePlace, [...place, message.seq])).rowCount === 1) {
          await handle(tx, message)
          return (await tx.query(isParked, place)).rowCount === 1 // asked while the place is held: nobody parks unseen
        }
        const next = (await lock(tx, place)) + 1
        if (message.seq >= next) await tx.query(park, [...place, message.seq, message, headers])
        return true // it was early a moment ago: what is parked may have its turn by now
      },
    })

  // Each in a transaction of its own: its trouble is not that of the one before it.
  const takeParked = (place: [string, string]) =>
    inTransaction(db, async (tx) => {
      await lockFirst(tx, place[1])
      const next = (await lock(tx, place)) + 1
      const [parked] = (await tx.query(unpark, [...place, next])).rows
      if (parked === undefined) return false
      await onBehalfOf({ requestId: place.join(':'), ...parked.headers }, () =>
        handle(tx, topic.schema.parse(parked.body)),
      )
      return move(tx, place, next)
    })

  return async (message, { headers } = { headers: {} }) => {
    const place: [string, string] = [name, topic.key(message)]
    let more = await take(place, message, headers)
    while (more) more = await takeParked(place)
  }
}
