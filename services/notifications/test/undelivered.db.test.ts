import { randomUUID } from 'node:crypto'
import { Caller } from '@dossier/contracts/actor'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { accepted, feedbackLine, line, newDossier, openPost, type Post } from './post.ts'
import { somebody } from './somebody.ts'

const authenticate = async (subject: string): Promise<Caller> => Caller.parse({ subject, kind: subject.split(':')[0] })
const deskHead = 'officer:ia-grang.head'
const director = 'officer:gia-lai.labour-director' // of H21.52

let post: Post
let app: ReturnType<typeof buildApp>
const close: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  const opened = await openPost()
  const made = buildApp(opened.deps, { authenticate, rate: { max: 100_000, perMs: 60_000 } })
  close.push(() => made.close().then(opened.close))
  post = opened
  app = made
})
afterAll(() => Promise.all(close.map((one) => one())))

const headers = (subject: string) => ({ authorization: `Bearer ${subject}`, 'idempotency-key': randomUUID() })
const get = async (subject: string, url: string) => (await app.inject({ url, headers: headers(subject) })).json()

test('whoever gave no address at all is shown to the desk, until they can be reached', async () => {
  post.person.reach = { ...somebody, phone: null, email: null, account: null }
  const id = await accepted(post)
  await post.hear.dossier(line('SupplementRequested', id, 3))
  await post.work()
  expect(await get(deskHead, '/messages/undelivered')).toMatchObject({
    messages: [],
    unreachable: [{ dossierId: id, recipient: 'applicant', notices: 2 }],
  })
  expect((await get('officer:ia-kha.head', '/messages/undelivered')).unreachable).toEqual([])
  post.person.reach = somebody
  await post.hear.dossier(line('SupplementReceived', id, 4))
  await post.work()
  expect((await get(deskHead, '/messages/undelivered')).unreachable).toEqual([])
})

test('what did not reach a giver of feedback waits for the head of the agency, who has it sent another way', async () => {
  await post.mail({ reject: ['@example.test'] })
  post.person.reach = { ...somebody, phone: null }
  const id = newDossier()
  const received = feedbackLine('FeedbackReceived', id, 1)
  const { event } = received
  await post.hear.feedback({
    ...received,
    event: event.type === 'FeedbackReceived' ? { ...event, agency: OrganisationCode.parse('H21.52') } : event,
  })
  await post.hear.feedback(feedbackLine('FeedbackAnswered', id, 2))
  await post.work()
  expect((await get(deskHead, '/messages/undelivered')).messages).toEqual([])
  const { messages } = await get(director, '/messages/undelivered')
  expect(messages).toMatchObject([{ dossierId: id, recipient: 'giver', channel: 'email', state: 'failed' }])
  post.person.reach = somebody
  const another = (subject: string) =>
    app.inject({
      method: 'POST',
      url: `/messages/${messages[0].messageId}/another-channel`,
      headers: headers(subject),
      payload: { channel: 'sms' },
    })
  expect((await another(deskHead)).statusCode).toBe(404)
  expect((await another(director)).statusCode).toBe(200)
  await post.work()
  expect(post.sent.all()).toHaveLength(1)
})

test('what did not arrive, and what a citizen finds, is paged: nothing twice, nothing left out', async () => {
  await post.mail({ reject: ['@example.test'] })
  for (let n = 0; n < 5; n += 1) await accepted(post)
  await post.work()
  const pages = async (subject: string, url: (key: string) => string) => {
    const found: string[][] = []
    for (let key: string | null = ''; key !== null;) {
      const page: { messages: { messageId: string }[]; next: string | null } = await get(subject, url(key))
      found.push(page.messages.map(({ messageId }) => messageId))
      key = page.next
    }
    return found
  }
  const key = (name: string, value: string) => (value === '' ? '' : `&${name}=${value}`)
  for (const found of [
    await pages(deskHead, (after) => `/messages/undelivered?limit=2${key('after', after)}`),
    await pages('citizen:thu-nghiem-1', (before) => `/messages/mine?limit=2${key('before', before)}`),
  ]) {
    expect(found.map((page) => page.length)).toEqual([2, 2, 1])
    expect(new Set(found.flat()).size).toBe(5)
  }
})

test('an operator sends a message again: rehearsed first, on another channel once, and nobody else may', async () => {
  await post.mail({ reject: ['@example.test'] })
  post.person.reach = { ...somebody, phone: null }
  await accepted(post)
  await post.work()
  post.person.reach = somebody
  const { messages } = await get(deskHead, '/messages/undelivered')
  const [{ messageId: message }] = messages
  const resend = (dry: boolean, channel = 'sms', who = 'service:insight') =>
    app.inject({ method: 'POST', url: '/operations/resend', headers: headers(who), payload: { message, channel, dry } })
  const sent = post.sent.all().length
  expect((await resend(true)).json()).toEqual({ messageId: null })
  await post.work()
  expect(post.sent.all()).toHaveLength(sent)
  expect((await resend(false, 'sms', deskHead)).statusCode).toBe(403)
  // What the mail server refused it would refuse again.
  expect((await resend(true, 'email')).json().code).toBe('channel-used')
  expect((await resend(false)).statusCode).toBe(200)
  await post.work()
  expect(post.sent.all()).toHaveLength(sent + 1)
  expect((await resend(true)).json().code).toBe('not-undelivered')
})

test('what no provider ever took goes once more on its own channel', async () => {
  post.person.reach = { ...somebody, phone: null }
  await accepted(post)
  await post.work()
  const [{ id: message }] = (await post.db.query(`select id from message where channel = 'email'`)).rows
  await post.db.query(`update message set state = 'given-up', next_at = null where id = $1`, [message])
  const payload = { message, channel: 'email', dry: false }
  const again = await app.inject({
    method: 'POST',
    url: '/operations/resend',
    headers: headers('service:insight'),
    payload,
  })
  expect(again.json()).toEqual({ messageId: message })
  await post.work()
  expect((await post.db.query('select state from message where id = $1', [message])).rows).toEqual([{ state: 'sent' }])
})
