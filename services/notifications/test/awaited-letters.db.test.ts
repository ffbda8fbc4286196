import { afterAll, beforeEach, expect, test } from 'vitest'
import { awaitAgain, letterHasCome } from '../src/queue/awaited-letters.ts'
import { accepted, line, newDossier, openPost, type Post } from './post.ts'

let post: Post
const opened: Post[] = []
beforeEach(async () => {
  post = await openPost()
  opened.push(post)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const moved = (minutes: number) => new Date(Date.parse(post.time.at) + minutes * 60_000).toISOString()
const attached = () => post.mailbox.all().map(({ attachments }) => attachments.map(({ name }) => name))

test('an e-mail never leaves without the letter it carries, however long that takes; the text message goes at once', async () => {
  post.letters.found = { is: 'waiting' }
  await accepted(post)
  await post.work()
  expect(post.sent.all()).toHaveLength(1)
  await post.moveTo(moved(60))
  expect(post.mailbox.all()).toEqual([])
  const { rows } = await post.db.query(`select address, content from message where channel = 'email'`)
  expect(rows).toEqual([{ address: null, content: null }])
  post.letters.found = { is: 'ready', letter: newDossier() }
  await post.moveTo(moved(5))
  expect(attached()).toEqual([expect.arrayContaining(['giay-hen.pdf'])])
})

test('the e-mail leaves at the minute its letter is issued, not when it would have looked again', async () => {
  post.letters.found = { is: 'waiting' }
  const id = await accepted(post)
  await post.moveTo(moved(60))
  const { rows } = await post.db.query(`select id from letter where dossier_id = $1 and kind = 'receipt'`, [id])
  const letter: string = rows[0].id
  post.letters.found = { is: 'ready', letter }
  await post.work()
  expect(attached()).toEqual([])
  await letterHasCome(post.db, letter, post.time.at)
  await post.work()
  expect(attached()).toEqual([expect.arrayContaining(['giay-hen.pdf'])])
})

test('trouble with the address before the letter was looked for costs the letter nothing', async () => {
  post.letters.found = { is: 'waiting' }
  const { askContact } = post.deps
  post.deps.askContact = () => Promise.reject(new Error('intake is out'))
  await accepted(post)
  await post.moveTo(moved(300))
  post.deps.askContact = askContact
  await post.moveTo(moved(65))
  post.letters.found = { is: 'ready', letter: newDossier() }
  await post.moveTo(moved(10))
  expect(attached()).toEqual([expect.arrayContaining(['giay-hen.pdf'])])
})

test('an e-mail whose letter failed waits for a person, and leaves with the letter that is set anew', async () => {
  post.letters.found = { is: 'failed' }
  const id = await accepted(post)
  await post.work()
  expect(await post.states()).toMatchObject([
    { channel: 'email', state: 'failed', why: 'its letter cannot be set' },
    { channel: 'sms', state: 'sent' },
  ])
  const { rows } = await post.db.query(`select id from letter where dossier_id = $1 and kind = 'receipt'`, [id])
  const letter: string = rows[0].id
  await awaitAgain(post.db, letter, post.time.at)
  post.letters.found = { is: 'ready', letter }
  await post.work()
  expect(attached()).toEqual([expect.arrayContaining(['giay-hen.pdf'])])
})

test('later e-mails keep their order behind one that waits for its letter, but not for longer than the usual wait', async () => {
  post.letters.found = { is: 'waiting' }
  const id = await accepted(post)
  await post.work()
  post.letters.found = { is: 'none' }
  await post.db.query(`update message set next_at = $1 where channel = 'email'`, [moved(1)])
  await post.hear.dossier(line('ResultDispatched', id, 3))
  await post.work()
  expect(post.mailbox.all()).toEqual([])
  post.letters.found = { is: 'waiting' }
  await post.moveTo(moved(10))
  expect(post.mailbox.all()).toHaveLength(1)
})
