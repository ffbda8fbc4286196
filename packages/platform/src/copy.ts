import type { Pool } from 'pg'
import { rest } from './retry.ts'
import type { Topic } from './topic.ts'

/** What a compacted topic tells: the whole row, with a revision that only grows. */
export type Reference<B> = { key: string; revision: number; body: B }

const keep = `
  with kept as (
    insert into copy (topic, key, revision, body) values ($1, $2, $3, $4)
    on conflict (topic, key) do update set (revision, body) = row (excluded.revision, excluded.body)
    where excluded.revision > copy.revision
    returning topic
  )
  insert into copy_version as v (topic, version) select topic, 1 from kept
  on conflict (topic) do update set version = v.version + 1`
const version = 'select version from copy_version where topic = $1'
const all = 'select key, revision, body from copy where topic = $1 order by key'

/** The listener of a compacted topic: keeps the newest revision of each key in the table `copy`. */
export const keepCopy =
  <B>(db: Pool, { name }: Pick<Topic<Reference<B>>, 'name'>) =>
  async ({ key, revision, body }: Reference<B>): Promise<void> =>
    void (await db.query(keep, [name, key, revision, JSON.stringify(body)]))

/**
 * A copy in memory of what `keepCopy` keeps, for readers that may not wait: at most a second old, whoever wrote it.
 * `refresh` brings it up to date now. While the database is out it stays as it was.
 */
export type Copy<B> = {
  get: (key: string) => B | undefined
  all: () => ReadonlyMap<string, B>
  refresh: () => Promise<void>
  close: () => void
}

/** Makes a copy, filled. A row that no longer fits the schema is an error here: the schema only gains members. */
export const makeCopy = async <B>(db: Pool, { name, schema }: Topic<Reference<B>>): Promise<Copy<B>> => {
  let rows: ReadonlyMap<string, B> = new Map()
  let seen = ''
  const refresh = async () => {
    const now = String((await db.query(version, [name])).rows[0]?.version)
    if (now === seen) return
    const read = (await db.query(all, [name])).rows.map((row) => schema.parse(row))
    rows = new Map(read.map(({ key, body }) => [key, body]))
    seen = now // read after: a change in between is read again
  }
  await refresh()
  const closing = new AbortController()
  const follow = async () => {
    while (!closing.signal.aborted) {
      await rest(1_000, closing.signal)
      if (!closing.signal.aborted) await refresh().catch(() => {}) // the pool reports it; readers keep what they have
    }
  }
  void follow()
  return { get: (key) => rows.get(key), all: () => rows, refresh, close: () => closing.abort() }
}
