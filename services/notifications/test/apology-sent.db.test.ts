import { LetterMessage } from '@dossier/contracts/letter'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { tellSent } from '../src/letters/tell-sent.ts'
import { letterHasCome } from '../src/queue/awaited-letters.ts'
import { accepted, line, openPost, parcelLine, newDossier, type Post } from './post.ts'

let post: Post
const opened: Post[] = []
beforeEach(async () => {
  post = await openPost('2021-12-06T01:00:00.000Z')
  opened.push(post)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const issue = `
  update letter set state = 'issued', sha256 = repeat('a', 64), place = 2, issued_at = $2, next_at = null where dossier_id = $1 and kind = 'apology'
  returning id`
const tell = () => tellSent({ db: post.db, clock: post.deps.clock, told: () => {} })
const sentLines = async (id: string) => {
  const read = `select body from outbox where key = $1 and topic = 'notifications.letter.v1' order by tx, id`
  return (await post.db.query(read, [id])).rows.map(({ body }) => LetterMessage.parse(body))
}
/** An apology that is signed, its letter still to be set. */
const signed = async () => {
  const id = await accepted(post)
  await post.work()
  post.letters.found = { is: 'waiting' }
  await post.hear.dossier(line('DossierReappointed', id, 3))
  await post.work()
  return id
}
const letterComes = async (id: string) => {
  const letter: string = (await post.db.query(issue, [id, post.time.at])).rows[0].id
  post.letters.found = { is: 'ready', letter }
  await letterHasCome(post.db, letter, post.time.at)
}

test('an apology has left when its letter is issued and the last of its messages is out, and that is told once', async () => {
  const id = await signed()
  expect(await tell()).toBe(0)
  post.time.at = '2021-12-06T02:00:00.000Z'
  await letterComes(id)
  expect(await tell()).toBe(0) // the e-mail still has to go
  post.time.at = '2021-12-06T02:01:00.000Z'
  await post.work()
  expect([await tell(), await tell()]).toEqual([1, 0])
  expect(await sentLines(id)).toMatchObject([
    { seq: 3, event: { type: 'LetterSent', kind: 'apology', of: 3, sentAt: '2021-12-06T02:01:00.000Z' } },
  ])
})

test('while the mail server is out it has not left; the moment it is back counts', async () => {
  const id = await signed()
  await post.mail({ down: true })
  await letterComes(id)
  await post.work()
  expect(await tell()).toBe(0)
  await post.mail({ down: false })
  await post.moveTo('2021-12-06T11:00:00.000Z')
  expect(await tell()).toBe(1)
  const [told] = await sentLines(id)
  expect(told?.event.type === 'LetterSent' && told.event.sentAt > '2021-12-06T01:00:30.000Z').toBe(true)
})

test('the citizen is told of an own paper that is declared lost, with which it was; of one that moves, nobody is', async () => {
  const id = await accepted(post)
  await post.work()
  const moved = parcelLine('PapersMoved', id, 1)
  if (moved.event.type !== 'PapersMoved') throw new Error('not the sample')
  await post.hear.parcel(moved)
  await post.hear.parcel({ ...moved, seq: 2, event: { ...moved.event, to: { kind: 'lost', decision: 'incident:1' } } })
  const byHimself = { ...moved.event, from: { kind: 'citizen' }, to: { kind: 'lost', decision: 'incident:2' } } as const
  await post.hear.parcel({ ...moved, seq: 3, event: byHimself })
  const { rows } = await post.db.query(
    `select recipient, urgency from notice where subject = $1 and template = 'papers-lost' order by recipient`,
    [id],
  )
  expect(rows).toEqual([
    { recipient: 'applicant', urgency: 'legal' },
    { recipient: 'representative', urgency: 'legal' },
  ])
  await post.work()
  expect(post.mailbox.all().at(-1)?.subject).toContain('bị mất')
})

test('papers lost on their way between agencies are told to the citizen, too', async () => {
  const id = newDossier()
  const lost = parcelLine('ParcelLost', id, 1)
  if (lost.event.type !== 'ParcelLost') throw new Error('not the sample')
  await post.hear.parcel({ ...lost, event: { ...lost.event, purpose: 'papers' } })
  const { rows } = await post.db.query(`select recipient from notice where template = 'papers-lost' order by recipient`)
  expect(rows.map(({ recipient }) => recipient)).toEqual(['applicant', 'representative'])
})
