import { afterAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../../../infra/local/outside/gateway/app.ts'
import { makeCallBacks } from '../../../infra/local/outside/gateway/call-backs.ts'
import { makeSent } from '../../../infra/local/outside/gateway/sent.ts'
import { makePayAt } from '../src/payments/pay-at.ts'

const secret = 'test-secret'
const site = 'http://console.test'
const id = '01890000-0000-7000-8000-000000000000'
const payAt = makePayAt({ page: 'http://gateway.test/pay', secret, site })
const address = payAt({ id, amount: 100_000, what: 'Lệ phí & "phí"', back: '/nop-truc-tuyen/1.001612' })
const back = `${site}/nop-truc-tuyen/1.001612?tt=${id}`

let told: unknown[] = []
let answer = 200
const gateway = buildApp({
  sent: makeSent(),
  callBacks: makeCallBacks({ secret: 'local' }),
  zaloHook: 'http://127.0.0.1:9/call-backs/zalo',
  pay: {
    secret,
    tell: async (order, outcome) => {
      told.push({ order, ...outcome })
      return answer
    },
  },
})
afterAll(() => gateway.close())
beforeEach(() => {
  told = []
  answer = 200
})

const open = (url: string) => gateway.inject({ url: url.replace('http://gateway.test', '') })
const choose = (choice: string, url = address) =>
  gateway.inject({
    method: 'POST',
    url: url.replace('http://gateway.test', ''),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `choice=${choice}`,
  })

test('somebody sees what they pay and for what, as text', async () => {
  const { statusCode, body } = await open(address)
  expect(statusCode).toBe(200)
  expect(body).toContain('Lệ phí &amp; &quot;phí&quot;: <strong>100.000 đ</strong>')
})

test.each([
  ['pay', [{ order: id, state: 'paid', amount: 100_000, proof: `GD-${id}` }]],
  ['decline', [{ order: id, state: 'failed' }]],
  ['cancel', []],
])('who chooses %s is led back when that was told', async (choice, outcome) => {
  const { statusCode, headers } = await choose(choice)
  expect([statusCode, headers['location']]).toEqual([303, back])
  expect(told).toEqual(outcome)
})

test('nobody is led back while what they paid could not be told', async () => {
  answer = 503
  expect((await choose('pay')).statusCode).toBe(503)
})

test.each([
  ['amount', '1'],
  ['back', 'http://elsewhere.test/'],
  ['order', '01890000-0000-7000-8000-000000000001'],
  ['signature', '0'.repeat(64)],
])('an order whose %s was changed on the way is refused', async (name, value) => {
  const changed = new URL(address)
  changed.searchParams.set(name, value)
  expect((await open(changed.toString())).statusCode).toBe(403)
  expect((await choose('pay', changed.toString())).statusCode).toBe(403)
  expect(told).toEqual([])
})
