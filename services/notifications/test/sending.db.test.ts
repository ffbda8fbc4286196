import { Transient } from '@dossier/platform/transient'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { accepted, line, openPost, type Post } from './post.ts'

let post: Post
const opened: Post[] = []
beforeEach(async () => {
  post = await openPost()
  opened.push(post)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

test('what is ordinary and was put off by an outage does not leave in the quiet hours either; the law’s own goes then', async () => {
  await post.mail({ down: true })
  const id = await accepted(post)
  await post.hear.dossier(line('ReturnChosen', id, 3))
  await post.moveTo('2021-04-13T14:30:00.000Z') // 21:30
  await post.mail({})
  await post.hear.dossier(line('SupplementRequested', id, 4))
  await post.moveTo('2021-04-13T20:00:00.000Z') // 03:00
  const subjects = () => post.mailbox.all().map(({ subject }) => subject)
  expect(subjects()).toEqual([expect.stringContaining('tiếp nhận'), expect.stringContaining('bổ sung')])
  expect(await post.due()).toBe('2021-04-14T00:00:00.000Z')
  await post.moveTo('2021-04-14T00:05:00.000Z')
  expect(subjects().at(2)).toContain('cách nhận kết quả')
})

test('a message whose row cannot be read waits for a person, and keeps no other back', async () => {
  await post.mail({ down: true })
  const broken = await accepted(post)
  await post.work()
  await post.db.query(`update message set content = '{"channel": "pigeon"}' where subject = $1 and channel = 'email'`, [
    broken,
  ])
  await post.mail({})
  await accepted(post)
  await post.moveTo('2021-04-13T03:00:00.000Z')
  expect(post.mailbox.all()).toHaveLength(1)
  expect(await post.states()).toMatchObject([
    { channel: 'email', state: 'failed', why: 'its row cannot be read' },
    { channel: 'sms', state: 'sent' },
    { channel: 'email', state: 'sent' },
    { channel: 'sms', state: 'sent' },
  ])
  expect(post.troubles).toHaveLength(1)
})

test('a notice that cannot be said keeps nothing else from its recipient, and is told once it can be; one that waits for intake does', async () => {
  const id = await accepted(post)
  const { rows } = await post.db.query(`update notice set template = 'no-such' where subject = $1 returning id`, [id])
  await post.hear.dossier(line('ResultDispatched', id, 3))
  await post.work()
  expect(post.sent.all()).toHaveLength(1)
  await post.db.query(`update notice set template = 'accepted' where id = any ($1)`, [rows.map((row) => row.id)])
  await post.moveTo('2021-04-13T02:50:00.000Z')
  expect(post.sent.all()).toHaveLength(2)

  const { askContact } = post.deps
  post.deps.askContact = () => Promise.reject(new Transient('intake is out'))
  const other = await accepted(post)
  await post.work()
  post.deps.askContact = askContact
  await post.hear.dossier(line('ResultDispatched', other, 3))
  await post.work()
  expect(post.sent.all()).toHaveLength(2)
  await post.moveTo('2021-04-13T03:00:00.000Z')
  expect(post.sent.all().map(({ text }) => text)).toEqual([
    expect.anything(),
    expect.anything(),
    expect.stringContaining('tiep nhan'),
    expect.anything(),
  ])
})
