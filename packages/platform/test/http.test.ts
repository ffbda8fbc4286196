import { once } from 'node:events'
import { connect } from 'node:net'
import { commonProblem, Problem } from '@dossier/contracts/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod'
import { currentRequest } from '../src/context.ts'
import { closeServer, createServer, problem, problems, type ServerOptions } from '../src/http.ts'
import { as, subjectAsToken } from '../src/testing.ts'
import { Transient } from '../src/transient.ts'

const config = { access: 'public' } as const
z.object({}).meta({ id: 'HeardElsewhere' })
const Letter = z.strictObject({ to: z.string().min(3), copies: z.int().max(5), channel: z.enum(['sms', 'post']) })
const letters: FastifyPluginAsyncZod = async (app) => {
  app.post('/letters/:id', { config, schema: { params: z.object({ id: z.uuidv7() }), body: Letter } }, ({ id }) => ({
    requestId: currentRequest()?.requestId,
    id,
  }))
  const schema = { response: { 200: z.object({}), ...problems } }
  app.get('/declared', { config, schema }, async (_, reply) =>
    problem(reply, commonProblem('not-permitted', { since: 'May' })),
  )
  app.get('/broken', { config }, async () => {
    throw new Error('secret of the house')
  })
  app.get('/database-down', { config }, async () => {
    throw new Transient('no connection')
  })
}

const servers: object[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await closeServer(server)
})
const start = (options: ServerOptions = {}) => {
  const app = createServer(options)
  servers.push(app)
  return app.register(letters)
}

const id = '01990000-0000-7000-8000-000000000001'
const letter = { to: 'Kim', copies: 1, channel: 'sms' }
const post = (payload: unknown, headers: Record<string, string> = {}, options: ServerOptions = {}) => {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const url = `/letters/${id}`
  return start(options).inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: body,
  })
}
type Answer = Awaited<ReturnType<typeof post>>
const problemIn = (answer: Answer) => {
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const said = Problem.parse(answer.json())
  expect(said).toMatchObject({ status: answer.statusCode, type: `urn:dossier:problem:${said.code}` })
  expect(said.requestId).toBe(answer.headers['x-request-id'])
  return said
}

test('each field that does not fit is named by its pointer, with a sentence in both languages', async () => {
  const said = problemIn(await post({ copies: 9, channel: 'fax', 'a/b': 1 }))
  expect(said).toMatchObject({ status: 400, code: 'invalid', title: 'Dữ liệu gửi lên chưa hợp lệ.' })
  expect(said.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['#/body/to', 'required'],
    ['#/body/copies', 'too-big'],
    ['#/body/channel', 'invalid-value'],
    ['#/body/a~1b', 'unknown-field'],
  ])
  expect(said.errors?.[1]).toMatchObject({
    vi: expect.stringContaining('Quá lớn'),
    en: expect.stringContaining('Too big'),
  })
})

test('what was typed is not repeated in the answer', async () => {
  expect((await post({ ...letter, to: 1, channel: '079203004567' })).body).not.toContain('079203004567')
})

