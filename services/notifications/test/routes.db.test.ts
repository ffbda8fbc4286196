import { createHmac, randomUUID } from 'node:crypto'
import { Caller } from '@dossier/contracts/actor'
import { keylessRoutes } from '@dossier/platform/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { accepted, line, openPost, type Post } from './post.ts'
import { somebody } from './somebody.ts'

const authenticate = async (subject: string): Promise<Caller> => Caller.parse({ subject, kind: subject.split(':')[0] })
const deskHead = 'officer:ia-grang.head' // of the desk that received the dossiers
const elsewhere = 'officer:ia-kha.head'

let post: Post
let app: ReturnType<typeof buildApp>
beforeAll(async () => {
  post = await openPost()
  app = buildApp(post.deps, { authenticate, rate: { max: 100_000, perMs: 60_000 } })
})
afterAll(async () => {
  await app.close()
  await post.close()
})
beforeEach(async () => {
  await post.mail({})
  post.person.reach = somebody
})

const headers = (subject: string) => ({ authorization: `Bearer ${subject}`, 'idempotency-key': randomUUID() })
const get = (subject: string, url: string) => app.inject({ method: 'GET', url, headers: headers(subject) })
const send = (subject: string, url: string, payload?: object) =>
  app.inject({ method: 'POST', url, headers: headers(subject), ...(payload !== undefined && { payload }) })
const undelivered = async (subject = deskHead) => (await get(subject, '/messages/undelivered')).json().messages

test('a citizen and a desk find what they were told, and mark it as read for themselves alone', async () => {
  const id = await accepted(post)
  await post.hear.dossier(line('SupplementProposed', id, 3))
  await post.work()
  const mine = (await get('citizen:thu-nghiem-1', '/messages/mine')).json()
  expect(mine.messages[0]).toMatchObject({ dossierId: id, template: 'accepted', isRead: false })
  expect(mine.messages[0].text).toContain('H21.08.05-210413-0001')
  const about = async (dossier: string) =>
    (await get('citizen:thu-nghiem-1', `/messages/mine?dossier=${dossier}`)).json().messages.length
  expect([await about(id), await about(randomUUID())]).toEqual([1, 0])
  expect((await get('citizen:thu-nghiem-2', '/messages/mine')).json()).toEqual({ messages: [], unread: 0, next: null })

  const desk = (await get(deskHead, '/messages/mine?language=en')).json()
  expect(desk.messages[0]).toMatchObject({ template: 'supplement-proposed', isRead: false })
  const read = `/messages/${desk.messages[0].messageId}/read`
  expect((await send(elsewhere, read)).statusCode).toBe(404)
  expect((await send('citizen:thu-nghiem-1', read)).statusCode).toBe(404)
  expect((await send(deskHead, read)).json()).toEqual({ isRead: true })
  expect((await get(deskHead, '/messages/mine?unread=true')).json().messages).toEqual([])
  expect((await get('officer:ia-grang.intake', '/messages/mine?unread=true')).json().messages).toHaveLength(1)
})

test('what did not arrive waits for the desk, which sends it on another channel, once', async () => {
  await post.mail({ reject: ['@example.test'] })
  post.person.reach = { ...somebody, phone: null }
  await accepted(post)
  await post.work()
  const [waiting] = await undelivered()
  expect(waiting).toMatchObject({
    channel: 'email',
    state: 'failed',
    template: 'accepted',
    why: 'EENVELOPE 550 RCPT TO',
  })
  expect(JSON.stringify(waiting)).not.toContain(somebody.email)
  expect(await undelivered(elsewhere)).toEqual([])

  const another = `/messages/${waiting.messageId}/another-channel`
  const refused = async (subject: string, channel: string) => (await send(subject, another, { channel })).json().code
  expect(await refused(deskHead, 'sms')).toBe('no-address')
  expect(await refused(deskHead, 'email')).toBe('channel-used')
  expect(await refused(elsewhere, 'sms')).toBe('not-found')
  expect(await refused('officer:ia-grang.justice', 'sms')).toBe('not-permitted')
  expect(await refused('citizen:thu-nghiem-1', 'sms')).toBe('not-permitted')
  post.person.reach = somebody
  const before = post.sent.all().length
  expect((await send(deskHead, another, { channel: 'sms' })).statusCode).toBe(200)
  await post.work()
  expect(post.sent.all()).toHaveLength(before + 1)
  expect(await refused(deskHead, 'zalo')).toBe('not-undelivered')
  expect(await undelivered()).toEqual([])
})

test('the proof of a dossier shows each message with its attempts, and no address', async () => {
  const id = await accepted(post)
  await post.work()
  const { messages } = (await get(deskHead, `/dossiers/${id}/messages`)).json()
  expect(messages).toMatchObject([
    { channel: 'in-app', state: 'delivered' },
    { channel: 'email', state: 'sent', attempts: [{ what: 'send', outcome: 'sent' }] },
    { channel: 'sms', state: 'sent', attempts: [{ what: 'send', outcome: 'sent' }] },
  ])
  expect(JSON.stringify(messages)).not.toContain('thu-nghiem@')
  expect((await get(elsewhere, `/dossiers/${id}/messages`)).json()).toEqual({ messages: [] })
})

test('a call-back is signed, heard once, and never makes what has arrived undone', async () => {
  await accepted(post)
  await post.work()
  const sent = post.sent.all().at(-1)
  const call = (body: object, secret = 'local') => {
    const payload = JSON.stringify(body)
    const signature = createHmac('sha256', secret).update(payload).digest('hex')
    const signed = { 'content-type': 'application/json', 'x-signature': signature }
    return app.inject({ method: 'POST', url: '/call-backs/sms', headers: signed, payload })
  }
  const state = async () =>
    (await post.db.query('select state from message where id = $1', [sent?.trackingId])).rows[0].state
  const delivered = { id: 'a', trackingId: sent?.trackingId, status: 'delivered' }
  expect((await call(delivered, 'forged')).json().code).toBe('forged-call-back')
  expect(await state()).toBe('sent')
  expect((await call(delivered)).statusCode).toBe(200)
  expect((await call(delivered)).statusCode).toBe(200)
  expect(await state()).toBe('delivered')
  expect((await call({ ...delivered, id: 'b', status: 'failed' })).statusCode).toBe(200)
  expect(await state()).toBe('delivered')
  expect((await call({ ...delivered, trackingId: randomUUID() })).statusCode).toBe(404)
  expect((await call({ nonsense: true })).json().code).toBe('invalid')
  const notes = await post.db.query(`select outcome from attempt where what = 'call-back' and message_id = $1`, [
    sent?.trackingId,
  ])
  expect(notes.rows).toEqual([{ outcome: 'delivered' }, { outcome: 'failed' }])
})

test('templates are read by officers with sample words', async () => {
  expect((await get(deskHead, '/templates')).json().templates.length).toBeGreaterThan(40)
  expect((await get(deskHead, '/templates/re-appointed/preview?language=en')).json().short).toContain('We apologise')
  expect((await get(deskHead, '/templates/no-such/preview')).statusCode).toBe(400)
  expect((await get('citizen:thu-nghiem-1', '/templates')).statusCode).toBe(403)
})

test('only call-backs change something without an Idempotency-Key', async () => {
  const described = (await app.inject({ method: 'GET', url: '/openapi.json' })).json()
  expect(keylessRoutes(described)).toEqual(['post /call-backs/{provider}'])
})
