import { foldVersion } from '@dossier/domain/evolve'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Told = { event: { type: string }; actor: { person: string; role: string }; note: string | null }
const read = (id: string, who: string) => shop.app.inject({ url: `/dossiers/${id}`, headers: as(who) })
const timeline = async (id: string, who: string): Promise<Told[]> => (await read(id, who)).json().timeline

const atTheDistrict = async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  const words = 'Gửi Phòng xem giúp'
  await shop.send(id, { type: 'OfferHandover', to: phong, originals: [], note: words }, accounts.intake)
  await shop.send(id, { type: 'AcceptHandover' }, accounts.labour)
  await shop.send(id, { type: 'AddOpinion', kind: 'remark', note: 'Nghi ngờ giấy tờ' }, accounts.labour)
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'ProposeSupplement', defects, note: 'Thiếu trang 2' }, accounts.labour)
  return id
}

test('the applicant sees the steps and who takes them by office, not what is still being weighed, nor any account', async () => {
  const id = await atTheDistrict()
  const lines = await timeline(id, accounts.citizen)
  expect(lines.map(({ event }) => event.type)).toEqual(['DossierOpened', 'DossierAccepted', 'HandoverAccepted'])
  expect(lines.at(-1)?.actor).toEqual({ person: 'case-officer', role: 'case-officer', organisation: phong })
  const whole = await read(id, accounts.citizen)
  for (const secret of ['Phòng xem', 'Nghi ngờ', 'trang 2', 'ia-pech.', 'huyen-ia-grai.', '"supplement"'])
    expect(whole.body).not.toContain(secret)
  expect(whole.json()).toMatchObject({ officer: null, handover: null, alarms: [] })
})

test('the applicant reads the words that are meant for them', async () => {
  const id = await atTheDistrict()
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'RequestSupplement', defects, note: 'Xin mang bản sao trang 2' }, accounts.intake)
  expect((await timeline(id, accounts.citizen)).at(-1)).toMatchObject({
    event: { type: 'SupplementRequested' },
    note: 'Xin mang bản sao trang 2',
  })
})

test('officers on its way read everything', async () => {
  const id = await atTheDistrict()
  for (const who of [accounts.intake, accounts.labour]) {
    const lines = await timeline(id, who)
    expect(lines).toHaveLength(6)
    expect(lines.map(({ note }) => note)).toContain('Nghi ngờ giấy tờ')
  }
})

test.each([
  ['an officer of the desk that gave it away', accounts.intake, 200],
  ['the desk of the district, which supervises what its division holds', 'officer:huyen-ia-grai.intake', 200],
  ['the Chairman who signs for the division', 'officer:huyen-ia-grai.chairman', 200],
  ['an inspector of the province', 'officer:gia-lai.inspector', 200],
  ['an administrator', 'officer:gia-lai.admin', 404],
  ['a department that may get it later', accounts.department, 404],
  ['another commune', accounts.otherCommune, 404],
  ['another citizen', 'citizen:other', 404],
  ['nobody', 'officer:nobody', 404],
])('%s: %s reads it with %i', async (_who, account, status) => {
  expect((await read(await atTheDistrict(), account)).statusCode).toBe(status)
})

test('who looked is written down, and who was not allowed to', async () => {
  const id = await atTheDistrict()
  await read(id, accounts.labour)
  await read(id, accounts.citizen)
  await read(id, accounts.otherCommune)
  const { rows } = await shop.db.query('select viewer, capacity from dossier_look where dossier_id = $1 order by id', [
    id,
  ])
  expect(rows).toEqual([
    { viewer: accounts.labour, capacity: `case-officer@${phong}` },
    { viewer: accounts.citizen, capacity: 'applicant' },
    { viewer: accounts.otherCommune, capacity: null },
  ])
})

test('a dossier stored by an older fold is folded from its record before anybody judges by it', async () => {
  const id = await atTheDistrict()
  await shop.db.query(`update dossier set fold = 1, body = body - 'receipts' - 'supplementProposed' where id = $1`, [
    id,
  ])
  shop.restart()
  expect((await read(id, accounts.labour)).statusCode).toBe(200)
  const defects = [{ component: '02', defect: 'missing' as const }]
  expect((await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)).statusCode).toBe(200)
  const { rows } = await shop.db.query("select fold, body ? 'receipts' as whole from dossier where id = $1", [id])
  expect(rows).toEqual([{ fold: foldVersion, whole: true }])
})