test.each([
  ['bad JSON', '{"to":', {}, 400, 'invalid-json'],
  ['no body', '', {}, 400, 'invalid-json'],
  [
    'another content type',
    'to=Kim',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported-media-type',
  ],
  ['plain text, which would pass by the parser', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
  ['a body that is too large', JSON.stringify({ to: 'x'.repeat(1_048_577) }), {}, 413, 'body-too-large'],
])('%s is a problem', async (_, payload, headers, status, code) => {
  expect(problemIn(await post(payload, headers))).toMatchObject({ status, code })
})

test.each([
  ['/nowhere', 404, 'not-found'],
  ['/%zz', 400, 'bad-request'],
  ['/broken', 500, 'internal'],
  ['/database-down', 503, 'unavailable'],
  [`/${'x'.repeat(9)}?cccd=079203004567`, 404, 'not-found'],
])('GET %s is a problem', async (url, status, code) => {
  const answer = await start().inject({ url })
  expect(problemIn(answer)).toMatchObject({ status, code })
  expect(answer.body).not.toMatch(/secret|079203004567/)
})

test('a problem keeps its free members, and is described under its own content type', async () => {
  const app = start()
  expect(problemIn(await app.inject('/declared'))).toMatchObject({ code: 'not-permitted', since: 'May' })
  const { paths } = (await app.inject('/openapi.json')).json()
  expect(Object.keys(paths['/declared'].get.responses['4XX'].content)).toEqual(['application/problem+json'])
})

test('a request id that is sane comes back and is known to the code that runs; any other is replaced', async () => {
  const given = await post(letter, { 'x-request-id': 'desk-7.0042' })
  expect(given.headers['x-request-id']).toBe('desk-7.0042')
  expect(given.json().requestId).toBe('desk-7.0042')
  for (const bad of ['x', '079203004567', 'a b c d', 'x'.repeat(65)]) {
    const answer = await post(letter, { 'x-request-id': bad })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
  }
})

test('who asks too often is told so, and nobody else', async () => {
  const app = start({ rate: { max: 2, perMs: 60_000 }, authenticate: subjectAsToken })
  const ask = (who: string) => app.inject({ url: '/broken', headers: as(who) })
  await ask('officer:1')
  await ask('officer:1')
  const third = await ask('officer:1')
  expect(problemIn(third)).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('officer:2')).statusCode).toBe(500)
  for (let n = 0; n < 5; n += 1) expect((await ask('service:conductor')).statusCode).toBe(500)
})

test('who sends too slowly is cut off with a problem', async () => {
  const app = start({ requestTimeout: 50, http: { headersTimeout: 50, connectionsCheckingInterval: 20 } })
  const { port } = new URL(await app.listen({ port: 0 }))
  const socket = connect(Number(port))
  socket.write(
    'POST /letters/1 HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"to"',
  )
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1.1 408 [\s\S]*application\/problem\+json[\s\S]*"code":"timeout"/)
})

test('what is not HTTP is answered with a problem', async () => {
  const app = start()
  const { port } = new URL(await app.listen({ port: 0 }))
  const socket = connect(Number(port))
  socket.write('how do you do\r\n\r\n')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1.1 400 [\s\S]*"code":"bad-request"/)
})

test('readiness names what is out of reach', async () => {
  const down = async () => {
    throw new Error('refused')
  }
  const ready = await start({ checks: { database: async () => 1 } }).inject({ url: '/readyz' })
  expect(ready.json()).toEqual({ ok: true, checks: { database: 'ok' } })
  const unready = await start({ checks: { database: down } }).inject({ url: '/readyz' })
  expect(problemIn(unready)).toMatchObject({ status: 503, checks: { database: 'out of reach' } })
})

test('while a server closes it is not ready, and still answers who is connected', async () => {
  const app = start({ drainMs: 300 })
  const url = await app.listen({ port: 0 })
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const closed = closeServer(app)
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  expect((await fetch(`${url}/livez`)).status).toBe(200)
  await closed
  await expect(fetch(`${url}/livez`)).rejects.toThrow('fetch failed')
})

test('metrics count requests by the pattern of their route', async () => {
  const app = start()
  await app.inject({ method: 'POST', url: `/letters/${id}`, payload: letter })
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toContain('http_request_duration_seconds_count{method="POST",route="/letters/:id",status="200"}')
  expect(body).toContain('nodejs_eventloop_lag_seconds')
  expect(body).not.toContain(id)
})

test('OpenAPI 3.1 describes each route with its refusals as components', async () => {
  const app = start({ name: 'letters' })
  const document = (await app.inject({ url: '/openapi.json' })).json()
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'letters' } })
  const { responses, requestBody } = document.paths['/letters/{id}'].post
  expect(requestBody.content['application/json'].schema.required).toEqual(['to', 'copies', 'channel'])
  expect(responses['4XX'].content['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem')
  expect(document.components.schemas.Problem.properties.code.type).toBe('string')
  expect(Object.keys(document.paths)).toEqual(['/letters/{id}', '/declared', '/broken', '/database-down'])
  expect(Object.keys(document.components.schemas)).toEqual(['FieldError', 'Problem']) // and none of what is merely registered
})
