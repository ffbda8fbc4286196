import { afterAll, beforeAll, expect, test } from 'vitest'
import { clerk, local, openPostOffice, type PostOffice } from './post-office.ts'
import { postedResult } from './result-by-post.ts'

const elsewhere = 'officer:huyen-ia-grai.post'
const contact = { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' }
const complaint = { about: 'lost', words: 'Tôi chưa nhận được kết quả.', contact }

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
})
afterAll(() => post.close())

test('complaints unanswered ring again every two working days, each time in place of the alarm before, until they are answered', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  post.at('2021-03-24 09:00')
  await post.post(clerk, `/parcels/${parcel}/complaints`, { ...complaint, about: 'conduct' })
  const rung = async () =>
    (await post.events(dossierId)).filter((one) => one.type === 'IncidentOpened' && one.what === 'complaint-unanswered')
  const sweepAt = async (text: string) => {
    post.at(text)
    await post.sweep()
    await post.sweep()
    return (await rung()).length
  }
  expect(await sweepAt('2021-04-01 00:00')).toBe(1)
  expect(await sweepAt('2021-04-05 23:59')).toBe(1) // 3 and 4 April are a weekend
  expect(await sweepAt('2021-04-06 00:00')).toBe(2)
  const open = `select cause from incident where what = 'complaint-unanswered' and closed_at is null`
  expect((await post.db.query(open)).rows).toHaveLength(1)
  await post.post(elsewhere, '/complaints/KN-210324-0001/answer', { upheld: false, answer: 'Không đúng.' })
  expect(await sweepAt('2021-04-20 00:00')).toBe(2)
})
