import { PassThrough } from 'node:stream'
import { makeLog } from '@dossier/platform/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowance } from './forms.ts'
import { citizen, desk, get, officer, openOffice, otherCitizen, pdf, send, upload, type Office } from './office.ts'

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
  await send(office, citizen, '/applications/check', { ...body, form: { ...form, applicant: planted } })
  await send(office, citizen, '/applications', { ...complete, wish: planted.fullName })
  await send(office, officer, '/applications', complete)
  id = (await send(office, citizen, '/applications', complete)).json().applicationId
  await send(office, citizen, `/applications/${id}/amendments`, { form })
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

test.each(canaries)('%s appears in no row of any table but those of applications', async (canary) => {
  const { rows } = await office.db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name <> all('{application,amendment,upload}')`,
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
  const { rows } = await office.db.query('select key, body, headers from outbox order by tx, id')
  expect(rows.map(({ body }) => Object.keys(body.event))).toEqual([
    ['type', 'procedureVersion', 'channel', 'receivingDesk', 'submittedAt', 'applicant', 'complete'].toSorted(byLength),
    ['type', 'complete'],
  ])
  const metrics = (await office.app.inject({ url: '/metrics' })).body
  for (const canary of canaries) expect(metrics).not.toContain(canary)
})

// jsonb keeps members by the length of their names.
const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1)
