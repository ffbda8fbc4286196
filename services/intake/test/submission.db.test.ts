import { randomBytes } from 'node:crypto'
import { ApplicationMessage } from '@dossier/contracts/application'
import type { Tx } from '@dossier/platform/postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeUploads } from '../src/files/uploads.ts'
import { allowance, atDesk, certification, papers } from './forms.ts'
import {
  citizen,
  desk,
  morning,
  newKey,
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

const online = async (more: object = {}, subject = citizen) => {
  const { uploadId } = (await upload(office, subject, { bytes: pdf() })).json()
  const components = { '02': { uploads: [uploadId] } }
  return {
    procedure: 'fx.tro-cap-khang-chien',
    channel: 'online',
    receivingDesk: desk,
    form: allowance,
    components,
    ...more,
  }
}
const codes = (response: { json: () => { errors: { pointer: string; code: string }[] } }) =>
  response.json().errors.map(({ pointer, code }) => `${pointer} ${code}`)
const outboxOf = async (id: string) =>
  (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.map(({ body }) =>
    ApplicationMessage.parse(body),
  )

test('a complete application at the desk is taken in, received now, and announced in the same breath', async () => {
  const response = await send(office, officer, '/applications', atDesk())
  expect(response.statusCode).toBe(201)
  const { applicationId, ...answer } = response.json()
  expect(answer).toMatchObject({
    reference: null,
    procedureVersion: '2.000815@2015-04-10',
    submittedAt: '2021-09-01T02:00:00.000Z',
    incomplete: false,
    defects: [],
  })
  const event = { type: 'ApplicationSubmitted', channel: 'desk', receivingDesk: desk, applicant: null, complete: true }
  expect(await outboxOf(applicationId)).toMatchObject([{ applicationId, seq: 1, at: answer.submittedAt, event }])
})

test('a complete online application gets a reference that is no dossier code', async () => {
  const response = await send(office, citizen, '/applications', await online())
  expect(response.statusCode).toBe(201)
  expect(response.json().reference).toMatch(/^TT-210901-[2-9A-HJ-NP-Z]{10}$/)
  const [message] = await outboxOf(response.json().applicationId)
  expect(message?.event).toMatchObject({ channel: 'online', applicant: citizen, complete: true })
})

test('what arrives online after hours before a holiday is checked from the next working day (S06)', async () => {
  const checkedFrom = async (at: string) => {
    office.time.at = new Date(`${at}+07:00`).toISOString()
    const response = await send(office, citizen, '/applications', await online())
    office.time.at = morning('2021-09-01')
    return response.json().checkedFrom
  }
  expect(await checkedFrom('2021-09-01T16:59:00')).toBe('2021-09-01')
  expect(await checkedFrom('2021-09-01T21:00:00')).toBe('2021-09-06')
})

test('an incomplete online application is refused with every defect in one answer, each at its field', async () => {
  const form = { ...allowance, applicant: { ...allowance.applicant, personalId: '12' }, medal: {}, wish: 1 }
  const response = await send(office, citizen, '/applications', await online({ form, components: { '09': {} } }))
  expect(response.statusCode).toBe(422)
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.json().code).toBe('incomplete')
  expect(codes(response).toSorted()).toEqual([
    '#/body/components/02/uploads file-missing',
    '#/body/components/09 unknown-component',
    '#/body/form/applicant/personalId pattern',
    '#/body/form/medal/name required',
    '#/body/form/wish additional-properties',
  ])
  const said = response.json().errors.find(({ pointer }: { pointer: string }) => pointer.endsWith('/medal/name'))
  expect(said.vi).toBe('“Loại huân chương, huy chương” bắt buộc phải có.')
})

test('online one missing file is enough for a refusal', async () => {
  const response = await send(office, citizen, '/applications', await online({ components: {} }))
  expect(response.json()).toMatchObject({ status: 422, code: 'incomplete', errors: [{ code: 'file-missing' }] })
})

test('the trial says the same and keeps nothing', async () => {
  const count = async () => (await office.db.query('select count(*) from application')).rows[0].count
  const before = await count()
  const response = await send(office, citizen, '/applications/check', await online({ components: {} }))
  expect(response.json()).toMatchObject({ complete: false, defects: [{ code: 'file-missing' }] })
  const complete = await send(office, citizen, '/applications/check', await online())
  expect(complete.json()).toMatchObject({ complete: true, defects: [] })
  expect(await count()).toBe(before)
})

test('a desk may register an incomplete application, and reads what its one notice must name', async () => {
  const response = await send(office, officer, '/applications', atDesk({ components: { '02': papers(0, 0, 1) } }))
  expect(response.statusCode).toBe(201)
  expect(response.json()).toMatchObject({
    incomplete: true,
    defects: [
      { pointer: '#/body/components/01', code: 'component-missing', vi: 'Thiếu thành phần hồ sơ “Bản chính giấy tờ”.' },
    ],
  })
  const [message] = await outboxOf(response.json().applicationId)
  expect(message?.event).toMatchObject({ complete: false })
})

test('a desk cannot register what the procedure does not have', async () => {
  const response = await send(office, officer, '/applications', atDesk({ components: { '77': papers(1) } }))
  expect(response.json()).toMatchObject({ status: 422, code: 'contradicts-procedure' })
})

test('fifty identical submissions at once become one application and one message', async () => {
  const body = await online({ place: desk })
  const key = newKey()
  const count = async (table: string) => Number((await office.db.query(`select count(*) from ${table}`)).rows[0].count)
  const before = [await count('application'), await count('outbox')]
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(office, citizen, '/applications', body, key)))
  const taken = answers.filter(({ statusCode }) => statusCode === 201)
  expect(answers.every(({ statusCode }) => statusCode === 201 || statusCode === 409)).toBe(true)
  expect(new Set(taken.map((answer) => answer.json().applicationId)).size).toBe(1)
  expect([await count('application'), await count('outbox')]).toEqual(before.map((n) => n + 1))
  const again = await send(office, citizen, '/applications', body, key)
  expect(again.json()).toEqual(taken[0]?.json())
})

