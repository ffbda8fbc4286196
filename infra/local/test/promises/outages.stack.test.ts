import { afterAll, beforeAll, expect, test } from 'vitest'
import { live } from '../../bench/lives.ts'
import { alarmsOf, expectConducted, expectInOrder, expectTold, ledgerOf, openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop('outages')
}, 180_000)
afterAll(() => shop.close(), 60_000)

const patience = { timeout: 90_000, interval: 250 }
const phong = 'H21.08.54'
const labour = () => shop.people('officer:huyen-ia-grai.labour')

test('with Temporal down for days desks accept, hand over and hear their alarms; then the clocks catch up', async () => {
  await shop.stack.kill('temporal')
  const ids = await Promise.all(Array.from({ length: 5 }, () => shop.accept()))
  const [first = ''] = ids
  await shop.desk.act(first, { type: 'OfferHandover', to: phong })
  await labour().act(first, { type: 'AcceptHandover' })
  expect((await ledgerOf(shop, [first]))[0]?.holder).toBe(phong)
  // The sweeper sounds what the conductor cannot: days pass in seconds here.
  await expect
    .poll(async () => new Set((await alarmsOf(shop, ids)).map((alarm) => alarm.split(' ')[0])).size, patience)
    .toBe(5)
  await shop.stack.start('temporal')
  await expectConducted(shop, ids)
  const alarms = await alarmsOf(shop, ids)
  expect(new Set(alarms).size).toBe(alarms.length)
}, 240_000)

test('with Kafka down walk-ins are accepted, handed over, decided and signed; then all hear each line once, in order', async () => {
  await shop.stack.kill('kafka')
  const other = await shop.accept()
  const id = await live(shop.people) // from the desk over district and province to the citizen's hands
  await shop.desk.act(other, { type: 'OfferHandover', to: phong })
  await labour().act(other, { type: 'AcceptHandover' })
  expect(await ledgerOf(shop, [id])).toMatchObject([{ open: false }])
  expect(await ledgerOf(shop, [other])).toMatchObject([{ open: true, holder: phong }])
  await shop.stack.start('kafka')
  await expectTold(shop, [id, other])
  await expectConducted(shop, [id, other])
  await expectInOrder(shop, [id, other])
}, 240_000)

test('a worker killed in mid-story is replaced, and the story goes on where it was', async () => {
  const id = await shop.accept()
  await expectConducted(shop, [id])
  await shop.stack.kill('conductor')
  await shop.desk.act(id, { type: 'Withdraw' })
  await shop.people('officer:ia-pech.head').act(id, { type: 'Stop', ground: 'withdrawal' })
  await shop.stack.start('conductor')
  await expectConducted(shop, [id])
  expect(await ledgerOf(shop, [id])).toMatchObject([{ open: false }])
}, 180_000)

test('PostgreSQL restarted under load loses no acknowledged action', async () => {
  const acknowledged: string[] = []
  let refused = 0
  let over = false
  const officer = async () => {
    while (!over)
      await shop.accept().then(
        (id) => acknowledged.push(id),
        () => (refused += 1),
      )
  }
  const load = Promise.all(Array.from({ length: 8 }, officer))
  await expect.poll(() => acknowledged.length, patience).toBeGreaterThan(20)
  await shop.stack.kill('postgres')
  await shop.stack.start('postgres')
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length, patience).toBeGreaterThan(before + 20)
  over = true
  await load
  expect(refused, 'the outage was felt').toBeGreaterThan(0)
  const found = await ledgerOf(shop, acknowledged)
  expect(found).toHaveLength(acknowledged.length)
  await expectTold(shop, acknowledged.slice(-5))
}, 240_000)

test('the same command sent fifty times at once over HTTP has one effect', async () => {
  const id = await shop.accept()
  const [before] = await ledgerOf(shop, [id])
  const send = () =>
    shop.desk.post('casework', `/dossiers/${id}/commands`, { type: 'OfferHandover', to: phong }, `${id}-offer`)
  const answers = await Promise.all(Array.from({ length: 50 }, send))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
  const offers = await shop.db.query(
    `select from dossier_event where dossier_id = $1 and body #>> '{event,type}' = 'HandoverOffered'`,
    [id],
  )
  expect(offers.rowCount).toBe(1)
  expect((await ledgerOf(shop, [id]))[0]?.version).toBeGreaterThan(before?.version ?? 0)
}, 90_000)

test('a handover whose receiver’s side dies leaves one holder, and repeating it finishes it once', async () => {
  const id = await shop.accept()
  await shop.desk.act(id, { type: 'OfferHandover', to: phong })
  const accept = () => labour().post('casework', `/dossiers/${id}/commands`, { type: 'AcceptHandover' }, `${id}-accept`)
  const answer = accept().catch(() => 'no answer' as const)
  await shop.stack.kill('casework')
  await answer
  await shop.stack.start('casework')
  const [between] = await ledgerOf(shop, [id])
  expect(['H21.08.10.01', phong]).toContain(between?.holder)
  await expect.poll(async () => (await accept().catch(() => undefined))?.status, patience).toBe(200)
  const { rows } = await shop.db.query<{ type: string }>(
    `select body #>> '{event,type}' as type from dossier_event where dossier_id = $1`,
    [id],
  )
  expect(rows.filter(({ type }) => type === 'HandoverAccepted')).toHaveLength(1)
  expect((await ledgerOf(shop, [id]))[0]?.holder).toBe(phong)
}, 120_000)
