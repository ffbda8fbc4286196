import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowance, atDesk } from './forms.ts'
import { get, officer, openOffice, type Office, send } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const handIn = async (more: object = {}): Promise<string> =>
  (await send(office, officer, '/applications', { ...atDesk(), ...more })).json().applicationId
const ask = (who: string, ...ids: string[]) =>
  get(office, who, `/applications/on-paper?${ids.map((id) => `id=${id}`).join('&')}`)

test('a letter is told name, address, papers and fees of an application, and who asked is written down', async () => {
  const payments = { certification: { by: 'desk', amount: 5000, proof: 'BL-1' } }
  const id = await handIn({ payments })
  const answer = await ask('service:notifications', id)
  expect(answer.statusCode).toBe(200)
  const [one] = answer.json().applications
  expect(one.applicant).toMatchObject({ name: allowance.applicant.fullName, phone: allowance.applicant.phone })
  expect(one.applicant.address).toContain(allowance.applicant.address.commune)
  expect(one.papers).toContainEqual({ component: '01', originals: 1, certifiedCopies: 0, copies: 0 })
  expect(one.fees).toEqual([{ name: expect.any(String), amount: 5000, receipt: 'BL-1' }])
  const { rows } = await office.db.query('select viewer, what, granted from view_of_person where application_id = $1', [
    id,
  ])
  expect(rows).toEqual([{ viewer: 'service:notifications', what: 'on-paper', granted: true }])
})

test('of several applications those that are known are told', async () => {
  const ids = [await handIn(), await handIn()]
  const { applications } = (await ask('service:notifications', ...ids, '01990000-0000-7000-8000-000000000001')).json()
  expect(applications.map(({ applicationId }: { applicationId: string }) => applicationId)).toEqual(ids)
})

test('an unfinished form is told as far as it goes', async () => {
  const { applicant: _, ...rest } = allowance
  const [one] = (await ask('service:notifications', await handIn({ form: rest }))).json().applications
  expect(one.applicant).toEqual({ name: null, address: null, phone: null, email: null })
})

test.each(['service:casework', officer, 'citizen:thu-nghiem-1'])('%s is told nothing', async (who) => {
  const id = await handIn()
  expect((await ask(who, id)).statusCode).toBe(403)
})

test('more than a hundred at once, and none, are refused', async () => {
  const id = await handIn()
  expect((await ask('service:notifications', ...Array.from({ length: 101 }, () => id))).statusCode).toBe(400)
  expect((await ask('service:notifications')).statusCode).toBe(400)
})
