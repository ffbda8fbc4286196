import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk } from './forms.ts'
import { citizen, get, officer, openOffice, type Office, send } from './office.ts'

let office: Office
let url: string
beforeAll(async () => {
  office = await openOffice()
  const { applicationId } = (await send(office, officer, '/applications', atDesk({ applicant: citizen }))).json()
  url = `/applications/${applicationId}/contact`
})
afterAll(() => office.close())

const views = async () =>
  (await office.db.query(`select viewer, granted from view_of_person where what = 'contact' order by id`)).rows

test('the service that tells people learns how the applicant is reached, and the look is written down', async () => {
  const answer = await get(office, 'service:notifications', url)
  expect(answer.json()).toEqual({
    applicant: {
      name: 'Nguyễn Thử Nghiệm',
      phone: '0000000000',
      email: null,
      account: citizen,
      language: 'vi',
      consent: { email: null, sms: null, zalo: null },
    },
    representative: null,
  })
  expect(await views()).toEqual([{ viewer: 'service:notifications', granted: true }])
})

test('nobody else does, and the refused look is written down too', async () => {
  for (const subject of ['service:casework', 'service:postal']) {
    expect((await get(office, subject, url)).statusCode).toBe(403)
    expect((await views()).at(-1)).toEqual({ viewer: subject, granted: false })
  }
  for (const subject of [citizen, officer]) expect((await get(office, subject, url)).statusCode).toBe(403)
})

test('of an application nobody made there is no contact', async () => {
  const nobody = '/applications/01890000-0000-7000-8000-000000000000/contact'
  expect((await get(office, 'service:notifications', nobody)).statusCode).toBe(404)
})
