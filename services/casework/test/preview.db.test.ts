import type { DossierId } from '@dossier/contracts/dossier'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
const ids = [newDossier(), newDossier(), newDossier()]
const [accepted, offered, elsewhere] = ids
beforeAll(async () => {
  shop = await openShop()
  for (const id of ids) await shop.send(id, { type: 'Accept' }, accounts.intake)
  for (const id of [offered, elsewhere])
    if (id !== undefined) await shop.send(id, { type: 'OfferHandover', to: phong, originals: [] }, accounts.intake)
  if (elsewhere !== undefined) await shop.send(elsewhere, { type: 'AcceptHandover' }, accounts.labour)
})
afterAll(() => shop.close())

type Row = { id: DossierId; version: number | null; about: string | null; refused: { code: string; vi: string } | null }
const preview = async (command: string, who: string): Promise<Row[]> => {
  const payload = { command, dossiers: ids }
  const answer = await shop.app.inject({ method: 'POST', url: '/worklist/preview', headers: as(who), payload })
  return answer.json().rows
}

test('each dossier asked about says whether the command would take effect, and by which rule not', async () => {
  const rows = await preview('AcceptHandover', accounts.labour)
  expect(rows.map(({ id, refused }) => [id, refused?.code])).toEqual([
    [accepted, 'not-permitted'],
    [offered, undefined],
    [elsewhere, 'not-permitted'],
  ])
})

test('a command that leads somewhere says where the route would lead each dossier', async () => {
  const [first, second] = await preview('OfferHandover', accounts.intake)
  expect(first).toMatchObject({ about: phong, refused: null })
  expect(second?.refused?.code).toBeDefined()
  expect(second?.refused?.vi).toMatch(/\.$/)
})

test('who may do nothing with a dossier learns of it no more than that', async () => {
  for (const { version, about, refused } of await preview('Assign', accounts.otherCommune))
    expect([version, about, refused?.code]).toEqual([null, null, 'not-permitted'])
})

test('asking does nothing, and what was seen is what may be done', async () => {
  const version = async () => (await preview('Assign', accounts.intake))[0]?.version
  const before = await version()
  await preview('OfferHandover', accounts.intake)
  expect(await version()).toBe(before)
  expect(before).toBeGreaterThan(0)
})
