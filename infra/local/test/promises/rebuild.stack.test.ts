import { rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuildKafka, rebuildTemporal } from '../../rebuild.ts'
import { lettersOf } from './letters-kept.ts'
import { alarmsOf, expectConducted, expectTold, ledgerOf, nextAlarms, openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop('rebuild')
}, 180_000)
afterAll(() => shop.close(), 60_000)

const patience = { timeout: 90_000, interval: 250 }
const wipe = async (part: 'temporal' | 'kafka') => {
  await shop.stack.kill(part)
  rmSync(`${shop.stack.plan.folder}/${part}`, { recursive: true, force: true })
  await shop.stack.start(part)
}

test('Temporal’s database wiped and rebuilt: every open dossier has its story again and waits for its next alarm, nothing sounds twice', async () => {
  const open = await Promise.all(Array.from({ length: 5 }, () => shop.accept()))
  const closed = await shop.accept()
  await shop.desk.act(closed, { type: 'Withdraw' })
  await shop.people('officer:ia-pech.head').act(closed, { type: 'Stop', ground: 'withdrawal' })
  await expectConducted(shop, [...open, closed])
  await wipe('temporal')

  await expect
    .poll(
      () =>
        rebuildTemporal(shop.stack.plan).then(
          ({ dossiers }) => dossiers,
          () => 0,
        ),
      patience,
    )
    .toBeGreaterThanOrEqual(5)
  await expectConducted(shop, open)
  const timers = () =>
    nextAlarms(shop).then(
      ({ off, planned }) => (planned === 0 ? ['nothing is planned any more'] : off),
      ({ message }: Error) => [message],
    )
  await expect.poll(timers, patience).toEqual([])
  expect(await rebuildTemporal(shop.stack.plan, closed), 'a closed dossier is told by its id').toEqual({ dossiers: 1 })
  await expectConducted(shop, [closed])
  await expect.poll(async () => (await alarmsOf(shop, open)).length, patience).toBeGreaterThanOrEqual(5)
  const alarms = await alarmsOf(shop, open)
  expect(new Set(alarms).size).toBe(alarms.length)
}, 300_000)

/** Each of them has a letter, and it is the same one with who set it, in Kafka, on the dossier and in the mail. */
const expectLetters = async (ids: string[]) => {
  let seen: Awaited<ReturnType<typeof lettersOf>> | undefined
  const differing = async () => {
    seen = await lettersOf(shop, ids)
    const { kept, found } = seen
    const without = ids.filter((id) => !kept.letters.some((line) => line.startsWith(id)))
    const differs = (['lines', 'letters', 'mails'] as const).filter(
      (what) => !isDeepStrictEqual(kept[what], found[what]),
    )
    return [...without, ...differs]
  }
  await expect.poll(differing, patience).toEqual([])
  if (seen === undefined) throw new Error('Nothing was looked at')
  return seen
}

test('Kafka wiped and rebuilt: every line and every letter is there again, and whoever had heard it does not count it twice', async () => {
  const before = await Promise.all(Array.from({ length: 5 }, () => shop.accept()))
  await expectTold(shop, before)
  const first = await expectLetters(before)
  await wipe('kafka')
  const between = await shop.accept() // told to nobody who will remember
  await expect
    .poll(
      () =>
        rebuildKafka(shop.stack.plan).then(
          () => 'rebuilt',
          (error: Error) => error.message,
        ),
      patience,
    )
    .toBe('rebuilt')
  const after = await shop.accept()
  const ids = [...before, between, after]
  await expectTold(shop, ids)
  await expectConducted(shop, ids)
  expect(await ledgerOf(shop, ids)).toHaveLength(ids.length)

  const then = await expectLetters(ids)
  expect(then.kept.letters, 'no letter of before was lost or set anew').toEqual(
    expect.arrayContaining(first.kept.letters),
  )
  expect(then.kept.causes, 'nor anybody told of').toEqual(expect.arrayContaining(first.kept.causes))
  expect(new Set(then.mails).size, 'no mail came twice').toBe(then.mails.length)
}, 300_000)
