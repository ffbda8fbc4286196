import { DossierMessage } from '@dossier/contracts/dossier'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onDossierMessage } from '../src/progress.ts'
import { news } from './dossier-news.ts'
import { allowance, atDesk } from './forms.ts'
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
let walkIn: string
let online: string
let uploadId: string
beforeAll(async () => {
  office = await openOffice()
  walkIn = (await send(office, officer, '/applications', atDesk())).json().applicationId
  uploadId = (await upload(office, citizen, { bytes: pdf() })).json().uploadId
  online = (await send(office, citizen, '/applications', byHimself(uploadId))).json().applicationId
})
afterAll(() => office.close())

const byHimself = (id: string) => ({
  procedure: 'fx.tro-cap-khang-chien',
  channel: 'online',
  receivingDesk: desk,
  form: allowance,
  components: { '02': { uploads: [id] } },
})
const nobody = '01990000-0000-7000-8000-000000000001'
const looks = async (id: string) =>
  (
    await office.db.query(
      'select viewer, mandate, what, granted, request_id from view_of_person where application_id = $1 order by id',
      [id],
    )
  ).rows

describe('who may hand in', () => {
  test.each([
    ['an intake officer at the desk', 'officer:ia-kha.intake', 201],
    ['the head of the desk', 'officer:ia-kha.head', 201],
    ['a postal worker with a mandate at the desk', 'officer:thu-nghiem.postal-worker', 201],
    ['a postal worker of the post office', 'officer:ia-kha.post', 403],
    ['an administrator with a mandate at the desk', 'officer:thu-nghiem.system-admin', 403],
    ['an officer of the same commune without a mandate at the desk', 'officer:ia-kha.justice', 403],
    ['an officer of another desk', 'officer:ia-ba.intake', 403],
    ['an account nobody was given a mandate for', 'officer:nobody', 403],
    ['a citizen', citizen, 403],
    ['a service', 'service:casework', 403],
  ])('at the desk: %s', async (_, subject, status) => {
    expect((await send(office, subject, '/applications', atDesk())).statusCode).toBe(status)
  })

  test('a token for one mandate gives that one only', async () => {
    const asCollector = `${officer}~fee-collector/${desk}`
    expect((await send(office, asCollector, '/applications', atDesk())).statusCode).toBe(403)
    expect((await send(office, `${officer}~intake-officer/${desk}`, '/applications', atDesk())).statusCode).toBe(201)
  })

  test('an officer enters no online application, and a citizen none for somebody else', async () => {
    expect((await send(office, officer, '/applications', byHimself(nobody))).json().code).toBe('not-permitted')
    const forOther = { ...byHimself(nobody), applicant: otherCitizen }
    expect((await send(office, citizen, '/applications', forOther)).json().code).toBe('not-permitted')
  })

  test('a mandate ends with its day', async () => {
    office.time.at = morning('2025-07-01')
    const response = await send(office, officer, '/applications', atDesk())
    office.time.at = morning('2021-09-01')
    expect(response.statusCode).toBe(403)
  })

  test('nobody hands in without a token', async () => {
    const response = await office.app.inject({ method: 'POST', url: '/applications', payload: atDesk() })
    expect(response.statusCode).toBe(401)
  })
})

