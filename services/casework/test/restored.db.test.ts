import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, openShop, opening, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  shop.time.now = '2021-04-13T02:40:00.000Z'
})
afterAll(() => shop.close())

const seqs = async (id: string) =>
  (await shop.db.query('select seq from dossier_event where dossier_id = $1 order by seq', [id])).rows.map(
    ({ seq }) => seq,
  )

/** As after a restore from a backup while this instance lived on: the database knows less than the instance remembers. */
const keepOnly = async (id: string, version: number, body: unknown) => {
  const client = await shop.db.connect()
  await client.query(`set session_replication_role = replica`) // a restore asks no trigger
  await client.query('delete from dossier_event where dossier_id = $1 and seq > $2', [id, version])
  await client.query('delete from command where dossier_id = $1 and version > $2', [id, version])
  await client.query('update dossier set version = $2, body = $3 where id = $1', [id, version, body])
  client.release(true)
}
const bodyOf = async (id: string): Promise<unknown> =>
  (await shop.db.query('select body from dossier where id = $1', [id])).rows[0].body

test('an instance that remembers more than a restored database writes no gap into the record', async () => {
  const id = newDossier()
  const opinion = { type: 'AddOpinion', kind: 'remark', note: 'x' } as const
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  const before = await bodyOf(id)
  for (let i = 0; i < 3; i += 1) await shop.send(id, opinion, accounts.intake)
  await keepOnly(id, 2, before)
  expect((await shop.send(id, { type: 'Assign', officer: 'ia-pech.social' }, accounts.intake)).statusCode).toBe(200)
  expect(await seqs(id)).toEqual([1, 2, 3])
})

test('nor does it accept, and mint a code, on what the database no longer holds', async () => {
  const id = newDossier()
  await shop.send(id, opening('fx.tro-cap-khang-chien', shop.time.now), accounts.conductor, `${id}:open`)
  const before = await bodyOf(id)
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
  await shop.send(id, { type: 'ReceiveSupplement' }, accounts.intake)
  await keepOnly(id, 1, before)
  expect((await shop.send(id, { type: 'Accept' }, accounts.intake)).statusCode).toBe(200)
  expect(await seqs(id)).toEqual([1, 2])
})
