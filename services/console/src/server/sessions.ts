import { createHash, randomBytes } from 'node:crypto'
import { Subject } from '@dossier/contracts/actor'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { Identity, Tokens } from './identity.ts'
import type { Seal } from './seal.ts'

/** Somebody signed in, as the browser may know them. */
export const Signed = z.object({ subject: Subject, name: z.string(), mandate: z.string().nullable() })
export type Signed = z.infer<typeof Signed>

type Deps = {
  db: Pool
  seal: Seal
  identity: Identity
  idleMinutes: number
  longestMinutes: number
  now?: () => number
}

const insert = `
  insert into session (id, subject, name, mandate, tokens, began_at, seen_at)
  values ($1, $2, $3, $4, $5, $6, $6)`
// Seen once a minute is enough: a write for each request would cost more than it tells.
const seen = `
  update session set seen_at = $2 where id = $1 and seen_at < $2::timestamptz - interval '1 minute'`
const find = `
  select subject, name, mandate, tokens from session
  where id = $1 and seen_at > $2::timestamptz - make_interval(mins => $3)
    and began_at > $2::timestamptz - make_interval(mins => $4)`
const over = `
  delete from session
  where seen_at <= $1::timestamptz - make_interval(mins => $2) or began_at <= $1::timestamptz - make_interval(mins => $3)`

const refreshBeforeMs = 60_000

/**
 * Sessions of browsers. `begin` gives the id the browser keeps; `signed` who is behind an id, `token` their access token,
 * refreshed when its end is near: both nothing once the session is over. `end` and `endAll` (of a person, on every device) give
 * the id token that ends the session at the issuer too.
 */
export const makeSessions = ({ db, seal, identity, idleMinutes, longestMinutes, now = Date.now }: Deps) => {
  const moment = () => new Date(now()).toISOString()
  const isNearEnd = ({ endsAt }: Tokens) => endsAt - now() <= refreshBeforeMs

  const read = async (id: string, tx: Tx = db, lock = '') => {
    const { rows } = await tx.query(find + lock, [keyOf(id), moment(), idleMinutes, longestMinutes])
    const [row] = rows
    if (row === undefined) return undefined
    const opened = seal.open(row.tokens)
    if (opened === undefined) return undefined // the key was changed: they sign in again
    const tokens: Tokens = JSON.parse(opened)
    return { signed: Signed.parse(row), tokens }
  }

  /** One asks, the others wait for the row and find it done: a refresh token counts once. */
  const refresh = (id: string): Promise<string | undefined> =>
    inTransaction(db, async (tx) => {
      const found = await read(id, tx, ' for update')
      if (found === undefined || !isNearEnd(found.tokens)) return found?.tokens.access
      const fresh = await identity.refresh(found.tokens)
      if (fresh === undefined) await tx.query('delete from session where id = $1', [keyOf(id)])
      else
        await tx.query('update session set tokens = $2 where id = $1', [keyOf(id), seal.close(JSON.stringify(fresh))])
      return fresh?.access
    })

  return {
    begin: async ({ subject, name, mandate }: Signed, tokens: Tokens): Promise<string> => {
      const id = randomBytes(32).toString('base64url')
      await db.query(insert, [keyOf(id), subject, name, mandate, seal.close(JSON.stringify(tokens)), moment()])
      return id
    },
    signed: async (id: string): Promise<Signed | undefined> => {
      const found = await read(id)
      if (found !== undefined) await db.query(seen, [keyOf(id), moment()])
      return found?.signed
    },
    token: async (id: string): Promise<string | undefined> => {
      const found = await read(id)
      return found === undefined || !isNearEnd(found.tokens) ? found?.tokens.access : refresh(id)
    },
    end: async (id: string): Promise<string | undefined> => {
      const found = await read(id)
      await db.query('delete from session where id = $1', [keyOf(id)])
      return found?.tokens.id
    },
    endAll: async (id: string): Promise<string | undefined> => {
      const found = await read(id)
      if (found !== undefined) await db.query('delete from session where subject = $1', [found.signed.subject])
      return found?.tokens.id
    },
    /** Removes what is over. */
    forget: async (): Promise<void> => void (await db.query(over, [moment(), idleMinutes, longestMinutes])),
  }
}
export type Sessions = ReturnType<typeof makeSessions>

const keyOf = (id: string) => createHash('sha256').update(id).digest()
