import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { createServer } from '../src/http.ts'
import { forgetAnswers, idempotent } from '../src/idempotency.ts'
import { as, freshDatabase, subjectAsToken } from '../src/testing.ts'

let db: Pool
let app: ReturnType<typeof build>
let hold: Promise<void> = Promise.resolve()
let begun = () => {}
const build = () =>
  createServer({ authenticate: subjectAsToken }).register(async (inner) => {
    const schema = { body: z.object({ what: z.string() }) }
    inner.post('/effects', { config: { access: 'authenticated' }, schema }, async (request, reply) => {
      const { what } = z.object({ what: z.string() }).parse(request.body)
      const { status, body } = await idempotent(db, request, async (tx) => {
        const { rows } = await tx.query('insert into effect (what) values ($1) returning n', [what])
        begun()
        await hold
        if (what === 'fails') throw new Error('after the effect')
        return { status: 201, body: { z: what, n: rows[0].n } }
      })
      return reply.code(status).send(body)
    })
  })
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
  app = build()
})
afterAll(() => db.end())

const send = (what: string, key?: string, who = 'officer:7') => {
  const headers = { ...as(who), ...(key !== undefined && { 'idempotency-key': key }) }
  return app.inject({ method: 'POST', url: '/effects', headers, payload: { what } })
}
const count = async (what: string) =>
  Number((await db.query('select count(*) from effect where what = $1', [what])).rows[0].count)

test('the same request again gets the first answer, to the byte, and no second effect', async () => {
  const first = await send('once', 'k1')
  expect(first.statusCode).toBe(201)
  const again = await send('once', 'k1')
  expect([again.statusCode, again.body]).toEqual([201, first.body])
  expect(await count('once')).toBe(1)
})

test('another request under the same key is refused', async () => {
  await send('this', 'k2')
  const other = await send('that', 'k2')
  expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  expect(await count('that')).toBe(0)
})

test('a key is its caller’s own', async () => {
  await send('mine', 'k3')
  expect((await send('yours', 'k3', 'officer:8')).statusCode).toBe(201)
})

test.each([[undefined], [''], ['x'.repeat(201)], ['with space']])(
  'without a usable key (%j) nothing happens',
  async (key) => {
    expect((await send('keyless', key)).json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
    expect(await count('keyless')).toBe(0)
  },
)

test('while the first is being handled the same request is told so; fifty at once take effect once', async () => {
  const { promise, resolve } = held()
  hold = promise
  const working = new Promise<void>((done) => (begun = done))
  const first = send('slow', 'k4')
  await working
  const others = await Promise.all(Array.from({ length: 49 }, () => send('slow', 'k4')))
  for (const other of others) expect(other.json()).toMatchObject({ status: 409, code: 'in-progress' })
  resolve()
  expect((await first).statusCode).toBe(201)
  expect((await send('slow', 'k4')).body).toBe((await first).body)
  expect(await count('slow')).toBe(1)
})

const held = () => {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

test('a request that failed may be sent again', async () => {
  expect((await send('fails', 'k5')).statusCode).toBe(500)
  expect(await count('fails')).toBe(0)
  expect((await send('fails', 'k5')).statusCode).toBe(500)
})

test('answers are kept for thirty days', async () => {
  await send('old', 'k6')
  await db.query(`update idempotency set created_at = now() - interval '31 days' where key = 'k6'`)
  expect(await forgetAnswers(db)).toBe(1)
  expect((await send('new', 'k6')).statusCode).toBe(201)
})
