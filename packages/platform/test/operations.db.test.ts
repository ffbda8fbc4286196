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

const post = (url: string, who: string, { payload, key }: { payload: object; key?: string | undefined }) => {
  const headers = { ...as(who), ...(key !== undefined && { 'idempotency-key': key }) }
  return app.inject({ method: 'POST', url, headers, payload })
}
const send = (who: string, payload: object, key?: string) => post('/operations/redrive', who, { payload, key })
const discard = (who: string, payload: object, key?: string) => post('/operations/discard', who, { payload, key })
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

test('what should never have been sent is thrown away once, and what is behind it is asked for', async () => {
  await db.query('update dead_letter set redrive = false')
  const letters = makeDeadLetters(db, 'intake')
  const at = (position: string) => ({ topic: 't', partition: 1, position, key: 'd', value: null, headers: {} })
  await letters.bury(at('7'), 'SyntaxError: no JSON')
  await letters.putBehind(at('8'))
  const payload = { key: 'd', reason: 'a test by a partner' }
  expect((await discard('officer:7', payload, 'd1')).json()).toMatchObject({ status: 403, code: 'not-permitted' })
  const first = await discard('service:runbook+ops', payload, 'd2')
  expect(first.json()).toEqual({
    discarded: { topic: 't', partition: 1, position: '7', reason: 'SyntaxError: no JSON' },
  })
  expect((await discard('service:runbook+ops', payload, 'd2')).body, 'sent again').toBe(first.body)
  expect(await asked()).toEqual(['intake d'])
  expect((await discard('service:runbook+ops', payload, 'd3')).json(), 'what only waits is kept').toEqual({
    discarded: null,
  })
  expect((await db.query(`select from dead_letter where key = 'd'`)).rowCount).toBe(1)
})
