import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Authenticate } from '../src/auth.ts'
import { makeDeadLetters } from '../src/dead-letter.ts'
import { createServer } from '../src/http.ts'
import { redriving } from '../src/operations.ts'
import { as, freshDatabase, subjectAsToken } from '../src/testing.ts'

// The bearer token is the subject, and its scope behind a `+`.
const authenticate: Authenticate = async (token) => {
  const [subject = '', scope] = token.split('+')
  const caller = await subjectAsToken(subject)
  return scope === undefined ? caller : { ...caller, scopes: [scope] }
}

let db: Pool
let app: ReturnType<typeof build>
const build = () => createServer({ authenticate }).register(redriving, { db, group: 'intake' })
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
  app = build()
  for (const group of ['intake', 'casework'])
    for (const [position, key] of ['a', 'a', 'b'].entries())
      await makeDeadLetters(db, group).bury(
        { topic: 't', partition: 0, position: `${position}`, key, value: null, headers: {} },
        'Error: bug',
      )
})
afterAll(() => db.end())

const send = (who: string, payload: object, key?: string) => {
  const headers = { ...as(who), ...(key !== undefined && { 'idempotency-key': key }) }
  return app.inject({ method: 'POST', url: '/operations/redrive', headers, payload })
}
const asked = async () => {
  const { rows } = await db.query<{ consumer: string; key: string }>(
    'select consumer, key from dead_letter where redrive order by id',
  )
  return rows.map(({ consumer, key }) => `${consumer} ${key}`)
}

test.each([
  ['an officer', 'officer:7'],
  ['a service without the scope', 'service:casework'],
  ['an officer who claims the scope', 'officer:7+ops'],
])('%s may not have dead letters handled again', async (_, who) => {
  expect((await send(who, { key: 'all' }, 'k1')).json()).toMatchObject({ status: 403, code: 'not-permitted' })
  expect(await asked()).toEqual([])
})

test('the consumer is asked for one key’s dead letters, and once however often the request is sent', async () => {
  const first = await send('service:runbook+ops', { key: 'a' }, 'k2')
  expect(first.json()).toEqual({ asked: 2 })
  expect(await asked()).toEqual(['intake a', 'intake a'])
  await db.query('update dead_letter set redrive = false')
  expect((await send('service:runbook+ops', { key: 'a' }, 'k2')).body).toBe(first.body)
  expect(await asked()).toEqual([])
})

test('another request under its key is refused, and one without a key', async () => {
  await send('service:intake', { key: 'c' }, 'k3')
  expect((await send('service:intake', { key: 'b' }, 'k3')).json()).toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  })
  expect((await send('service:intake', { key: 'b' })).json()).toMatchObject({ code: 'idempotency-key-missing' })
  expect(await asked()).toEqual([])
})

test('`all` is all of this service’s group and of no other', async () => {
  expect((await send('service:intake', { key: 'all' }, 'k4')).json()).toEqual({ asked: 3 })
  expect(await asked()).toEqual(['intake a', 'intake a', 'intake b'])
})

test('the interface says that a key is needed', async () => {
  const { paths } = (await app.inject('/openapi.json')).json()
  expect(paths['/operations/redrive'].post.parameters).toMatchObject([{ in: 'header', name: 'idempotency-key' }])
})
