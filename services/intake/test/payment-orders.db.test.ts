import { DossierMessage } from '@dossier/contracts/dossier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onDossierMessage } from '../src/progress.ts'
import { makePayAt } from '../src/payments/pay-at.ts'
import { news } from './dossier-news.ts'
import { business } from './forms.ts'
import {
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
  const payAt = makePayAt({ page: 'http://gateway.test/pay', secret: 'test-secret', site: 'http://console.test' })
  office = await openOffice({ payAt })
})
afterAll(() => office.close())

const gateway = 'service:payments+intake.payments'
const procedure = '1.001612'
const begin = (who = citizen, more: object = {}, key?: string) =>
  send(office, who, '/payment-orders', { procedure, fee: 'registration', ...more }, key)
const say = (id: string, outcome: object, who = gateway) => send(office, who, `/payment-orders/${id}/outcome`, outcome)
const paid = (proof: string) => ({ state: 'paid', amount: 100_000, proof })
const ordersOf = async (who: string) => (await get(office, who, `/payment-orders?procedure=${procedure}`)).json().orders
const stateOf = async (id: string) =>
  (await ordersOf(citizen)).find((one: { orderId: string }) => one.orderId === id)?.state

test('a fee is paid at the gateway: it is told the amount of the tariff, where to lead back, and not who pays', async () => {
  const { orderId, amount, state, payAt } = (await begin()).json()
  expect([amount, state]).toEqual([100_000, 'open'])
  const asked = new URL(payAt)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    order: orderId,
    amount: '100000',
    what: 'Lệ phí đăng ký hộ kinh doanh',
    back: `http://console.test/nop-truc-tuyen/1.001612?tt=${orderId}`,
  })
  expect(payAt).not.toContain('citizen')
  expect((await say(orderId, paid('CT-1'))).statusCode).toBe(200)
  expect(await ordersOf(citizen)).toMatchObject([{ orderId, state: 'paid', proof: 'CT-1' }])
  expect(await ordersOf(otherCitizen)).toEqual([])
})

test('what was paid and not used is not paid twice; what an application used pays nothing more', async () => {
  expect((await begin()).json()).toMatchObject({ state: 'paid', proof: 'CT-1', payAt: null })
  const { uploadId } = (await upload(office, citizen, { bytes: pdf() })).json()
  const given = {
    procedure,
    channel: 'online',
    receivingDesk: desk,
    form: business,
    components: { '02': { uploads: [uploadId] } },
    payments: { registration: { by: 'online', amount: 100_000, proof: 'CT-1' } },
  }
  expect((await send(office, citizen, '/applications', given)).statusCode).toBe(201)
  expect(await ordersOf(citizen)).toEqual([])
  expect((await begin()).json()).toMatchObject({ state: 'open' })
})

test('a payment that failed may be tried again under its order; the same word again is no news, another word after paid is refused', async () => {
  const { orderId } = (await begin()).json()
  expect((await say(orderId, { state: 'failed' })).statusCode).toBe(200)
  expect(await stateOf(orderId)).toBe('failed')
  expect((await say(orderId, { ...paid('CT-2'), amount: 1 })).json()).toMatchObject({ code: 'payment-differs' })
  expect((await say(orderId, paid('CT-2'))).statusCode).toBe(200)
  expect((await say(orderId, paid('CT-2'))).statusCode).toBe(200)
  for (const other of [{ state: 'failed' }, paid('CT-3')])
    expect((await say(orderId, other)).json()).toMatchObject({ code: 'payment-differs' })
  expect(await stateOf(orderId)).toBe('paid')
})

test('only the gateway tells what became of an order, and of one that is there', async () => {
  const { orderId } = (await begin(otherCitizen)).json()
  for (const who of [otherCitizen, officer, 'service:casework'])
    expect((await say(orderId, paid('CT-4'), who)).statusCode).toBe(403)
  expect((await say('01890000-0000-7000-8000-000000000000', paid('CT-4'))).statusCode).toBe(404)
  expect((await begin(officer)).statusCode).toBe(403)
})

test('a fee that is not there, is nothing, or is not counted yet is not paid', async () => {
  expect((await begin(citizen, { fee: 'other' })).json()).toMatchObject({ code: 'fee-not-payable' })
  expect((await begin(citizen, { procedure: '2.000635', fee: 'extract' })).json()).toMatchObject({
    code: 'fee-not-payable',
  })
  office.time.at = morning('2021-09-01')
  const counted = await begin(citizen, { procedure: '2.000635', fee: 'extract', counts: [{ pages: 1, copies: 3 }] })
  expect(counted.json()).toMatchObject({ amount: 24_000 })
})

test('what is due at the return is paid for the own dossier, by the tariff of the day it was handed in, and led back to it', async () => {
  const land = 'fx.gcn-qsdd-lan-dau'
  const given = { procedure: land, channel: 'desk', receivingDesk: desk, applicant: citizen, form: {} }
  const { applicationId } = (await send(office, officer, '/applications', given)).json()
  const asked = { procedure: land, fee: 'certificate', dossier: applicationId }
  const { amount, payAt, orderId } = (await begin(citizen, asked)).json()
  expect(amount).toBe(100_000)
  expect(new URL(payAt).searchParams.get('back')).toBe(
    `http://console.test/ho-so-cua-toi/${applicationId}?tt=${orderId}`,
  )
  expect((await begin(otherCitizen, asked)).statusCode).toBe(404)
  expect((await get(office, citizen, `/applications/${applicationId}`)).json().owed).toEqual([
    { id: 'certificate', name: expect.any(String), amount: 100_000 },
  ])
  await say(orderId, { state: 'paid', amount: 100_000, proof: 'CT-9' })
  await onDossierMessage(office.db)(DossierMessage.parse(news(applicationId, { seq: 1, state: 'completed' })))
  const payments = { certificate: { by: 'online', amount: 100_000, proof: 'CT-9' } }
  expect((await send(office, citizen, `/applications/${applicationId}/amendments`, { payments })).statusCode).toBe(200)
  expect((await get(office, citizen, `/applications/${applicationId}`)).json().owed).toEqual([])
  expect((await begin(citizen, asked)).json()).toMatchObject({ code: 'fee-not-payable' })
})

test('a click sent twice is one order', async () => {
  const [one, two] = [await begin(otherCitizen, {}, 'twice'), await begin(otherCitizen, {}, 'twice')]
  expect(one.json().orderId).toBe(two.json().orderId)
})
