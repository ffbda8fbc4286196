import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool } from 'pg'
import { makeGathered } from './gathered.ts'
import { inTransaction, type Tx } from './postgres.ts'

/**
 * What is to be done in a transaction, whoever else's work is in it. `lock` comes before anything is written, in the order
 * of `key` among all who share: the outbox goes by transaction ids, and two who lock in different orders wait for ever.
 */
export type Shareable<T> = { key: string; lock: (tx: Tx) => Promise<void>; work: (tx: Tx) => Promise<T> }

type Shared = { key: string; lock: (tx: Tx) => Promise<void>; work: (tx: Tx) => Promise<() => void> }

const makeSharing = (db: Pool) => {
  const all = (batch: readonly Shared[]) =>
    inTransaction(db, async (tx) => {
      const inOrder = batch.toSorted((a, b) => (a.key < b.key ? -1 : 1))
      for (const { lock } of inOrder) await lock(tx)
      const ends = new Map<Shared, () => void>()
      for (const one of inOrder) ends.set(one, await one.work(tx))
      return (one: Shared) => ends.get(one)?.()
    })
  const alone = async (one: Shared) => (await all([one]))(one)
  // One transaction at a time: what comes meanwhile makes the next one worth its commit.
  return makeGathered<Shared, void>({ keyOf: ({ key }) => key, atOnce: 1, most: 32, alone, all })
}

const sharings = new WeakMap<Pool, ReturnType<typeof makeSharing>>()

/**
 * Does `work` in a transaction, together with what others of this process want done on this database meanwhile: a commit
 * then serves up to 32. What fails is undone with the rest and each is done again alone, so `work` may run twice and must
 * have no effect but in `tx`. Rejects with the work's own error.
 */
export const inSharedTransaction = async <T>(db: Pool, { key, lock, work }: Shareable<T>): Promise<T> => {
  const sharing = sharings.get(db) ?? makeSharing(db)
  sharings.set(db, sharing)
  let result: { is: T } | undefined
  const own = AsyncLocalStorage.bind(async (tx: Tx) => {
    const done = await work(tx)
    return () => void (result = { is: done })
  })
  await sharing({ key, lock, work: own })
  if (result === undefined) throw new Error('A shared transaction ended without its work')
  return result.is
}