test('the same key with another body is refused', async () => {
  const key = newKey()
  await send(office, officer, '/applications', atDesk(), key)
  const other = await send(office, officer, '/applications', atDesk({ counts: [{ pages: 4, copies: 1 }] }), key)
  expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
})

test('without an Idempotency-Key nothing is taken in', async () => {
  const { app } = office
  const without = async (url: string, payload: object) =>
    (await app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${officer}` }, payload })).json().code
  expect(await without('/applications', atDesk())).toBe('idempotency-key-missing')
  expect(await without('/applications/01990000-0000-7000-8000-000000000001/amendments', {})).toBe(
    'idempotency-key-missing',
  )
})

test.each([
  ['procedure-not-in-force', { procedure: '1.000001' }],
  ['channel-closed', { channel: 'post' }],
])('%s names the procedure’s own rule', async (code, more) => {
  const response = await send(office, officer, '/applications', atDesk(more))
  expect(response.json()).toMatchObject({ status: 409, code })
})

test('a desk that does not receive the procedure can register it, to refuse it in writing and say where to go', async () => {
  const permit = atDesk({ procedure: '1.009994', form: {}, components: {} })
  expect((await send(office, officer, '/applications/check', permit)).json()).toMatchObject({
    code: 'not-received-here',
  })
  expect((await send(office, officer, '/applications', permit)).statusCode).toBe(201)
})

test('nobody hands in online, or for another place, what a desk does not receive', async () => {
  const permit = { ...(await online()), procedure: '1.009994' }
  expect((await send(office, citizen, '/applications', permit)).json()).toMatchObject({ code: 'not-received-here' })
  const elsewhere = atDesk({ procedure: '1.000894', form: {}, components: {}, place: 'H21.08.10' })
  expect((await send(office, officer, '/applications', elsewhere)).json()).toMatchObject({ code: 'not-received-here' })
})

test('a name that arrives in pieces is kept whole (NFC)', async () => {
  const form = { ...certification, applicant: { ...certification.applicant, fullName: 'Nguyễn'.normalize('NFD') } }
  const { applicationId } = (await send(office, officer, '/applications', atDesk({ form }))).json()
  const { rows } = await office.db.query(
    `select form #>> '{applicant,fullName}' as name from application where id = $1`,
    [applicationId],
  )
  expect(rows[0].name).toBe('Nguyễn'.normalize('NFC'))
})

test.each(['\u0000', '\uD800'])('text that cannot be stored is named, not an outage', async (bad) => {
  const form = { ...certification, applicant: { ...certification.applicant, fullName: `A${bad}` } }
  const response = await send(office, officer, '/applications', atDesk({ form }))
  expect(response.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/body/form/applicant/fullName' }] })
})

test('an upload is used once, and only by its uploader', async () => {
  const body = await online()
  expect((await send(office, citizen, '/applications', body)).statusCode).toBe(201)
  const again = await send(office, citizen, '/applications', body)
  expect(codes(again)).toContain('#/body/components/02/uploads/0 unknown-upload')
  const stolen = await send(office, citizen, '/applications', await online({}, otherCitizen))
  expect(codes(stolen)).toContain('#/body/components/02/uploads/0 unknown-upload')
})

test('an upload that two applications reach for in the same moment goes to the first', async () => {
  const { uploadId } = (await upload(office, officer, { bytes: pdf() })).json()
  const [one, two] = [
    await send(office, officer, '/applications', atDesk()),
    await send(office, officer, '/applications', atDesk()),
  ]
  const [first, second] = [await office.db.connect(), await office.db.connect()]
  const take = (tx: Tx, { applicationId }: { applicationId: string }) =>
    takeUploads(tx, { applicationId, uploadedBy: officer, wanted: [{ id: uploadId, component: '01' }] })
  await Promise.all([first.query('begin'), second.query('begin')])
  expect(await take(first, one.json())).toBe(true)
  const waiting = take(second, two.json())
  await first.query('commit')
  expect(await waiting).toBe(false)
  await second.query('rollback')
  for (const client of [first, second]) client.release()
})

test('the same person for the same procedure again is shown to the desk as a possible duplicate, and not refused', async () => {
  const form = { ...certification, applicant: { ...certification.applicant, personalId: '000000000077' } }
  const first = (await send(office, officer, '/applications', atDesk({ form }))).json()
  const second = (await send(office, officer, '/applications', atDesk({ form }))).json()
  expect(first.possibleDuplicates).toEqual([])
  expect(second.possibleDuplicates).toEqual([first.applicationId])
})

test('a desk registers a form whose fields hold anything at all, and reads what is wrong with it', async () => {
  const applicant = { ...certification.applicant, personalId: randomBytes(10_000).toString('hex') }
  for (const form of [{ applicant }, { applicant: 'x' }, { applicant: { personalId: [1] } }, {}]) {
    const response = await send(office, officer, '/applications', atDesk({ form }))
    expect(response.statusCode).toBe(201)
    expect(response.json().defects).not.toEqual([])
  }
})

test('a text that no letter can print is refused, and says where it stands', async () => {
  const body = await online({ form: { ...allowance, medal: { name: 'Huy chương 🏅' } } })
  const refused = await send(office, citizen, '/applications', body)
  expect([refused.statusCode, codes(refused)]).toEqual([400, ['#/body/form/medal/name unprintable-text']])
})
