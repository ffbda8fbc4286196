import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDraftSweep } from '../src/drafts/draft.ts'
import { business } from './forms.ts'
import {
  as,
  citizen,
  desk,
  get,
  morning,
  officer,
  openOffice,
  otherCitizen,
  pdf,
  send,
  upload,
  type Office,
} from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const procedure = '1.001612'
const url = `/drafts/${procedure}`
const words = (name: string, more: object = {}) => ({
  receivingDesk: desk,
  form: { ...business, name },
  files: {},
  returnBy: 'desk',
  counts: [],
  revision: 0,
  ...more,
})
const save = (who: string, payload: object, place = url) =>
  office.app.inject({ method: 'PUT', url: place, headers: as(who), payload })
const draftOf = async (who: string) => (await get(office, who, url)).json().draft
const erase = (who: string) => office.app.inject({ method: 'DELETE', url, headers: as(who) })

test('what was filled in is there again, also half of it and wrong, until the days for it have passed', async () => {
  expect(await draftOf(citizen)).toBeNull()
  const saved = await save(citizen, words('Quán', { form: { capital: 'abc' } }))
  expect(saved.json()).toEqual({
    revision: 1,
    savedAt: morning('2021-09-01'),
    keptUntil: morning('2021-10-01'),
  })
  expect(await draftOf(citizen)).toMatchObject({ form: { capital: 'abc' }, receivingDesk: desk, revision: 1 })
  expect((await get(office, citizen, '/drafts')).json().drafts).toMatchObject([
    { procedure, name: 'Đăng ký thành lập hộ kinh doanh', keptUntil: morning('2021-10-01') },
  ])
})

test('nobody else is shown it, not even an officer of the desk or a service that may read applications', async () => {
  expect(await draftOf(otherCitizen)).toBeNull()
  expect((await get(office, otherCitizen, '/drafts')).json()).toEqual({ drafts: [] })
  expect((await erase(otherCitizen)).json()).toEqual({ erased: false })
  for (const who of [officer, 'service:insight+intake.read']) expect((await get(office, who, url)).statusCode).toBe(403)
  expect((await office.app.inject({ url })).statusCode).toBe(401)
})

test('of two windows the later learns that it is behind; the same words sent twice are no other window', async () => {
  expect((await save(citizen, words('Một', { revision: 1 }))).json()).toMatchObject({ revision: 2 })
  expect((await save(citizen, words('Một', { revision: 1 }))).statusCode).toBe(200)
  expect((await save(citizen, words('Hai', { revision: 1 }))).json()).toMatchObject({ code: 'draft-moved-on' })
  expect((await draftOf(citizen)).form.name).toBe('Một')
})

test('handed in, it is gone, and a window that still saves does not bring it back', async () => {
  const { uploadId } = (await upload(office, citizen, { bytes: pdf() })).json()
  await send(office, 'service:gateway+intake.payments', '/payments', {
    proof: 'GW-D1',
    payer: citizen,
    procedure,
    fee: 'registration',
    amount: 100_000,
  })
  const { revision } = await draftOf(citizen)
  const given = {
    procedure,
    channel: 'online',
    receivingDesk: desk,
    form: business,
    components: { '02': { uploads: [uploadId] } },
    payments: { registration: { by: 'online', amount: 100_000, proof: 'GW-D1' } },
  }
  expect((await send(office, citizen, '/applications', { ...given, form: {} })).statusCode).toBe(422)
  expect((await draftOf(citizen)).form.name).toBe('Một')
  expect((await send(office, citizen, '/applications', given)).statusCode).toBe(201)
  expect(await draftOf(citizen)).toBeNull()
  expect((await save(citizen, words('Ba', { revision }))).json()).toMatchObject({ code: 'draft-moved-on' })
})

test('left lying, it is erased on its day, and the driven clock knows that day', async () => {
  await save(otherCitizen, words('Bỏ quên'))
  const moments = async () => (await office.db.query('select at from next_moment')).rows[0].at
  expect(await moments()).toBe(morning('2021-10-01'))
  const sweep = makeDraftSweep({
    db: office.db,
    clock: { now: () => office.time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) },
  })
  expect(await sweep()).toBe(0)
  office.time.at = morning('2021-10-01')
  expect(await draftOf(otherCitizen)).toBeNull()
  expect(await sweep()).toBe(1)
  expect((await office.db.query('select from draft')).rowCount).toBe(0)
  office.time.at = morning('2021-09-01')
})

test('a draft is of a procedure that can be applied for online, and of the size of a form', async () => {
  expect((await save(citizen, words('x'), '/drafts/2.000815')).json()).toMatchObject({ code: 'channel-closed' })
  expect((await save(citizen, words('x'), '/drafts/none')).json()).toMatchObject({ code: 'procedure-not-in-force' })
  expect((await save(citizen, words('x'.repeat(300_000)))).statusCode).toBe(413)
})
