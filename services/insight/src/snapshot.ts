import { openPool } from '@dossier/platform/postgres'
import type { PoolClient } from 'pg'

/** Whose tables are looked at. Those who hear come before those who tell: see `openSnapshot`. */
const owners = ['notifications', 'intake', 'postal', 'casework'] as const
export type Owner = (typeof owners)[number]

/** Where each owner's database is; all in one, or each in its own. */
export type Places = Record<Owner, string>

/** What all owners' tables held at one moment; nothing in it changes, and nothing can be written through it. */
export type Snapshot = {
  ask: <R>(owner: Owner, text: string, values?: unknown[]) => Promise<R[]>
  /** For another process or thread, which sees the same moment as long as this snapshot is open. */
  ticketOf: (owner: Owner) => Ticket
  /** One moment for all owners. Otherwise each has its own, a listener's never later than that of who tells it. */
  isOne: boolean
  close: () => Promise<void>
}
export type Ticket = { url: string; owner: Owner; exported: string }

const patienceMs = 600_000

/**
 * Opens a snapshot, `repeatable read, read only`. Databases on one server share a moment when they are one database. Where they are
 * not, listeners are read first: whatever they have heard by then, who tells it has written by his own later moment.
 */
export const openSnapshot = async (places: Places): Promise<Snapshot> => {
  const shared = new Map<string, string>()
  const clients = new Map<Owner, { client: PoolClient; ticket: Ticket }>()
  const closers: (() => Promise<void>)[] = []
  const close = async () => void (await Promise.all(closers.map((one) => one())))
  try {
    for (const owner of owners) {
      const url = places[owner]
      const opened = await openTicket({ url, owner, exported: shared.get(databaseOf(url)) ?? '' })
      closers.push(opened.close)
      shared.set(databaseOf(url), opened.ticket.exported)
      clients.set(owner, opened)
    }
  } catch (error) {
    await close()
    throw error
  }
  // One connection answers one question at a time; different owners' are asked side by side.
  const turns = new Map<Owner, Promise<unknown>>()
  const inTurn = <T>(owner: Owner, work: () => Promise<T>): Promise<T> => {
    const next = (turns.get(owner) ?? Promise.resolve()).then(work)
    turns.set(
      owner,
      next.catch(() => {}),
    )
    return next
  }
  const of = (owner: Owner) => {
    const found = clients.get(owner)
    if (found === undefined) throw new Error(`Nobody opened the tables of ${owner}`)
    return found
  }
  return {
    ask: <R>(owner: Owner, text: string, values: unknown[] = []) =>
      inTurn(owner, async () => {
        const { rows } = await of(owner).client.query(text, values)
        const read: R[] = rows
        return read
      }),
    ticketOf: (owner) => of(owner).ticket,
    isOne: shared.size === 1,
    close,
  }
}

/** A connection that sees what a ticket saw, or, where it names no moment, one of its own. */
export const openTicket = async ({ url, owner, exported }: Ticket) => {
  const pool = openPool(url, () => {}, { name: 'audit', max: 1, statementTimeoutMs: patienceMs })
  const client = await pool.connect().catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  const close = async () => {
    client.release(true) // ends its transaction, too
    await pool.end()
  }
  try {
    await client.query('begin isolation level repeatable read, read only')
    if (exported !== '') await client.query(`set transaction snapshot ${client.escapeLiteral(exported)}`)
    await client.query(`set local work_mem to '96MB'`) // joins of whole tables
    await client.query(`set local search_path to ${client.escapeIdentifier(owner)}, public`)
    const { rows } = await client.query<{ is: string }>('select pg_export_snapshot() as is')
    return { client, ticket: { url, owner, exported: rows[0]?.is ?? '' }, close }
  } catch (error) {
    await close()
    throw error
  }
}

const databaseOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port}${pathname}`
}
