import { createServer } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAuthenticate } from '@dossier/platform/auth'
import { AuthEnv } from '@dossier/platform/process'
import { freshDatabase } from '@dossier/platform/testing'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAccounts } from '../../../infra/local/issuer/accounts.ts'
import { buildApp as buildIssuer } from '../../../infra/local/issuer/app.ts'
import { openFolder } from '../../../infra/local/issuer/keys.ts'
import { buildApp } from '../src/server/app.ts'
import { cookiesOf } from '../src/server/cookies.ts'
import { makeIdentity } from '../src/server/identity.ts'
import { makeSeal } from '../src/server/seal.ts'
import { makeSessions } from '../src/server/sessions.ts'
import { openBrowser } from './browser.ts'
import { freePort } from './free-port.ts'

let db: Pool
let folder: string
let issuer: ReturnType<typeof buildIssuer>
let app: ReturnType<typeof buildApp>
let site: string
let issuerUrl: string
let now = Date.now()

// Nothing is new, and one page is built: other tests look at those.
const news = { follow: () => () => {}, since: () => [], close: async () => {} }
const builtPages = async (place: string) => {
  await mkdir(join(place, 'assets'))
  await writeFile(join(place, 'index.html'), '<!doctype html><title>Một cửa</title>')
  return `${place}/`
}

// What the service behind knows of a code.
let lookUps: (code: string) => { status?: number; body?: object } = () => ({})
// A service behind, which tells what it was asked.
const behind = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    const { method, url = '', headers } = request
    if (url.startsWith('/look-up/')) {
      const { status = 404, body = {} } = lookUps(url.slice('/look-up/'.length))
      response.statusCode = status
      response.end(JSON.stringify(body))
      return
    }
    response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }))
  })
})
beforeAll(async () => {
  db = await freshDatabase(new URL('../migrations/', import.meta.url))
  folder = await mkdtemp(join(tmpdir(), 'console-'))
  const [issuerPort, port] = [await freePort(), await freePort()]
  issuerUrl = `http://127.0.0.1:${issuerPort}`
  site = `http://127.0.0.1:${port}`
  const keys = await openFolder(folder)
  const told = { keys, accounts: openAccounts(undefined), issuer: issuerUrl, audience: 'one-stop-shop' }
  issuer = buildIssuer({ ...told, consoleUrl: site, offices: async () => [] })
  await issuer.listen({ port: issuerPort })
  await new Promise<void>((listening) => behind.listen(0, '127.0.0.1', listening))
  const identity = makeIdentity({
    issuer: issuerUrl,
    clientId: 'console',
    secret: keys.webSecret,
    publicUrl: site,
    now: () => now,
  })
  const sessions = makeSessions({
    db,
    identity,
    seal: makeSeal(keys.webSecret, 'session'),
    idleMinutes: 60,
    longestMinutes: 720,
    now: () => now,
  })
  const seal = makeSeal(keys.webSecret, 'sign-in')
  const pages = await builtPages(folder)
  const service = `http://127.0.0.1:${Object(behind.address()).port}`
  const places = { casework: service, catalogue: service }
  const where = { behind: places, publicUrl: site, cookies: cookiesOf(site) }
  app = buildApp({ ...where, db, identity, sessions, seal, news, pages })
  await app.listen({ port })
})
afterAll(async () => {
  await app.close()
  await issuer.close()
  behind.close()
  await db.end()
  await rm(folder, { recursive: true })
})

const signIn = async (account: string, mandate = '') => {
  const browser = openBrowser()
  const page = await browser.get(`${site}/session/begin?to=/viec-cua-toi${mandate && `&mandate=${mandate}`}`)
  expect(page.text).toContain('Chọn tài khoản')
  const there = await browser.post(page.url, { account })
  return { browser, there }
}
const asked = async (browser: ReturnType<typeof openBrowser>, path = '/api/casework/worklist?organisation=H21') =>
  (await browser.get(`${site}${path}`)).json()

