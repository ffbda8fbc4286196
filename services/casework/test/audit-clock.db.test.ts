import type { ClockFinding } from '@dossier/domain/clock-audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLedger } from '../src/audit-clock.ts'
import { accounts, newDossier, openShop, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await shop.fillCopy()
  shop.time.now = '2021-04-13T02:40:00.000Z'
})
afterAll(() => shop.close())

const audit = async () => {
  const found: (ClockFinding & { id: string })[] = []
  const audited = await auditLedger(shop.db, '2026-11-22T02:00:00.000Z', (id, one) => found.push({ id, ...one }))
  return { ...audited, found }
}
const lived = async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  const defects = [{ component: '02', defect: 'missing' as const }]
  await shop.send(id, { type: 'RequestSupplement', defects }, accounts.intake)
  await shop.send(id, { type: 'ReceiveSupplement' }, accounts.intake)
  return id
}

test('every date of a sound ledger follows from the law it names', async () => {
  await lived()
  await lived()
  expect(await audit()).toEqual({ dossiers: 2, counts: 4, found: [] })
})

test('a date changed by hand in the database is found, by dossier and line', async () => {
  const id = await lived()
  const client = await shop.db.connect()
  await client.query('set session_replication_role = replica') // as somebody with a superuser's hand would
  await client.query(
    `update dossier_event set body = jsonb_set(body, '{event,count,due,on}', '"2021-05-19"')
     where dossier_id = $1 and body #>> '{event,type}' = 'SupplementReceived'`,
    [id],
  )
  client.release(true)
  const { found } = await audit()
  expect(found).toMatchObject([{ id, seq: 4, rules: 'then', what: 'due', says: '2021-05-19', follows: '2021-05-17' }])
})
