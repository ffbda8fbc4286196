import { DossierCommand } from '@dossier/contracts/dossier-command'
import { requestHash } from '@dossier/platform/canonical-json'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accounts, newDossier, openShop, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => {
  shop.time.now = ahead
})

const ahead = '2021-04-13T02:40:04.000Z'
const setBack = '2021-04-13T02:40:01.000Z'
const offer = DossierCommand.parse({ type: 'OfferHandover', to: phong, originals: [] })

const timesOf = async (id: string) => {
  const { rows } = await shop.db.query<{ at: string }>(
    `select body ->> 'at' as at from dossier_event where dossier_id = $1 order by seq`,
    [id],
  )
  return rows.map(({ at }) => at)
}
const accepted = async () => {
  const id = newDossier()
  expect((await shop.send(id, { type: 'Accept' }, accounts.intake)).statusCode).toBe(200)
  return id
}

test('after its machine’s clock was set back a ledger writes no line earlier than the one before', async () => {
  const id = await accepted()
  shop.time.now = setBack
  expect((await shop.send(id, offer, accounts.intake)).statusCode).toBe(200)
  expect(await timesOf(id)).toEqual([ahead, ahead, ahead])
})

test('nor does another instance whose clock is behind, or one that was started anew', async () => {
  for (const other of [shop.secondInstance(), (shop.restart(), shop.ledger)]) {
    shop.time.now = ahead
    const id = await accepted()
    shop.time.now = setBack
    const caller = { subject: accounts.intake, kind: 'officer' } as const
    const order = { dossierId: id, key: `offer-${id}`, requestHash: requestHash(offer), caller, command: offer }
    expect(await other(order)).toMatchObject({ version: 3 })
    expect(await timesOf(id)).toEqual([ahead, ahead, ahead])
  }
})

test('time goes on by the clock as soon as that is past the last line', async () => {
  const id = await accepted()
  shop.time.now = '2021-04-13T02:41:00.000Z'
  await shop.send(id, offer, accounts.intake)
  expect((await timesOf(id)).at(-1)).toBe('2021-04-13T02:41:00.000Z')
})
