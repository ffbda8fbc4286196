import { DossierMessage } from '@dossier/contracts/dossier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onDossierMessage } from '../src/progress.ts'
import { news } from './dossier-news.ts'
import { allowance } from './forms.ts'
import { citizen, desk, get, openOffice, pdf, send, upload, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const submit = async () => {
  const { uploadId } = (await upload(office, citizen, { bytes: pdf() })).json()
  const components = { '02': { uploads: [uploadId] } }
  const body = {
    procedure: 'fx.tro-cap-khang-chien',
    channel: 'online',
    receivingDesk: desk,
    form: allowance,
    components,
  }
  const { applicationId } = (await send(office, citizen, '/applications', body)).json()
  return String(applicationId)
}
const hear = (message: object) => onDossierMessage(office.db)(DossierMessage.parse(message))
const line = async (id: string) => {
  const { applications } = (await get(office, citizen, '/applications/mine')).json()
  return applications.find(({ applicationId }: { applicationId: string }) => applicationId === id)
}

test('before the ledger has opened it an application is listed without progress', async () => {
  const id = await submit()
  expect(await line(id)).toMatchObject({ progress: null, holder: null, complete: true, receivingDesk: { code: desk } })
})

test('the applicant sees state, stage and its place, the unit that holds it and the due date', async () => {
  const id = await submit()
  await hear(news(id, { seq: 1, state: 'submitted' }))
  await hear(news(id, { seq: 2, state: 'in-progress', holder: 'H21.08.01.04' }))
  expect(await line(id)).toMatchObject({
    holder: { code: 'H21.08.01.04', name: expect.stringContaining('Ia Kha') },
    progress: { seq: 2, state: 'in-progress', stage: { place: 1, of: 3 }, due: { on: '2021-10-01' } },
  })
})

test('news that comes early waits for what is missing, and news that comes twice is heard once', async () => {
  const id = await submit()
  await hear(news(id, { seq: 1, state: 'submitted' }))
  await hear(news(id, { seq: 3, state: 'in-progress' }))
  expect((await line(id)).progress).toMatchObject({ seq: 1, state: 'submitted' })
  const waiting = async () => (await office.db.query('select seq from parked where key = $1', [id])).rows
  expect(await waiting()).toEqual([{ seq: 3 }])
  await hear(news(id, { seq: 2, state: 'accepted' }))
  expect((await line(id)).progress).toMatchObject({ seq: 3, state: 'in-progress' })
  expect(await waiting()).toEqual([])
  await hear(news(id, { seq: 2, state: 'accepted' }))
  expect((await line(id)).progress).toMatchObject({ seq: 3, state: 'in-progress' })
})

test('when something happened and when it was seen here are both kept, so that the lag can be measured', async () => {
  const id = await submit()
  const at = new Date(Date.now() - 2_000).toISOString()
  await hear(news(id, { seq: 1, at }))
  const { rows } = await office.db.query(
    'select extract(epoch from applied_at - at)::float8 as lag from progress where dossier_id = $1',
    [id],
  )
  expect(rows[0].lag).toBeGreaterThanOrEqual(2)
  expect(rows[0].lag).toBeLessThan(10)
})

test('pages of fifty, newest first, follow one another', async () => {
  const first = (await get(office, citizen, '/applications/mine')).json().applications
  expect(first.length).toBeGreaterThan(2)
  const after = (await get(office, citizen, `/applications/mine?before=${first[0].applicationId}`)).json().applications
  expect(after).toEqual(first.slice(1))
})
