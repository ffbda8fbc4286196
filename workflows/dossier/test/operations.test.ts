import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { DossierMessage } from '@dossier/contracts/dossier'
import { as, keylessRoutes, subjectAsToken } from '@dossier/platform/testing'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { makeRebuild } from '../src/rebuild.ts'

// A ledger with two open dossiers and a closed one, whose last lines would move no story by themselves.
const sample = new URL(
  '../../../packages/contracts/test/samples/casework.dossier.v1/OpinionAdded.json',
  import.meta.url,
)
const line = (dossierId: string) => DossierMessage.parse({ ...JSON.parse(readFileSync(sample, 'utf8')), dossierId })
const open = [line(uuidv7()), line(uuidv7())]
const closed = line(uuidv7())

let ledger: Server
let app: ReturnType<typeof buildApp>
let told: DossierMessage[]
beforeAll(async () => {
  ledger = createServer(({ url = '' }, response) => {
    const one = [...open, closed].find(({ dossierId }) => url === `/operations/dossiers/${dossierId}/last-line`)
    const page = { messages: url.includes('after=') ? [] : open }
    response.statusCode = one === undefined && url.includes('last-line') ? 404 : 200
    response.end(JSON.stringify(one ?? page))
  })
  const port = await new Promise((resolve) =>
    ledger.listen(0, '127.0.0.1', () => resolve(Object(ledger.address()).port)),
  )
  const casework = { url: `http://127.0.0.1:${String(port)}`, token: async () => 'token' }
  const rebuild = makeRebuild(casework, async (message) => void told.push(message))
  app = buildApp({ rebuild }, { authenticate: subjectAsToken })
})
beforeEach(() => {
  told = []
})
afterAll(async () => {
  await app.close()
  ledger.close()
})

const order = (payload: object | undefined, key: string | undefined = uuidv7(), who = 'service:conductor') =>
  app.inject({
    method: 'POST',
    url: '/operations/rebuild',
    headers: { ...as(who), 'idempotency-key': key },
    ...(payload !== undefined && { payload }),
  })

test('without a name every open dossier’s story is told where the ledger stands', async () => {
  expect((await order(undefined)).json()).toEqual({ dossiers: 2 })
  expect(told).toEqual(open.map((message) => ({ ...message, moves: true })))
})

test('one dossier is told again by its id, also a closed one, whose story may have missed its end', async () => {
  expect((await order({ dossierId: closed.dossierId })).json()).toEqual({ dossiers: 1 })
  expect(told).toEqual([{ ...closed, moves: true }])
})

test('a dossier the ledger does not know is not found', async () => {
  expect((await order({ dossierId: uuidv7() })).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect(told).toEqual([])
})

test('the same order again is answered as the first and tells nothing, another under its key is refused', async () => {
  await order({ dossierId: closed.dossierId }, 'k')
  expect((await order({ dossierId: closed.dossierId }, 'k')).json()).toEqual({ dossiers: 1 })
  expect((await order({}, 'k')).json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  expect((await order({}, '')).json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
  expect(told).toHaveLength(1)
})

test('only operators may order it', async () => {
  for (const who of ['officer:7', 'service:casework'])
    expect((await order(undefined, 'k', who)).json()).toMatchObject({ status: 403, code: 'not-permitted' })
  expect(told).toEqual([])
})

test('every route that changes something asks for an Idempotency-Key', async () => {
  expect(keylessRoutes((await app.inject('/openapi.json')).json())).toEqual([])
})
