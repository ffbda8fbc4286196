import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepOnce } from '../src/sweeper.ts'
import { accounts, newDossier, openShop, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const sounded = async (id: string) => {
  const { rows } = await shop.db.query<{ id: string; person: string }>(
    `select body #>> '{event,alarm,id}' as id, body #>> '{actor,person}' as person from dossier_event
     where dossier_id = $1 and body #>> '{event,type}' = 'AlarmSounded' order by seq`,
    [id],
  )
  return rows
}
const troubles: unknown[] = []
const sweep = (graceMs = 0) =>
  sweepOnce({ db: shop.db, clock: shop.clock, ledger: shop.ledger, graceMs, report: (one) => troubles.push(one) })

test('sounds what is due and nobody sounded, in order, and a second sweep finds nothing', async () => {
  shop.time.now = '2021-04-13T02:40:00.000Z'
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  expect(await sweep()).toBe(0)
  shop.time.now = '2021-05-18T03:00:00.000Z'
  expect(await sweep()).toBeGreaterThan(0)
  const kinds = (await sounded(id)).map((alarm) => alarm.id.split(':')[0])
  expect(kinds.slice(-6)).toEqual([
    'apology-draft',
    'due-soon',
    'apology-unsigned',
    'apology-unsigned',
    'apology-by',
    'overdue',
  ])
  expect(await sweep()).toBe(0)
  const caught =
    'select kind, due_at::text, at::text from swept_alarm where dossier_id = $1 order by due_at desc, kind limit 1'
  expect((await shop.db.query(caught, [id])).rows).toEqual([
    { kind: 'overdue', due_at: expect.stringContaining('2021-05-17'), at: expect.stringContaining('2021-05-18') },
  ])
})

test('leaves the conductor its time', async () => {
  shop.time.now = '2021-04-13T02:40:00.000Z'
  await shop.send(newDossier(), { type: 'Accept' }, accounts.intake)
  shop.time.now = '2021-05-17T17:00:00.000Z' // the moment it is overdue
  await sweep(1) // all but what fell due this moment
  expect(await sweep(30_000)).toBe(0)
  expect(await sweep(0)).toBe(1)
})

test('the conductor that comes after the sweeper is answered as if it had come first', async () => {
  shop.time.now = '2021-04-13T02:40:00.000Z'
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  shop.time.now = '2021-05-18T03:00:00.000Z'
  await sweep()
  const alarms = await sounded(id)
  for (const alarm of alarms) {
    const again = await shop.send(
      id,
      { type: 'SoundAlarm', alarmId: alarm.id },
      accounts.conductor,
      `${id}:${alarm.id}`,
    )
    expect(again.statusCode).toBe(200)
  }
  expect(await sounded(id)).toEqual(alarms)
})

test('a dossier that gives trouble is reported and keeps no other from being heard', async () => {
  shop.time.now = '2021-04-13T02:40:00.000Z'
  const [broken, sound] = [newDossier(), newDossier()]
  for (const id of [broken, sound]) await shop.send(id, { type: 'Accept' }, accounts.intake)
  const spoil = `update dossier set body = body - 'clock', next_alarm_at = '2000' where id = $1`
  await shop.db.query(spoil, [broken])
  shop.restart()
  shop.time.now = '2021-05-18T03:00:00.000Z'
  await sweep()
  expect((await sounded(sound)).length).toBeGreaterThan(0)
  expect(String(troubles[0])).toContain(broken)
})
