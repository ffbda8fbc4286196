import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { createServer } from '../src/http.ts'
import { idempotentInMemory } from '../src/idempotency-in-memory.ts'
import { as, subjectAsToken } from '../src/testing.ts'

let effects: string[]
let hold: Promise<void>
let app: ReturnType<typeof build>
const build = () =>
  createServer({ authenticate: subjectAsToken, rate: { max: 1e6, perMs: 1_000 } }).register(async (inner) => {
    const once = idempotentInMemory<{ n: number }>()
    inner.post('/effects', { config: { access: 'service' } }, async (request) => {
      const { what } = z.object({ what: z.string() }).parse(request.body)
      const { body } = await once(request, async () => {
        await hold
        if (what === 'fails') throw new Error('no effect')
        return { status: 200, body: { n: effects.push(what) } }
      })
      return body
    })
  })
beforeEach(() => {
  effects = []
  hold = Promise.resolve()
  app = build()
})
afterEach(() => app.close())

const send = (what: string, key?: string, who = 'service:ops') => {
  const headers = { ...as(who), ...(key !== undefined && { 'idempotency-key': key }) }
  return app.inject({ method: 'POST', url: '/effects', headers, payload: { what } })
}

test('the same request again gets the first answer and no second effect, from its own caller', async () => {
  expect((await send('this', 'k')).json()).toEqual({ n: 1 })
  expect((await send('this', 'k')).json()).toEqual({ n: 1 })
  expect((await send('this', 'k', 'service:other')).json()).toEqual({ n: 2 })
  expect(effects).toEqual(['this', 'this'])
})

test('another request under the same key is refused, and one without a key', async () => {
  await send('this', 'k')
  expect((await send('that', 'k')).json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  expect((await send('that')).json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
  expect(effects).toEqual(['this'])
})

test('while the first is being handled the same request is told so', async () => {
  let go = () => {}
  hold = new Promise((resolve) => (go = resolve))
  const answers = [send('this', 'k'), send('this', 'k')]
  const told = await Promise.race(answers)
  expect(told.json()).toMatchObject({ status: 409, code: 'in-progress' })
  go()
  await Promise.all(answers)
  expect(effects).toEqual(['this'])
})

test('a request that failed may be sent again', async () => {
  expect((await send('fails', 'k')).statusCode).toBe(500)
  expect((await send('fails', 'k')).statusCode).toBe(500)
})

test('of very many answers the latest thousand are kept', async () => {
  for (let n = 0; n <= 1_000; n += 1) await send('this', `k${n}`)
  expect((await send('this', 'k1')).json()).toEqual({ n: 2 })
  expect((await send('this', 'k0')).json()).toEqual({ n: 1_002 })
})
