import { PassThrough } from 'node:stream'
import { makeLog } from '@dossier/platform/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowance } from './forms.ts'
import { as, citizen, desk, get, officer, openOffice, otherCitizen, pdf, send, upload, type Office } from './office.ts'

// Planted: wherever one of these shows up outside the tables of applications, something leaks.
const planted = {
  fullName: 'Kính Chiếu Yêu',
  personalId: '098765432109',
  phone: '0987654321',
  email: 'canary@example.test',
}
const canaries = [...Object.values(planted), 'Thôn Chim Báo', 'giay-cua-canary']

let office: Office
let lines = ''
let id: string
beforeAll(async () => {
  const written = new PassThrough().on('data', (chunk) => (lines += String(chunk)))
  process.env['LOG_LEVEL'] = 'trace'
  office = await openOffice({ log: makeLog('intake', written) })
  delete process.env['LOG_LEVEL']
  const address = { ...allowance.applicant.address, line: 'Thôn Chim Báo' }
  const form = { ...allowance, applicant: { ...planted, address } }
  const { uploadId } = (
    await upload(office, citizen, { bytes: pdf('Kính Chiếu Yêu'), name: 'giay-cua-canary.pdf' })
  ).json()
  const body = { procedure: 'fx.tro-cap-khang-chien', channel: 'online', receivingDesk: desk, form }
  const complete = { ...body, components: { '02': { uploads: [uploadId] } } }
  await send(office, citizen, '/applications', body) // incomplete
  const draft = { receivingDesk: desk, form, files: {}, returnBy: 'desk', counts: [], revision: 0 }
  await office.app.inject({ method: 'PUT', url: '/drafts/1.001612', headers: as(citizen), payload: draft })
  await send(office, citizen, '/applications/check', { ...body, form: { ...form, applicant: planted } })
  await send(office, citizen, '/applications', { ...complete, wish: planted.fullName })
  await send(office, officer, '/applications', complete)
  id = (await send(office, citizen, '/applications', complete)).json().applicationId
  await send(office, citizen, `/applications/${id}/amendments`, { form })
  const contact = { name: planted.fullName, phone: planted.phone, email: planted.email }
  const words = `Tôi là ${planted.fullName}, ${planted.personalId}, ở Thôn Chim Báo.`
  for (const register of ['feedback', 'denunciation']) {
    const petition = { register, agency: desk, matter: 'attitude', words, contact }
    const { reference } = (await send(office, citizen, '/feedback', petition)).json()
    await get(office, citizen, `/feedback/by-reference/${reference}`)
    const [{ id: feedbackId }] = (await office.db.query('select id from feedback where reference = $1', [reference]))
      .rows
    const act = (who: string, body: object) => send(office, who, `/feedback/${feedbackId}/acts`, body)
    await act('officer:ia-kha.chairman', { type: 'Appoint', handler: 'ia-kha.head' })
    await act('officer:ia-kha.head', { type: 'Answer', verdict: 'unfounded', words })
    await act('officer:ia-kha.head', { type: 'Publish', text: planted.fullName })
    await get(office, 'officer:ia-kha.head', `/feedback/${feedbackId}`)
  }
  await get(office, officer, `/applications/${id}`)
  await get(office, otherCitizen, `/applications/${id}`)
  await get(office, citizen, `/procedures?q=${encodeURIComponent(planted.fullName)}`)
  await office.db.query('alter table amendment rename to gone')
  await send(office, citizen, `/applications/${id}/amendments`, { form }) // breaks in the middle
  await office.db.query('alter table gone rename to amendment')
})
afterAll(() => office.close())

test('the planted citizen was taken in, and something was logged', async () => {
  expect((await get(office, citizen, `/applications/${id}`)).json().form.applicant.fullName).toBe(planted.fullName)
  expect(lines.split('\n').length).toBeGreaterThan(10)
  expect(lines).toContain('request failed')
})

test.each(canaries)('%s appears in no log line', (canary) => {
  expect(lines.normalize('NFC')).not.toContain(canary)
})

test.each(canaries)('%s appears in no row of any table but those of applications and feedback', async (canary) => {
  const { rows } = await office.db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name <> all('{application,amendment,upload,draft,feedback,feedback_line}')`,
  )
  expect(rows.map(({ name }) => name)).toContain('outbox')
  for (const { name } of rows) {
    const { rows: found } = await office.db.query(`select t::text as row from "${name}" t where t::text like $1`, [
      `%${canary}%`,
    ])
    expect({ name, found }).toEqual({ name, found: [] })
  }
})

test('messages and metrics carry ids, codes and dates only', async () => {
  const { rows } = await office.db.query('select key, body, headers, topic from outbox order by tx, id')
  expect(rows.filter(({ topic }) => topic === 'intake.feedback.v1')).toHaveLength(6)
  expect(
    rows.filter(({ topic }) => topic === 'intake.application.v1').map(({ body }) => Object.keys(body.event)),
  ).toEqual([
    'type procedureVersion channel receivingDesk submittedAt applicant complete returnBy papers'
      .split(' ')
      .toSorted(byLength),
    ['type', 'complete'],
  ])
  const metrics = (await office.app.inject({ url: '/metrics' })).body
  for (const canary of canaries) expect(metrics).not.toContain(canary)
})

// jsonb keeps members by the length of their names.
const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1)
