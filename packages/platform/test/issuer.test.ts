import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openAccounts } from '../../../infra/local/issuer/accounts.ts'
import { buildApp } from '../../../infra/local/issuer/app.ts'
import { openFolder } from '../../../infra/local/issuer/keys.ts'
import { makeAuthenticate } from '../src/auth.ts'
import { closeServer } from '../src/http.ts'
import { AuthEnv } from '../src/process.ts'
import { makeServiceToken, serviceTokenSource } from '../src/service-token.ts'

const folder = mkdtempSync(join(tmpdir(), 'issuer-'))
const list = join(folder, 'accounts.json')
let app: ReturnType<typeof buildApp>
let url: string
let asked = 0
const start = async (accountsFile?: string) => {
  const deps = { keys: await openFolder(folder), accounts: openAccounts(accountsFile), audience: 'one-stop-shop' }
  app = buildApp({ ...deps, issuer: url, consoleUrl: 'http://127.0.0.1:9', offices: async () => [] })
  app.addHook('onRequest', async ({ url: path }) => void (asked += path === '/token' ? 1 : 0))
  return app.listen({ port: Number(new URL(url).port) })
}
beforeEach(async () => {
  asked = 0
  url = 'http://127.0.0.1:0'
  url = await start()
  await closeServer(app)
  await start()
})
afterEach(() => closeServer(app))
afterAll(() => rmSync(folder, { recursive: true }))

const root = fileURLToPath(new URL('../../../', import.meta.url))
const token = (...args: string[]) => {
  const env = { ...process.env, AUTH_ISSUER: url }
  return promisify(execFile)(process.execPath, [join(root, 'scripts/token.ts'), ...args], { env })
}
const authenticate = () => makeAuthenticate(AuthEnv.parse({ AUTH_ISSUER: url }))
const grant = async (body: Record<string, string>) => {
  const response = await app.inject({ method: 'POST', url: '/token', payload: body })
  return { status: response.statusCode, ...response.json() }
}

test('an account has a token that services take for it, also after the issuer began again', async () => {
  const { access_token: granted } = await grant({ grant_type: 'account', account: 'citizen:le-thi-hoa' })
  await closeServer(app)
  await start()
  expect(await authenticate()(granted)).toEqual({ subject: 'citizen:le-thi-hoa', kind: 'citizen' })
})

test('where accounts are listed nobody else has a token, and the list may grow', async () => {
  await closeServer(app)
  writeFileSync(list, '["officer:7", {"account": "citizen:8", "name": "Bà Hoa"}]')
  await start(list)
  expect((await app.inject('/accounts')).json()).toEqual([
    { account: 'officer:7' },
    { account: 'citizen:8', name: 'Bà Hoa' },
  ])
  expect(await grant({ grant_type: 'account', account: 'officer:9' })).toMatchObject({
    status: 404,
    code: 'no-such-account',
  })
  writeFileSync(list, '["officer:9"]')
  expect(await grant({ grant_type: 'account', account: 'officer:9' })).toMatchObject({ status: 200 })
})

test('nobody becomes a service without its secret', async () => {
  expect(await grant({ grant_type: 'account', account: 'service:casework' })).toMatchObject({ status: 404 })
  const wrong = { grant_type: 'client_credentials', client_id: 'casework', client_secret: 'guess' }
  expect(await grant(wrong)).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect(statSync(join(folder, 'casework.secret')).mode & 0o077).toBe(0)
})

const source = () =>
  serviceTokenSource({
    SERVICE_CLIENT_ID: 'casework',
    SERVICE_SECRET_FILE: folder,
    AUTH_ISSUER: url,
    AUTH_TOKEN_URL: undefined,
  })

test('a service shows itself by the secret in its folder, and asks for a token once', async () => {
  const serviceToken = makeServiceToken(source())
  const tokens = await Promise.all([serviceToken(), serviceToken(), serviceToken()])
  expect(await authenticate()(tokens[0] ?? '')).toEqual({ subject: 'service:casework', kind: 'service' })
  expect([new Set(tokens).size, asked]).toEqual([1, 1])
})

test('a token is asked for before it ends; while the issuer is out the old one serves to its end', async () => {
  let now = Date.now()
  const serviceToken = makeServiceToken(source(), () => now)
  await serviceToken()
  now += 3_000_000
  await serviceToken()
  expect(asked).toBe(2)
  await closeServer(app)
  now += 3_000_000
  await serviceToken()
  now += 700_000
  await expect(serviceToken()).rejects.toThrow('the issuer is out of reach')
  await start()
  await serviceToken()
})

test('the token command prints a token, or one sentence that says what to do', { timeout: 30_000 }, async () => {
  const { stdout } = await token('officer:7')
  expect(await authenticate()(stdout.trim())).toMatchObject({ subject: 'officer:7' })
  await expect(token()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('<account>') })
  await expect(token('nobody')).rejects.toMatchObject({ stderr: expect.stringContaining('There is no such account') })
  await closeServer(app)
  const sentence = /^No issuer answers at .*npm start.*\n$/
  await expect(token('officer:7')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(sentence),
  })
  await start()
})

test('the issuer does not start in production', { timeout: 30_000 }, () => {
  const main = join(root, 'infra/local/issuer/main.ts')
  const env = { ...process.env, NODE_ENV: 'production', ISSUER_DIR: folder, PORT: '0' }
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringContaining('it is for development')])
  expect(readFileSync(join(folder, 'key.json'), 'utf8')).toContain('ES256')
})
