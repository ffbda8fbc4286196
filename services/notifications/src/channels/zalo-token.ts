import type { Clock } from '@dossier/platform/clock'
import { inTransaction } from '@dossier/platform/postgres'
import { Transient } from '@dossier/platform/transient'
import type { Pool } from 'pg'
import * as z from 'zod'
import { ask } from './ask.ts'

const Granted = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.coerce.number() })

const begin = `
  insert into provider_token (provider, access_token, refresh_token, expires_at) values ('zalo', '', $1, '-infinity')
  on conflict do nothing`
const read = `select access_token, expires_at <= $1 as over from provider_token where provider = 'zalo'`
// Held until the new pair is kept: the old refresh token is dead as soon as it was used.
const lock = `select access_token, refresh_token from provider_token where provider = 'zalo' for update`
const keep = `
  update provider_token set access_token = $1, refresh_token = $2, expires_at = $3::timestamptz where provider = 'zalo'`

type Deps = { db: Pool; clock: Clock; url: string; app: { id: string; secret: string }; first: string }

/**
 * Gives the access token of the authority's Zalo account; `stale` asks for another than that. Each renewal gives a new refresh token,
 * kept in the transaction that used the old one. Throws `Transient` where there is none: nothing was sent then.
 */
export const makeZaloToken = ({ db, clock, url, app, first }: Deps) => {
  const renew = (stale: string | undefined) =>
    inTransaction(db, async (tx) => {
      const { rows } = await tx.query<{ access_token: string; refresh_token: string }>(lock)
      const [row] = rows
      if (row === undefined) throw new Error('The Zalo account has no token: none was ever given to it')
      if (stale !== undefined && row.access_token !== stale) return row.access_token // another has renewed it meanwhile
      const body = new URLSearchParams({
        app_id: app.id,
        grant_type: 'refresh_token',
        refresh_token: row.refresh_token,
      })
      const asked = await ask(
        `${url}/oauth/access_token`,
        { method: 'POST', headers: { secret_key: app.secret }, body },
        10_000,
      )
      const granted = 'answered' in asked ? Granted.safeParse(asked.answered.body).data : undefined
      if (granted === undefined)
        throw new Transient('Zalo gave no new token: is its refresh token still good? See the runbook')
      const ends = new Date(Date.parse(clock.now()) + granted.expires_in * 900).toISOString()
      await tx.query(keep, [granted.access_token, granted.refresh_token, ends])
      return granted.access_token
    })
  return async (stale?: string): Promise<string> => {
    if (stale === undefined) {
      await db.query(begin, [first])
      const { rows } = await db.query<{ access_token: string; over: boolean }>(read, [clock.now()])
      const [row] = rows
      if (row !== undefined && !row.over && row.access_token !== '') return row.access_token
    }
    return renew(stale)
  }
}
