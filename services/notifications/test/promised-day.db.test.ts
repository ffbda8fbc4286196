import { afterAll, beforeEach, expect, test } from 'vitest'
import { accepted, line, openPost, type Post } from './post.ts'

let post: Post
const opened: Post[] = []
beforeEach(async () => {
  post = await openPost()
  opened.push(post)
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const entries = () =>
  post.mailbox
    .all()
    .flatMap(({ attachments }) =>
      attachments
        .filter(({ name }) => name.endsWith('.ics'))
        .map(({ bytes }) => /DTSTART;VALUE=DATE:(\d+)/.exec(new TextDecoder().decode(bytes))?.[1]),
    )
const lastMail = () => post.mailbox.all().at(-1)?.text ?? ''

test('entry and mail name the day the citizen was promised, not an earlier legal one of a new calendar', async () => {
  const id = await accepted(post)
  const recounted = line('DossierRecounted', id, 3)
  const { axes, event } = recounted
  await post.hear.dossier({
    ...recounted,
    axes: { ...axes, due: { on: '2021-05-14' } },
    event:
      event.type === 'DossierRecounted'
        ? { ...event, count: { ...event.count, due: { on: '2021-05-14' } }, promised: { on: '2021-05-17' } }
        : event,
  })
  await post.work()
  expect(entries()).toEqual(['20210517', '20210517'])
  expect(lastMail()).not.toContain('14/05/2021')
})

test('a date named anew stands in what follows until a new slip names a later one', async () => {
  const id = await accepted(post)
  await post.hear.dossier(line('DossierReappointed', id, 3))
  await post.work()
  expect(lastMail()).toContain('Hẹn lại: 14/12/2021')
  await post.hear.dossier(line('SupplementReceived', id, 4))
  await post.work()
  expect(lastMail()).toContain('Hẹn lại: 14/12/2021')
  const later = line('SupplementReceived', id, 5)
  const { axes, event } = later
  const due = { on: '2021-12-20' }
  await post.hear.dossier({
    ...later,
    axes: { ...axes, due },
    event: event.type === 'SupplementReceived' ? { ...event, count: { ...event.count, due } } : event,
  })
  await post.work()
  expect(lastMail()).toContain('20/12/2021')
  expect(lastMail()).not.toContain('Hẹn lại')
  expect(entries()).toEqual(['20210517', '20211214', '20211214', '20211220'])
})

test('while the clock stands no mail names a day of the result (NĐ 61/2018 Đ19.4)', async () => {
  const id = await accepted(post)
  await post.hear.dossier(line('SupplementRequested', id, 3))
  await post.work()
  expect(lastMail()).not.toContain('Hẹn trả kết quả')
})
