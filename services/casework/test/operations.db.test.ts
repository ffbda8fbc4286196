import { as, keylessRoutes } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, openShop, type Shop } from './one-stop-shop.ts'

let shop: Shop
const [open, closed] = [newDossier(), newDossier()]
beforeAll(async () => {
  shop = await openShop()
  for (const id of [open, closed]) await shop.send(id, { type: 'Accept' }, accounts.intake)
  await shop.send(closed, { type: 'Withdraw' }, accounts.intake)
  await shop.send(closed, { type: 'Stop', ground: 'withdrawal' }, 'officer:ia-pech.head')
})
afterAll(() => shop.close())

const order = (what: string, key: string, payload?: object, who = 'service:casework') =>
  shop.app.inject({
    method: 'POST',
    url: `/operations/${what}`,
    headers: { ...as(who), 'idempotency-key': key },
    ...(payload !== undefined && { payload }),
  })
const lastLine = (id: string, who = accounts.conductor) =>
  shop.app.inject({ url: `/operations/dossiers/${id}/last-line`, headers: as(who) })
const told = async () => (await shop.db.query('select from outbox')).rowCount ?? 0

test('every line is told again once, however often the order is sent', async () => {
  const before = await told()
  const first = await order('re-announce', 'again')
  expect(first.json()).toEqual({ lines: before })
  expect((await order('re-announce', 'again')).body).toBe(first.body)
  expect(await told()).toBe(2 * before)
})

test('telling again needs a key, and is for operators alone', async () => {
  const before = await told()
  expect((await order('re-announce', '')).json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
  for (const who of [accounts.intake, accounts.conductor])
    expect((await order('re-announce', 'k', undefined, who)).statusCode).toBe(403)
  expect(await told()).toBe(before)
})

test('the conductor is given the last line of any dossier, and of no dossier none', async () => {
  expect((await lastLine(open)).json()).toMatchObject({ dossierId: open, axes: { state: 'accepted' } })
  expect((await lastLine(closed)).json()).toMatchObject({ dossierId: closed, axes: { state: 'stopped' }, alarms: [] })
  expect((await lastLine(newDossier())).json()).toMatchObject({ status: 404, code: 'not-found' })
  expect((await lastLine(open, accounts.intake)).statusCode).toBe(403)
})

test('every route that changes something asks for an Idempotency-Key', async () => {
  // What a notice or a command would do is asked with what it is asked of, and keeps nothing.
  const asking = ['post /worklist/preview', 'post /calendar/what-if']
  expect(keylessRoutes((await shop.app.inject('/openapi.json')).json())).toEqual(asking)
})