test('whoever signs in comes back to where they were, and their requests go on with a token for them', async () => {
  const { browser, there } = await signIn('officer:ia-pech.intake', 'intake-officer@H21.08.10.01')
  expect(there.url).toBe(`${site}/viec-cua-toi`)
  expect((await browser.get(`${site}/session`)).json()).toEqual({
    subject: 'officer:ia-pech.intake',
    name: 'ia-pech.intake',
    mandate: 'intake-officer@H21.08.10.01',
  })
  const { url, headers } = await asked(browser)
  expect(url).toBe('/worklist?organisation=H21')
  const caller = await makeAuthenticate(AuthEnv.parse({ AUTH_ISSUER: issuerUrl }))(headers.authorization.slice(7))
  expect(caller).toEqual({
    subject: 'officer:ia-pech.intake',
    kind: 'officer',
    mandate: 'intake-officer@H21.08.10.01',
  })
})

test('the browser holds no token, and what it holds is no key to the table', async () => {
  const { browser } = await signIn('citizen:le-thi-hoa')
  const { headers } = await asked(browser)
  const [token] = headers.authorization.split(' ').slice(1)
  expect(browser.held()).not.toContain(token)
  const { rows } = await db.query(`select encode(id, 'hex') || encode(tokens, 'escape') || subject as all from session`)
  const session = browser.cookie('session')
  expect(rows.map(({ all }) => all).join()).not.toContain(session)
  expect(rows.map(({ all }) => all).join()).not.toContain(token)
})

test('nobody signed in: public routes still answer, without a token; another’s cookie is none', async () => {
  const browser = openBrowser()
  expect((await asked(browser)).headers.authorization).toBeUndefined()
  browser.hold(site, 'session', 'guessed')
  const answer = await browser.get(`${site}/api/casework/worklist`)
  expect([answer.status, answer.json().code]).toEqual([401, 'session-ended'])
})

test('only pages of this site write; bodies and keys pass as they are', async () => {
  const { browser } = await signIn('officer:ia-pech.intake')
  const write = (origin: string) =>
    browser.send(`${site}/api/casework/dossiers/1/commands`, {
      method: 'POST',
      body: '{"type":"Accept"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', 'if-match': '"3"', origin },
    })
  expect((await write('https://evil.example')).json()).toMatchObject({ code: 'foreign-page' })
  expect((await write(site)).json()).toMatchObject({
    method: 'POST',
    body: '{"type":"Accept"}',
    headers: { 'idempotency-key': 'k-1', 'if-match': '"3"' },
  })
  const { headers } = (await write(site)).json()
  expect(headers.cookie).toBeUndefined()
})

test.each([
  '/api/casework/operations/open-dossiers',
  '/api/casework/dossiers/..%2foperations%2fopen-dossiers',
  '/api/casework/x/%2e%2e/operations/open-dossiers',
  '/api/casework/x%5c..%5coperations',
  '/api/casework//operations/open-dossiers',
  '/api/constructor/x',
  '/api/nowhere/x',
])('%s leads nowhere', async (path) => {
  const { browser } = await signIn('officer:ia-pech.intake')
  expect((await browser.get(`${site}${path}`)).json()).toMatchObject({ status: 404, code: 'not-found' })
})

test('a token that is near its end is asked for anew, once, while several requests wait', async () => {
  const { browser } = await signIn('officer:ia-pech.intake')
  const { headers: before } = await asked(browser)
  now += 15 * 60_000
  const after = await Promise.all([asked(browser), asked(browser), asked(browser)])
  const tokens = new Set(after.map(({ headers }) => headers.authorization))
  expect(tokens.size).toBe(1)
  expect([...tokens][0]).not.toBe(before.authorization)
})

test('a session nobody uses for an hour is over; one in use lasts, but not for ever', async () => {
  const { browser } = await signIn('officer:ia-pech.intake')
  const status = async () => (await browser.get(`${site}/session`)).status
  now += 59 * 60_000
  expect(await status()).toBe(200)
  now += 59 * 60_000
  expect(await status()).toBe(200)
  now += 61 * 60_000
  expect(await status()).toBe(204)
  const { browser: long } = await signIn('officer:ia-pech.intake')
  for (let hour = 0; hour < 12; hour += 1) {
    now += 59 * 60_000
    await long.get(`${site}/session`)
  }
  now += 30 * 60_000
  expect((await long.get(`${site}/session`)).status).toBe(204)
})

