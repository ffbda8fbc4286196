import type { AddressInfo } from 'node:net'
import { createServer as createHttpServer, type Server } from 'node:http'
import { Problem } from '@dossier/contracts/problem'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeAuthenticate } from '../src/auth.ts'
import { createServer } from '../src/http.ts'
import { AuthEnv } from '../src/process.ts'
import { as, subjectAsToken } from '../src/testing.ts'

const keyPair = await generateKeyPair('ES256')
const other = await generateKeyPair('ES256')
let published: JWK[] = [{ ...(await exportJWK(keyPair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }]
let issuer: Server
let url: string
beforeAll(async () => {
  issuer = createHttpServer((_, response) => response.end(JSON.stringify({ keys: published })))
  await new Promise<void>((listening) => issuer.listen(0, listening))
  url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`
})
afterAll(() => void issuer.close())

type Wish = {
  sub?: string
  kind?: string
  iss?: string
  aud?: string
  iat?: number
  key?: typeof keyPair.privateKey
  kid?: string
}
const token = ({ sub = 'officer:7', kind = 'officer', iss = url, aud = 'x', iat, key, kid = 'k1' }: Wish = {}) =>
  new SignJWT({ kind, mandate: 'for-mother', scope: 'read write' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setSubject(sub)
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt(iat)
    .sign(key ?? keyPair.privateKey)

const start = () => {
  const env = AuthEnv.parse({ AUTH_ISSUER: url, AUTH_AUDIENCE: 'x', AUTH_MAX_TOKEN_AGE: '1h' })
  return createServer({ authenticate: makeAuthenticate(env) }).register(async (app) => {
    app.get('/who', { config: { access: 'authenticated' } }, (request) => request.actor)
    app.get('/desk', { config: { access: ['officer', 'service'] } }, (request) => request.actor)
    app.get('/open', { config: { access: 'public' } }, (request) => request.caller ?? 'nobody')
    app.get('/careless', { config: { access: 'public' } }, (request) => request.actor)
  })
}
const bearer = (said: string) => ({ authorization: `Bearer ${said}` })

test('a route that declares no access fails at start-up, and so does one that needs a caller nobody can know', async () => {
  const forgotten = createServer({ authenticate: subjectAsToken }).register(async (app) => {
    app.get('/forgotten', () => 'everything')
  })
  await expect(forgotten.ready()).rejects.toThrow('GET /forgotten declares no access')
  const unknowable = createServer().register(async (app) => {
    app.get('/desk', { config: { access: 'officer' } }, () => 'everything')
  })
  await expect(unknowable.ready()).rejects.toThrow('GET /desk needs a caller')
})

test('a token verified a moment ago counts again at once, but never past its end', async () => {
  const authenticate = makeAuthenticate(AuthEnv.parse({ AUTH_ISSUER: url, AUTH_AUDIENCE: 'x' }))
  const now = Date.now()
  const short = await new SignJWT({ kind: 'officer' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setSubject('officer:7')
    .setIssuer(url)
    .setAudience('x')
    .setIssuedAt(Math.floor(now / 1_000))
    .setExpirationTime(Math.floor(now / 1_000) + 5)
    .sign(keyPair.privateKey)
  const first = await authenticate(short)
  expect(await authenticate(short)).toBe(first)
  vi.useFakeTimers({ toFake: ['Date'], now: now + 15_000 })
  try {
    await expect(authenticate(short)).rejects.toThrow('"exp"')
  } finally {
    vi.useRealTimers()
  }
})

test('a token says who calls, and nothing of what they may do', async () => {
  const answer = await start().inject({ url: '/who', headers: bearer(await token()) })
  expect(answer.json()).toEqual({
    subject: 'officer:7',
    kind: 'officer',
    mandate: 'for-mother',
    scopes: ['read', 'write'],
  })
})

const hour = 3600
test.each<[string, () => Promise<string> | string]>([
  ['no token of ours', () => 'x.y.z'],
  ['another issuer', () => token({ iss: 'http://elsewhere' })],
  ['another audience', () => token({ aud: 'y' })],
  ['too old', () => token({ iat: Math.floor(Date.now() / 1000) - hour - 60 })],
  ['signed by somebody else', () => token({ key: other.privateKey })],
  ['a kind that is not its subject', () => token({ sub: 'citizen:7' })],
  ['an unknown subject', () => token({ sub: 'root' })],
  ['unsigned', async () => `${btoa('{"alg":"none"}')}.${(await token()).split('.')[1]}.`.replaceAll('=', '')],
])('%s is nobody: 401', async (_, make) => {
  const answer = await start().inject({ url: '/who', headers: bearer(await make()) })
  expect(Problem.parse(answer.json())).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect(answer.headers['www-authenticate']).toBe('Bearer')
})

test('without a token a public route is open and any other is not', async () => {
  const app = start()
  expect((await app.inject({ url: '/open' })).body).toBe('nobody')
  expect((await app.inject({ url: '/who' })).json().code).toBe('unauthenticated')
  expect((await app.inject({ url: '/careless' })).json().code).toBe('unauthenticated')
})

test('who is known but of another kind is not permitted: 403', async () => {
  const headers = bearer(await token({ sub: 'citizen:7', kind: 'citizen' }))
  const answer = await start().inject({ url: '/desk', headers })
  expect(Problem.parse(answer.json())).toMatchObject({ status: 403, code: 'not-permitted' })
})

test('the body of who may not call is not even read', async () => {
  const app = createServer({ authenticate: subjectAsToken }).register(async (inner) => {
    inner.post('/desk', { config: { access: 'officer' } }, () => 'done')
  })
  const headers = { ...as('citizen:7'), 'content-type': 'application/json' }
  expect((await app.inject({ method: 'POST', url: '/desk', headers, payload: '{"bad' })).statusCode).toBe(403)
})

test('a desk goes on through an outage of the issuer; who begins in one is told to wait', async () => {
  const running = start()
  const headers = bearer(await token())
  expect((await running.inject({ url: '/who', headers })).statusCode).toBe(200)
  const keys = published
  published = []
  await new Promise((closed) => issuer.close(closed).closeAllConnections())
  expect((await running.inject({ url: '/who', headers })).statusCode).toBe(200)
  const fresh = await start().inject({ url: '/who', headers })
  expect(Problem.parse(fresh.json())).toMatchObject({ status: 503, code: 'unavailable' })
  published = keys
})
