import type { DossierMessage } from '@dossier/contracts/dossier'
import { apologiesIn } from '@dossier/domain/apologies'
import { periodOf } from '@dossier/domain/period'
import { expect, test, vi } from 'vitest'
import { type Fate, liveAYear, recordsOf } from './office-year.ts'
import { openShop } from './one-stop-shop.ts'

vi.setConfig({ testTimeout: 300_000 }) // a year, day by day

const year = periodOf('2025-07-01', '2026-07-01')
const count = (record: readonly DossierMessage[] | undefined, type: string) =>
  (record ?? []).filter(({ event }) => event.type === type).length

const livedBy = async (leadersSign: boolean, dossiers: number) => {
  const shop = await openShop()
  shop.intake.says = { receivingDesk: shop.desks.iaGrai }
  const lived = await liveAYear({ shop, dossiers, seed: 2025, leadersSign })
  const records = await recordsOf(shop)
  await shop.close()
  const of = (fate: Fate) => lived.filter((one) => one.fate === fate).map(({ id }) => id)
  return { records, late: of('late'), others: [...of('in-time'), ...of('on-the-day')], onTheDay: of('on-the-day') }
}

test('of a year with 5 % late dossiers every late one has exactly one apology, in time, and no other is late', async () => {
  const { records, late, others, onTheDay } = await livedBy(true, 400)
  expect([late.length, others.length]).toEqual([20, 380])
  const { owed, inTime, ...failures } = apologiesIn(records, year)
  expect([owed, failures]).toEqual([20, { late: [], none: [] }])
  expect(inTime.toSorted()).toEqual(late.toSorted())
  for (const id of late) {
    const record = records.get(id)
    expect([count(record, 'ApologyDrafted'), count(record, 'DossierReappointed')]).toEqual([1, 1])
  }

  // A draft is laid before anybody can know whether the day will be kept. What is done before that moment has none. What is done
  // after it, but in time, may have a letter that was not needed: never more than one, and no figure counts it.
  const drafted = others.filter((id) => count(records.get(id), 'ApologyDrafted') > 0)
  expect(drafted.length).toBeGreaterThan(onTheDay.length)
  expect(drafted).toEqual(expect.arrayContaining(onTheDay))
  for (const id of others) {
    const record = records.get(id) ?? []
    const has = drafted.includes(id) ? 1 : 0
    expect(count(record, 'ApologyDrafted')).toBe(has)
    expect(count(record, 'DossierReappointed')).toBeLessThanOrEqual(has)
    expect(planAtTheEnd(record)).toContainEqual(has === 1 ? 'drafted' : 'to be drafted')
  }
})

/** Whether the apology was drafted, or still to be, when the result was signed. */
const planAtTheEnd = (record: readonly DossierMessage[]) => {
  const end = record.findIndex(({ event }) => event.type === 'ResultSigned')
  const [done, before] = [record[end], record[end - 1]]
  return [
    ...(before?.alarms ?? []).flatMap(({ kind, at }) =>
      kind === 'apology-draft' && at > (done?.at ?? '') ? ['to be drafted'] : [],
    ),
    ...(count(record.slice(0, end), 'ApologyDrafted') === 1 ? ['drafted'] : []),
  ]
}

test('where the leaders sleep each draft goes up twice, and every late dossier is a counted failure', async () => {
  const { records, late } = await livedBy(false, 100)
  expect(late).toHaveLength(5)
  const { owed, inTime, none } = apologiesIn(records, year)
  expect([owed, inTime]).toEqual([5, []])
  expect(none.toSorted()).toEqual(late.toSorted())
  for (const id of late) {
    const sounded = (records.get(id) ?? []).flatMap(({ event }) =>
      event.type === 'AlarmSounded' ? [event.alarm.kind] : [],
    )
    const ofTheApology = sounded.filter((kind) => kind.startsWith('apology'))
    expect(ofTheApology).toEqual(['apology-draft', 'apology-unsigned', 'apology-unsigned', 'apology-by'])
  }
})
