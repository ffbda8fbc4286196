import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Authenticate } from '@dossier/platform/auth'
import { as, freshDatabase, subjectAsToken } from '@dossier/platform/testing'
import { buildApp } from '../src/app.ts'
import { readLawFiles } from '../src/law-files.ts'
import { readLifeEvents } from '../src/life-events.ts'
import { loadFiles } from '../src/load-files.ts'

const folder = new URL('../data/', import.meta.url)
export const files = await readLawFiles(folder)
const lifeEvents = await readLifeEvents(folder)

export const control = 'officer:gia-lai.procedure-control'
export const admin = 'officer:gia-lai.admin'
export const nobody = 'officer:ia-pech.intake'

/** A service token with scopes is its subject, a colon, and the scopes. */
const authenticate: Authenticate = async (token) => {
  const [kind, name, scope] = token.split(':')
  const caller = await subjectAsToken(`${kind}:${name}`)
  return scope === undefined ? caller : { ...caller, scopes: scope.split(',') }
}

/** A catalogue on a database of its own, its clock in the test's hand, the product's own files loaded. */
export const openCatalogue = async () => {
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const time = { now: '2026-11-19T03:00:00.000Z' }
  const clock = { now: () => time.now, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const load = (more = files) => loadFiles({ db, clock }, more)
  const app = buildApp({ db, clock, told: () => {}, lifeEvents }, { authenticate, rate: { max: 1e6, perMs: 1000 } })
  await app.ready()
  let keys = 0
  const send = (method: 'GET' | 'PUT' | 'POST', url: string, who: string | undefined, payload?: object, more = {}) => {
    keys += 1
    const token = who === undefined ? {} : as(who)
    const headers = { ...(method === 'GET' ? {} : { 'idempotency-key': `k${keys}` }), ...token, ...more }
    return app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  }
  const outbox = async (key?: string) => {
    const { rows } = await db.query<{ topic: string; key: string; body: { revision: number; body: object } }>(
      'select topic, key, body from outbox where $1::text is null or key = $1 order by tx, id',
      [key ?? null],
    )
    return rows
  }
  const close = async () => {
    await app.close()
    await db.end()
  }
  return { db, app, time, load, send, outbox, close }
}

/** One version as its file says it, to be changed at will. */
export const procedureFile = (id: string): ProcedureVersion => {
  const found = files.procedures.find(({ row }) => row.id === id)
  if (found === undefined) throw new Error(`There is no file for ${id}`)
  return structuredClone(found.row)
}
