import { afterAll, beforeEach, expect, test } from 'vitest'
import { accepted, line, newDossier, openPost, parcelLine, type Post } from './post.ts'
import { somebody } from './somebody.ts'

let post: Post
const opened: Post[] = []
beforeEach(async () => {
  post = await openPost()
  opened.push(post)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const moved = (by: { minutes?: number; hours?: number }) =>
  new Date(Date.parse(post.time.at) + (by.minutes ?? 0) * 60_000 + (by.hours ?? 0) * 3_600_000).toISOString()

test('an acceptance is told at once by e-mail and text message, with code, agency, officer, times and an entry for the calendar (S01)', async () => {
  await accepted(post)
  await post.work()
  const [mail] = post.mailbox.all()
  expect(mail).toMatchObject({ to: [somebody.email], subject: expect.stringContaining('H21.08.05-210413-0001') })
  for (const words of [
    'Nguyễn Thử Nghiệm',
    'xã Ia Grăng',
    '17/05/2021',
    'Công chức tiếp nhận',
    '09:40 ngày 13/04/2021',
  ])
    expect(mail?.text).toContain(words)
  expect(mail?.html).toContain('17/05/2021')
  const entry = mail?.attachments.find(({ name }) => name.endsWith('.ics'))
  expect(new TextDecoder().decode(entry?.bytes)).toContain('DTSTART;VALUE=DATE:20210517')
  expect(post.sent.all()).toMatchObject([
    {
      provider: 'sms',
      phone: '84900000001',
      text: expect.stringMatching(/^Ho so H21\.08\.05-210413-0001 da duoc tiep nhan/),
    },
  ])
  expect(await post.due()).toBeUndefined()
})

test('heard twice, or again from the beginning after a wipe of what was heard, a cause is told once', async () => {
  const id = await accepted(post)
  await post.work()
  await post.hear.dossier(line('DossierAccepted', id, 2))
  await post.db.query('delete from inbox')
  await accepted(post, id)
  await post.work()
  expect(post.mailbox.all()).toHaveLength(1)
  expect(post.sent.all()).toHaveLength(1)
})

test('with the mail server down for a day everything leaves once, in order for each dossier, and text messages never waited', async () => {
  await post.mail({ down: true })
  const ids = [newDossier(), newDossier(), newDossier()]
  for (const id of ids) await accepted(post, id)
  await post.moveTo(moved({ hours: 3 }))
  for (const id of ids) await post.hear.dossier(line('SupplementRequested', id, 3))
  await post.moveTo(moved({ hours: 10 }))
  for (const id of ids) await post.hear.dossier(line('SupplementReceived', id, 4))
  await post.moveTo(moved({ hours: 11 }))
  expect(post.mailbox.all()).toEqual([])
  expect(post.sent.all()).toHaveLength(9)
  await post.mail({})
  await post.moveTo(moved({ minutes: 5 }))
  const { rows } = await post.db.query<{ reference: string; subject: string; template: string }>(
    `select m.reference, m.subject, n.template from message m join notice n on n.id = m.notice_id where m.channel = 'email'`,
  )
  const byId = new Map(rows.map((row) => [row.reference, row]))
  for (const id of ids)
    expect(
      post.mailbox
        .all()
        .map(({ messageId }) => byId.get(messageId))
        .filter((row) => row?.subject === id)
        .map((row) => row?.template),
    ).toEqual(['accepted', 'supplement-requested', 'supplement-received'])
  expect(post.mailbox.all()).toHaveLength(9)
}, 60_000) // a day of trying again

test('a recipient the mail server refuses for good waits for a person, and what follows goes on', async () => {
  await post.mail({ reject: ['@example.test'] })
  await accepted(post)
  await post.work()
  expect(await post.states()).toMatchObject([
    { channel: 'email', state: 'failed', why: 'EENVELOPE 550 RCPT TO' },
    { channel: 'sms', state: 'sent' },
  ])
})

test('a greylisted message is tried again, and arrives once', async () => {
  await post.mail({ greylist: 2 })
  await accepted(post)
  await post.moveTo(moved({ minutes: 10 }))
  expect(post.mailbox.all()).toHaveLength(1)
})

test('a message the mail server took before the line was lost is asked about and not sent again; one it lost is', async () => {
  await post.mail({ takeAndHangUp: 1 })
  await accepted(post)
  await post.work()
  expect(await post.states()).toMatchObject([{ channel: 'email', state: 'ambiguous' }, {}])
  await post.moveTo(moved({ minutes: 5 }))
  expect(post.mailbox.all()).toHaveLength(1)
  expect(await post.states()).toMatchObject([{ channel: 'email', state: 'sent' }, {}])

  await post.mail({ hangUp: 1 })
  await accepted(post)
  await post.work()
  expect(post.mailbox.all()).toHaveLength(1)
  await post.moveTo(moved({ minutes: 5 }))
  expect(post.mailbox.all()).toHaveLength(2)
})

test('an ambiguous answer of Zalo is reconciled by its tracking id, whichever way it went', async () => {
  post.person.reach = { ...somebody, consent: { ...somebody.consent, zalo: true } }
  post.gateway('zalo', { takeAndFail: 1 })
  await accepted(post)
  await post.work()
  post.gateway('zalo', { failOnly: 1 })
  await accepted(post)
  await post.work()
  expect(post.sent.all()).toHaveLength(1)
  expect((await post.states()).filter(({ channel }) => channel === 'zalo')).toMatchObject([
    { state: 'ambiguous' },
    { state: 'ambiguous' },
  ])
  await post.moveTo(moved({ minutes: 10 }))
  expect(post.sent.all().map(({ trackingId }) => trackingId)).toHaveLength(2)
  expect(new Set(post.sent.all().map(({ trackingId }) => trackingId)).size).toBe(2)
  expect((await post.states()).filter(({ channel }) => channel === 'zalo')).toMatchObject([
    { state: 'sent' },
    { state: 'sent' },
  ])
})

test('a Zalo token that has ended is renewed, and the refresh token used once', async () => {
  post.person.reach = { ...somebody, consent: { ...somebody.consent, zalo: true } }
  await accepted(post)
  await post.work()
  await fetch(`${post.env.MESSAGE_GATEWAY_URL}/zalo/expire`, { method: 'POST' })
  await accepted(post)
  await post.work()
  expect(post.sent.all().map(({ provider }) => provider)).toEqual(['zalo', 'zalo'])
  expect(post.troubles).toEqual([])
})

test('at night the law is told at once and everything else in the morning, which it does not overtake otherwise', async () => {
  post.time.at = '2021-04-13T15:00:00.000Z' // 22:00
  const id = await accepted(post)
  await post.hear.dossier(line('ReturnChosen', id, 3))
  await post.work()
  expect(post.mailbox.all().map(({ subject }) => subject)).toEqual([expect.stringContaining('tiếp nhận')])
  await post.hear.dossier(line('SupplementRequested', id, 4))
  await post.work()
  expect(post.mailbox.all()).toHaveLength(2)
  expect(await post.due()).toBe('2021-04-14T00:00:00.000Z')
  await post.moveTo('2021-04-14T00:00:00.000Z')
  expect(
    post.mailbox
      .all()
      .map(({ subject }) => subject)
      .at(-1),
  ).toContain('cách nhận kết quả')
})

test('who does not want e-mail is spared what the law does not ask for, and nothing else', async () => {
  post.person.reach = { ...somebody, consent: { email: false, sms: false, zalo: false } }
  const id = await accepted(post)
  await post.hear.dossier(line('ReturnChosen', id, 3))
  await post.work()
  expect(post.mailbox.all().map(({ subject }) => subject)).toEqual([expect.stringContaining('tiếp nhận')])
  expect(post.sent.all()).toHaveLength(1)
})

test('a letter of 30 MB is refused with its size, the message waits for a person, and the text message has left', async () => {
  post.letters.found = { is: 'ready', letter: newDossier() }
  post.letters.bytes = Buffer.alloc(30_000_000)
  await accepted(post)
  await post.work()
  expect(await post.states()).toMatchObject([
    {
      channel: 'email',
      state: 'failed',
      why: 'attachment-too-large: giay-hen.pdf has 30000000 bytes, 10000000 are allowed',
    },
    { channel: 'sms', state: 'sent' },
  ])
})

test('a change of status is told from 01/07/2026 on, and not before (NĐ 224/2026 Đ15.1g)', async () => {
  const handed = async (at: string) => {
    const id = await accepted(post)
    await post.hear.dossier(line('HandoverOffered', id, 3))
    await post.hear.dossier(line('HandoverAccepted', id, 4, { at }))
    await post.work()
    return post.mailbox.all().filter(({ subject }) => subject.includes('chuyển sang bước')).length
  }
  expect(await handed('2026-06-30T16:59:59.000Z')).toBe(0)
  expect(await handed('2026-06-30T17:00:00.000Z')).toBe(1)
})

test('whoever gave a phone alone is told by text message of each change of status, and who has the dossier (NĐ 224/2026 Đ15.1g)', async () => {
  post.person.reach = { ...somebody, email: null, account: null }
  const id = await accepted(post)
  const at = '2026-07-01T02:00:00.000Z'
  await post.hear.dossier(line('HandoverOffered', id, 3, { at }))
  await post.hear.dossier(line('HandoverAccepted', id, 4, { at }))
  await post.hear.dossier(line('DossierAssigned', id, 5, { at }))
  await post.work()
  const texts = post.sent.all().map(({ text }) => text)
  expect(texts[1]).toContain('da chuyen sang buoc')
  expect(texts[2]).toMatch(/^Ho so H21\.08\.05-210413-0001: Cong chuc .+, .+ dang giai quyet\.$/)
})

test('an invitation for a result is told whether the ledger has heard of its posting or not, and for other parcels never', async () => {
  const id = await accepted(post)
  await post.hear.dossier(line('ResultSigned', id, 3))
  await post.hear.parcel(parcelLine('ParcelPosted', id, 1))
  await post.hear.parcel(parcelLine('ParcelAttempted', id, 2))
  await post.work()
  expect(post.sent.all().at(-1)?.text).toContain('RR473124829VN')

  const other = await accepted(post)
  await post.hear.dossier(line('ResultDispatched', other, 3))
  const posted = parcelLine('ParcelPosted', other, 1)
  const { event } = posted
  await post.hear.parcel({
    ...posted,
    event: event.type === 'ParcelPosted' ? { ...event, purpose: 'papers', to: event.from } : event,
  })
  const before = await post.db.query('select from notice')
  await post.hear.parcel(parcelLine('ParcelAttempted', other, 2))
  expect((await post.db.query('select from notice')).rowCount).toBe(before.rowCount)
})

test('address and words are erased some time after the end, the proof stays', async () => {
  const { eraseEnded } = await import('../src/queue/forget.ts')
  await accepted(post)
  await post.work()
  expect(await eraseEnded(post.deps)).toBe(0)
  post.time.at = moved({ hours: 31 * 24 })
  expect(await eraseEnded(post.deps)).toBe(2)
  const { rows } = await post.db.query(`select address, content from message where channel <> 'in-app'`)
  expect(rows).toEqual([
    { address: null, content: null },
    { address: null, content: null },
  ])
  expect((await post.db.query('select from attempt')).rowCount).toBe(2)
})
