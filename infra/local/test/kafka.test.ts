import { expect, test } from 'vitest'
import { newClusterId } from '../kafka.ts'

test('no cluster is given an id that Kafka’s tools would read as an option: one start in 64 failed', () => {
  const ids = Array.from({ length: 5_000 }, newClusterId)
  expect(ids.filter((id) => !/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/.test(id))).toEqual([])
})