describe('who may read', () => {
  test.each([
    ['its applicant', citizen, 200],
    ['the receiving desk', officer, 200],
    ['a service with the scope', 'service:insight+intake.read', 200],
    ['another citizen', otherCitizen, 404],
    ['another desk', 'officer:ia-ba.intake', 404],
    ['a unit the dossier has not come to', 'officer:huyen-ia-grai.labour', 404],
    ['the administrator', 'officer:gia-lai.admin', 404],
    ['the courier', 'officer:ia-kha.post', 404],
    ['the courier at the desk, who sees his parcels’ lists alone', 'officer:thu-nghiem.postal-worker', 404],
    ['an administrator with a mandate at the desk', 'officer:thu-nghiem.system-admin', 404],
    ['who keeps the procedures, with a mandate at the desk', 'officer:thu-nghiem.procedure-control', 404],
    ['a service without the scope', 'service:insight', 404],
  ])('%s', async (_, subject, status) => {
    const response = await get(office, subject, `/applications/${online}`)
    expect(response.statusCode).toBe(status)
    expect((await get(office, subject, `/uploads/${uploadId}/content`)).statusCode).toBe(status)
  })

  test('a refused look and an id nobody has are answered alike', async () => {
    const [refused, none] = [
      await get(office, otherCitizen, `/applications/${online}`),
      await get(office, otherCitizen, `/applications/${nobody}`),
    ]
    const plain = (problem: object) => ({ ...problem, requestId: 'its own' })
    expect(plain(refused.json())).toEqual(plain(none.json()))
    expect(refused.statusCode).toBe(none.statusCode)
  })

  test('an officer on the dossier’s way may read from the offer on, and keeps the right', async () => {
    const labour = 'officer:huyen-ia-grai.labour'
    const hear = onDossierMessage(office.db)
    expect((await get(office, labour, `/applications/${online}`)).statusCode).toBe(404)
    await hear(DossierMessage.parse(news(online, { seq: 1 })))
    const offered = {
      type: 'HandoverOffered',
      from: desk,
      to: 'H21.08.54',
      stage: 's',
      answerBy: { on: '2021-09-02' },
      originals: [],
    }
    await hear(DossierMessage.parse(news(online, { seq: 2, event: offered })))
    expect((await get(office, labour, `/applications/${online}`)).statusCode).toBe(200)
    await hear(DossierMessage.parse(news(online, { seq: 3 })))
    expect((await get(office, labour, `/applications/${online}`)).statusCode).toBe(200)
  })

  test('an officer whose office is asked for its opinion may read', async () => {
    const asked = 'officer:huyen-ia-grai.environment'
    expect((await get(office, asked, `/applications/${online}`)).statusCode).toBe(404)
    const consultation = { consultation: 'c', to: 'H21.08.55', due: { on: '2021-09-02' }, silence: 'none' }
    const event = { type: 'ConsultationRequested', ...consultation }
    await onDossierMessage(office.db)(DossierMessage.parse(news(online, { seq: 4, event })))
    expect((await get(office, asked, `/applications/${online}`)).statusCode).toBe(200)
  })

  test('the leader who signs for the holding unit may read, leaders of others may not', async () => {
    await onDossierMessage(office.db)(DossierMessage.parse(news(walkIn, { seq: 1, holder: 'H21.08.01.02' })))
    expect((await get(office, 'officer:ia-kha.chairman', `/applications/${walkIn}`)).statusCode).toBe(200)
    expect((await get(office, 'officer:ia-ba.chairman', `/applications/${walkIn}`)).statusCode).toBe(404)
  })

  test('every look is written down, refused looks too', async () => {
    const id = (await send(office, officer, '/applications', atDesk())).json().applicationId
    await get(office, officer, `/applications/${id}`)
    const { headers } = await get(office, otherCitizen, `/applications/${id}`)
    expect(await looks(id)).toEqual([
      {
        viewer: officer,
        mandate: `intake-officer@${desk}`,
        what: 'application',
        granted: true,
        request_id: expect.any(String),
      },
      { viewer: otherCitizen, mandate: null, what: 'application', granted: false, request_id: headers['x-request-id'] },
    ])
  })

  test('a walk-in without an account is nobody’s online', async () => {
    const mine = await get(office, otherCitizen, '/applications/mine')
    expect(mine.json().applications).toEqual([])
    expect((await get(office, otherCitizen, `/applications/${walkIn}`)).statusCode).toBe(404)
  })
})

describe('who may amend', () => {
  test.each([
    ['the receiving desk', officer, 200],
    ['another desk', 'officer:ia-ba.intake', 404],
    ['another citizen', otherCitizen, 404],
  ])('%s', async (_, subject, status) => {
    const id = (await send(office, officer, '/applications', atDesk())).json().applicationId
    const amendment = { components: subject === officer ? { '02': { copies: 1 } } : {} }
    expect((await send(office, subject, `/applications/${id}/amendments`, amendment)).statusCode).toBe(status)
  })

  test('a citizen adds nothing once the dossier is in process, unless asked; the desk may', async () => {
    const { uploadId: id } = (await upload(office, citizen, { bytes: pdf('bổ sung') })).json()
    const { applicationId } = (await send(office, citizen, '/applications', byHimself(id))).json()
    const hear = (seq: number, state: string) =>
      onDossierMessage(office.db)(DossierMessage.parse(news(applicationId, { seq, state })))
    const amend = (subject: string) => send(office, subject, `/applications/${applicationId}/amendments`, {})
    await hear(1, 'in-progress')
    expect((await amend(citizen)).json()).toMatchObject({ status: 409, code: 'not-possible-now' })
    expect((await amend(officer)).statusCode).toBe(200)
    await hear(2, 'supplement-requested')
    expect((await amend(citizen)).statusCode).toBe(200)
    await hear(3, 'returned')
    expect((await amend(officer)).json()).toMatchObject({ status: 409, code: 'not-possible-now' })
  })
})

describe('services', () => {
  test.each([
    ['service:casework', 200],
    ['service:other', 403],
    ['service:other+intake.summary', 200],
    [officer, 403],
    [citizen, 403],
  ])('the summary answers %s with %i', async (subject, status) => {
    const response = await get(office, subject, `/applications/${online}/summary`)
    expect(response.statusCode).toBe(status)
  })

  test('the summary holds what the ledger needs and nothing of the form', async () => {
    const response = await get(office, 'service:casework', `/applications/${online}/summary`)
    expect(response.json()).toEqual({
      applicationId: online,
      procedure: 'fx.tro-cap-khang-chien',
      channel: 'online',
      receivingDesk: desk,
      submittedAt: morning('2021-09-01'),
      applicant: citizen,
      complete: true,
      returnBy: 'desk',
      brought: {},
      feesOwed: [],
      originals: [],
    })
  })

  test('only a gateway records payments', async () => {
    const payment = { proof: 'P-1', payer: citizen, procedure: '1.001612', fee: 'registration', amount: 1 }
    expect((await send(office, 'service:casework', '/payments', payment)).statusCode).toBe(403)
    expect((await send(office, citizen, '/payments', payment)).statusCode).toBe(403)
    expect((await send(office, 'service:gateway+intake.payments', '/payments', payment)).statusCode).toBe(201)
  })
})
