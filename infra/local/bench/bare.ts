import pg from 'pg'
import { database } from '../databases.ts'

const tables = `
  drop schema if exists bench cascade;
  create schema bench;
  create table bench.thing (id int primary key, version int not null, body jsonb not null);
  create table bench.event (id int not null, seq int not null, body jsonb not null, primary key (id, seq));
  create table bench.told (tx xid8 not null default pg_current_xact_id(), n bigint generated always as identity,
    topic text not null, key text not null, body jsonb not null, primary key (tx, n));
  insert into bench.thing select n, 0, $$ {} $$ from generate_series(1, 1000) as n;`

// The shape of an act and nothing else: a row moved at its version, a line and an outbox row, in one statement.
const act = `
  with moved as (
    update bench.thing set (version, body) = (version + 1, $2) where id = $1 returning id, version
  ), line as (
    insert into bench.event (id, seq, body) select id, version, $2 from moved
  )
  insert into bench.told (topic, key, body) select 'bench', id::text, $2 from moved`

/** What this machine's PostgreSQL takes from one Node process: one-statement transactions a second, unhindered. */
export const bareTransactions = async (server: string, body: string, seconds: number): Promise<number> => {
  const url = new URL(server)
  url.pathname = `/${database}`
  const db = new pg.Pool({ connectionString: url.href, max: 24 })
  await db.query(tables)
  let done = 0
  const end = Date.now() + seconds * 1_000
  const work = async (_: unknown, worker: number) => {
    for (let i = worker; Date.now() < end; i += 24) {
      await db.query({ name: 'act', text: act, values: [(i % 1000) + 1, body] })
      done += 1
    }
  }
  await Promise.all(Array.from({ length: 24 }, work))
  await db.query('drop schema bench cascade')
  await db.end()
  return done / seconds
}
