import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { keepCopy, makeCopy } from '../src/copy.ts'
import { freshDatabase } from '../src/testing.ts'

const Calendar = z.object({ key: z.string(), revision: z.int(), body: z.object({ days: z.array(z.string()) }) })
const topicNamed = (name: string) => ({ name, schema: Calendar, key: ({ key }: { key: string }) => key })

let db: Pool
beforeAll(async () => {
  db = await freshDatabase(new URL('migrations/', import.meta.url))
})
afterAll(() => db.end())
const announced = (revision: number, ...days: string[]) => ({ key: '2026', revision, body: { days } })

test('the newest revision stays, in whatever order and however often revisions come', async () => {
  const topic = topicNamed('newest')
  const keep = keepCopy(db, topic)
  for (const revision of [2, 3, 1, 3, 2]) await keep(announced(revision, `r${revision}`))
  const copy = await makeCopy(db, topic)
  expect(copy.get('2026')).toEqual({ days: ['r3'] })
  expect(copy.get('1999')).toBeUndefined()
  copy.close()
})

test('a reader sees a change when it asks, and within a second when it does not', async () => {
  const topic = topicNamed('seen')
  const keep = keepCopy(db, topic)
  const copy = await makeCopy(db, topic)
  expect(copy.all().size).toBe(0)
  await keep(announced(1, 'x'))
  await copy.refresh()
  expect(copy.get('2026')).toEqual({ days: ['x'] })
  await keep(announced(2, 'y'))
  const from = performance.now()
  while (copy.get('2026')?.days[0] !== 'y') await new Promise((next) => setImmediate(next))
  expect(performance.now() - from).toBeLessThan(1500)
  copy.close()
})

test('a topic’s copy is not read again for changes of another', async () => {
  const [one, two] = [topicNamed('one'), topicNamed('two')]
  await keepCopy(db, one)(announced(1, 'x'))
  const copy = await makeCopy(db, one)
  const before = copy.all()
  await keepCopy(db, two)(announced(1, 'y'))
  await copy.refresh()
  expect(copy.all()).toBe(before)
  copy.close()
})