test('signing out ends it here and at the issuer; everywhere ends it on every device', async () => {
  const first = await signIn('officer:ia-pech.intake')
  const second = await signIn('officer:ia-pech.intake')
  const other = await signIn('officer:ia-pech.head')
  const end = (browser: typeof first.browser, body: object) =>
    browser.send(`${site}/session/end`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: site },
    })
  const { url } = (await end(first.browser, {})).json()
  expect(url).toMatch(`${issuerUrl}/oidc/session/end?`)
  const status = async ({ browser }: typeof first) => (await browser.get(`${site}/session`)).status
  expect([await status(first), await status(second)]).toEqual([204, 200])
  await end(second.browser, { everywhere: true })
  expect([await status(second), await status(other)]).toEqual([204, 200])
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('nobody is sent on to %s', async (to) => {
  const answer = await openBrowser().get(`${site}/session/begin?to=${encodeURIComponent(to)}`)
  expect(answer.status).toBe(400)
})

test('a code is looked up on a page without scripts; what is typed is shown as typed, and never as markup', async () => {
  const page = (ma: string) => openBrowser().get(`${site}/tra-cuu?ma=${encodeURIComponent(ma)}`)
  const answers: Record<string, object> = {
    'H21.08.10-210413-0001': {
      status: 200,
      body: { code: 'H21.08.10-210413-0001', state: 'in-process', stage: { place: 2, of: 3 } },
    },
    'H21.08.10-210413-0002': { status: 404, body: {} },
    'H21.08.10-210413-0003': { status: 500, body: {} },
  }
  lookUps = (code) => Object(answers[code])
  const found = await page('h21.08.10-210413-0001 ')
  expect(found.text).toContain('<strong>H21.08.10-210413-0001</strong> · Đang giải quyết · Bước 2/3')
  expect(found.text).not.toContain('<script')
  expect((await page('H21.08.10-210413-0002')).text).toContain('Không có hồ sơ với mã này')
  const out = await page('H21.08.10-210413-0003')
  expect([out.status, out.text]).toEqual([503, expect.stringContaining('Chưa tra cứu được lúc này')])
  expect((await page('"><b>x')).text).toContain('value="&#34;&#62;&#60;b&#62;x"')
})

test('an answer of the issuer that was not begun here is not taken', async () => {
  const { browser } = await signIn('officer:ia-pech.intake')
  const begun = await browser.send(`${site}/session/begin`, { redirect: 'manual' })
  expect(begun.status).toBe(302)
  const answer = await browser.get(`${site}/session/callback?code=stolen&state=guessed`)
  expect([answer.status, answer.json().code]).toEqual([401, 'sign-in-refused'])
})

test('filters that were given a name are found again on another machine, by who named them alone', async () => {
  const first = await signIn('officer:ia-pech.intake')
  const put = { method: 'PUT', headers: { origin: site, 'content-type': 'application/json' } }
  const url = `${site}/saved-lists/${encodeURIComponent('Quá hạn')}`
  const body = JSON.stringify({ search: '{"light":"overdue"}' })
  expect((await first.browser.send(url, { ...put, body })).status).toBe(200)
  const listsOf = async (browser: ReturnType<typeof openBrowser>) => (await browser.get(`${site}/saved-lists`)).json()
  const second = await signIn('officer:ia-pech.intake')
  expect(await listsOf(second.browser)).toEqual({ lists: [{ name: 'Quá hạn', search: '{"light":"overdue"}' }] })
  expect(await listsOf((await signIn('officer:ia-pech.social')).browser)).toEqual({ lists: [] })

  const foreign = await second.browser.send(url, { ...put, headers: { ...put.headers, origin: 'http://x.vn' }, body })
  expect([foreign.status, foreign.json().code]).toEqual([403, 'foreign-page'])
  expect((await openBrowser().get(`${site}/saved-lists`)).status).toBe(401)
  await second.browser.send(url, { method: 'DELETE', headers: { origin: site } })
  expect(await listsOf(first.browser)).toEqual({ lists: [] })
})
