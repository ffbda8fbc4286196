import { DossierMessage } from '@dossier/contracts/dossier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onDossierMessage } from '../src/progress.ts'
import { news } from './dossier-news.ts'
import { business } from './forms.ts'
import { citizen, desk, newKey, officer, openOffice, otherCitizen, pdf, send, upload, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const gateway = 'service:gateway+intake.payments'
const registration = async (payments: object, more: object = {}) => {
  const { uploadId } = (await upload(office, citizen, { bytes: pdf() })).json()
  const components = { '02': { uploads: [uploadId] } }
  return {
    procedure: '1.001612',
    channel: 'online',
    receivingDesk: desk,
    form: business,
    components,
    payments,
    ...more,
  }
}
const confirm = (proof: string, more: object = {}) =>
  send(office, gateway, '/payments', {
    proof,
    payer: citizen,
    procedure: '1.001612',
    fee: 'registration',
    amount: 100_000,
    ...more,
  })
const online = (proof: string) => ({ registration: { by: 'online', amount: 100_000, proof } })
const found = async (response: Promise<{ json: () => { errors: { pointer: string; code: string; vi: string }[] } }>) =>
  (await response).json().errors.map(({ pointer, code }) => `${pointer} ${code}`)

test('a fee due at acceptance that is not paid is named, with its amount', async () => {
  const response = await send(office, citizen, '/applications', await registration({}))
  expect(response.json()).toMatchObject({
    code: 'incomplete',
    errors: [
      {
        pointer: '#/body/payments/registration',
        code: 'fee-unpaid',
        vi: 'Chưa nộp đủ “Lệ phí đăng ký hộ kinh doanh”: phải nộp 100.000 đ, đã nộp 0 đ.',
      },
    ],
  })
})

test('what a browser says is no proof: only the gateway’s own word counts', async () => {
  const body = await registration(online('GW-1'))
  const unpaid = ['#/body/payments/registration/proof payment-unconfirmed', '#/body/payments/registration fee-unpaid']
  expect(await found(send(office, citizen, '/applications', body))).toEqual(unpaid)
  const said = await registration({ registration: { by: 'desk', amount: 100_000, proof: 'BL-1' } })
  expect(await found(send(office, citizen, '/applications', said))).toEqual(unpaid)
  expect((await confirm('GW-1')).statusCode).toBe(201)
  expect((await send(office, citizen, '/applications', body)).statusCode).toBe(201)
})

test('a confirmed payment pays one application, of its payer', async () => {
  await confirm('GW-2')
  expect((await send(office, citizen, '/applications', await registration(online('GW-2')))).statusCode).toBe(201)
  expect(await found(send(office, citizen, '/applications', await registration(online('GW-2'))))).toContain(
    '#/body/payments/registration/proof payment-unconfirmed',
  )
  await confirm('GW-3', { payer: otherCitizen })
  expect(await found(send(office, citizen, '/applications', await registration(online('GW-3'))))).toContain(
    '#/body/payments/registration/proof payment-unconfirmed',
  )
})

test('a payment confirmed for less than is due leaves the fee unpaid, whatever the citizen writes', async () => {
  await confirm('GW-4', { amount: 1_000 })
  expect(await found(send(office, citizen, '/applications', await registration(online('GW-4'))))).toEqual([
    '#/body/payments/registration fee-unpaid',
  ])
})

test('of ten applications that use one payment at once one is taken in', async () => {
  await confirm('GW-5')
  const bodies = await Promise.all(Array.from({ length: 10 }, () => registration(online('GW-5'))))
  const answers = await Promise.all(bodies.map((body) => send(office, citizen, '/applications', body)))
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  expect(answers.every(({ statusCode }) => [201, 409, 422].includes(statusCode))).toBe(true)
})

test('an application whose payment another one takes while it is handed in is told that the payment was taken', async () => {
  await confirm('GW-7')
  const body = await registration(online('GW-7'))
  const [first] = (await office.db.query('select id from application limit 1')).rows
  const other = await office.db.connect()
  await other.query('begin')
  await other.query('update online_payment set application_id = $1 where proof = $2', [first.id, 'GW-7'])
  const answer = send(office, citizen, '/applications', body)
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await office.db.query(waits)).rowCount === 0);
  await other.query('commit')
  other.release()
  expect((await answer).json()).toMatchObject({ status: 409, code: 'payment-taken' })
})

test('a gateway that repeats itself is heard once, one that contradicts itself is refused', async () => {
  expect((await confirm('GW-6')).statusCode).toBe(201)
  expect((await confirm('GW-6')).statusCode).toBe(201)
  expect((await confirm('GW-6', { amount: 5 })).json()).toMatchObject({ status: 409, code: 'payment-differs' })
})

test('at the desk the officer’s receipt counts', async () => {
  const components = { '01': { originals: 1 }, '02': { copies: 1 } }
  const body = { procedure: '1.001612', channel: 'desk', receivingDesk: desk, form: business, components }
  const unpaid = await send(office, officer, '/applications', body, newKey())
  expect(unpaid.json()).toMatchObject({ incomplete: true, defects: [{ code: 'fee-unpaid' }] })
  const payments = { registration: { by: 'desk', amount: 100_000, proof: 'BL-0001' } }
  expect((await send(office, officer, '/applications', { ...body, payments })).json()).toMatchObject({
    incomplete: false,
  })
  const later = await send(office, officer, `/applications/${unpaid.json().applicationId}/amendments`, { payments })
  expect(later.json()).toMatchObject({ complete: true })
})

test('a fee due at return is paid when the result is there; nothing else is brought then', async () => {
  const components = { '01': { originals: 1 }, '02': { copies: 1 } }
  const payment = { registration: { by: 'desk', amount: 100_000, proof: 'BL-0002' } }
  const body = { procedure: '1.001612', channel: 'desk', receivingDesk: desk, form: business, components }
  const { applicationId } = (await send(office, officer, '/applications', { ...body, payments: payment })).json()
  await onDossierMessage(office.db)(DossierMessage.parse(news(applicationId, { seq: 1, state: 'completed' })))
  const url = `/applications/${applicationId}/amendments`
  const payments = { registration: { by: 'desk', amount: 5_000, proof: 'BL-0003' } }
  const papersToo = { payments, components: { '02': { copies: 1 } } }
  expect((await send(office, officer, url, papersToo)).json()).toMatchObject({ code: 'not-possible-now' })
  expect((await send(office, officer, url, { payments })).statusCode).toBe(200)
})
