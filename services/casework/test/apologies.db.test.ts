import { OrganisationCode } from '@dossier/contracts/organisation'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApologyRow } from '../src/apologies.ts'
import { sweepOnce } from '../src/sweeper.ts'
import { accounts, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
const leaders = {
  labourHead: 'officer:huyen-ia-grai.labour-head',
  districtChairman: 'officer:huyen-ia-grai.chairman',
  provinceChairman: 'officer:gia-lai.chairman',
}
const [district, province] = [OrganisationCode.parse('H21.08'), OrganisationCode.parse('H21')]
const ids = [newDossier(), newDossier(), newDossier()]
const [first, second, third] = ids

/** Three dossiers of S01 at the district, due 17/05/2021: the commune has passed them on in time. */
beforeAll(async () => {
  shop = await openShop()
  for (const id of ids) {
    shop.time.now = '2021-04-13T02:40:00.000Z'
    await shop.send(id, { type: 'Accept' }, accounts.intake)
    await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
    await shop.send(id, { type: 'AcceptHandover' }, accounts.labour)
  }
})
afterAll(() => shop.close())

const at = (now: string) => {
  shop.time.now = now
  const report = (trouble: unknown) => {
    throw new Error('An alarm could not be sounded', { cause: trouble })
  }
  return sweepOnce({ db: shop.db, clock: shop.clock, ledger: shop.ledger, graceMs: 0, report })
}
const list = async (organisation: string, who: string): Promise<{ rows: ApologyRow[]; waiting: number }> =>
  (await shop.app.inject({ url: `/apologies?organisation=${organisation}`, headers: as(who) })).json()
const listed = async (organisation: string, who: string) => (await list(organisation, who)).rows.map(({ id }) => id)

test('before an apology is drafted no leader’s list holds anything', async () => {
  await at('2021-05-13T00:29:00.000Z')
  expect(await list(phong, leaders.labourHead)).toEqual({ rows: [], wrongs: [], waiting: 0 })
})

test('a draft lies on the desk of the agency that holds the dossier and of the leader above, with what signing would say', async () => {
  await at('2021-05-13T00:30:00.000Z')
  const { rows, waiting } = await list(phong, leaders.labourHead)
  expect(waiting).toBe(3)
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids))
  expect(rows[0]).toMatchObject({
    holder: phong,
    stage: 'district',
    due: { on: '2021-05-17' },
    by: '2021-05-14T10:00:00.000Z',
    isTooLate: false,
    reason: 'workload',
    lateBy: [{ of: phong, stage: 'district', unit: 'working-day' }],
    escalation: 0,
  })
  expect(rows[0]?.appointment?.on).toBe('2021-06-07') // seven working days, then twelve days: Saturday 05/06
  expect(await listed(district, leaders.districtChairman)).toHaveLength(3)
  expect(await listed(province, leaders.provinceChairman)).toEqual([])
})

test('signing many is many commands: each once, as drafted, and gone from every list', async () => {
  const { rows } = await list(phong, leaders.labourHead)
  const row = rows.find(({ id }) => id === first)
  const match = { 'if-match': `"${row?.version}"` }
  const signed = await shop.send(first ?? '', { type: 'Reappoint' }, leaders.labourHead, 'a', match)
  expect(signed.json().lines.at(-1).event).toMatchObject({
    type: 'DossierReappointed',
    appointment: row?.appointment,
    reason: row?.reason,
    lateBy: row?.lateBy,
    apology: 'in-time',
  })
  const twice = await shop.send(first ?? '', { type: 'Reappoint' }, leaders.districtChairman)
  expect(twice.json()).toMatchObject({ status: 409, code: 'second-reappointment' })
  expect(await listed(phong, leaders.labourHead)).not.toContain(first)
  expect(await listed(district, leaders.districtChairman)).not.toContain(first)
})

test('unsigned four hours before the last moment it lies on the desk of the next leader above, too', async () => {
  await at('2021-05-14T06:00:00.000Z')
  const { rows } = await list(province, leaders.provinceChairman)
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([second, third]))
  expect(rows.map(({ escalation }) => escalation)).toEqual([1, 1])
  const above = await shop.send(second ?? '', { type: 'Reappoint', reason: 'other' }, leaders.provinceChairman)
  expect(above.statusCode).toBe(200)
})

test('a draft leaves the list while the clock stands, and after its last moment it stays there, marked', async () => {
  await at('2021-05-14T11:00:00.000Z')
  expect((await list(phong, leaders.labourHead)).rows).toMatchObject([{ id: third, isTooLate: true }])
  const defects = [{ component: '02', defect: 'missing' as const }]
  const lacking = { defects, legalBasis: 'NĐ 131/2021/NĐ-CP Điều 66' }
  await shop.send(third ?? '', { type: 'ProposeSupplement', ...lacking }, accounts.labour)
  const asked = await shop.send(third ?? '', { type: 'RequestSupplement', ...lacking }, accounts.intake)
  expect(asked.json().lines.at(-1).axes.clock).toBe('paused')
  expect(await listed(phong, leaders.labourHead)).toEqual([])
})

test('the list of another agency is refused, and a case officer may read but not sign', async () => {
  const stranger = await shop.app.inject({
    url: `/apologies?organisation=${phong}`,
    headers: as(accounts.otherCommune),
  })
  expect(stranger.json()).toMatchObject({ status: 403, code: 'not-permitted' })
  const officer = await shop.send(third ?? '', { type: 'Reappoint' }, accounts.labour)
  expect(officer.json()).toMatchObject({ status: 403, code: 'not-permitted' })
  const wrong = await shop.app.inject({ url: '/apologies?organisation=x', headers: as(accounts.labour) })
  expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/query/organisation' }] })
})
