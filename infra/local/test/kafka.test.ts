import { expect, test } from 'vitest'
import { newClusterId, untilLed } from '../kafka.ts'

test('no cluster is given an id that Kafka’s tools would read as an option: one start in 64 failed', () => {
  const ids = Array.from({ length: 5_000 }, newClusterId)
  expect(ids.filter((id) => !/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/.test(id))).toEqual([])
})

const partition = (leader: number) => ({ partitionErrorCode: 0, partitionId: 0, leader, replicas: [1], isr: [1] })
const said = (leader: number) => Promise.resolve({ topics: [{ name: 't', partitions: [partition(leader)] }] })
const broker = (...answers: (() => ReturnType<typeof said>)[]) => ({
  fetchTopicMetadata: () => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? said(-1),
})
const unheardOf = () => Promise.reject(new Error('This server does not host this topic-partition'))

test('topics just made are waited for, also while the broker has not heard of them', async () => {
  const slow = broker(
    unheardOf,
    () => said(-1),
    () => said(1),
  )
  await expect(untilLed(slow, ['t'], { lookMs: 1 })).resolves.toBeUndefined()
})

test('a topic that never gets a leader stops the wait with what the broker said', async () => {
  const impatient = { patienceMs: 5, lookMs: 1 }
  await expect(untilLed(broker(unheardOf), ['t'], impatient)).rejects.toThrow('does not host')
  await expect(
    untilLed(
      broker(() => said(-1)),
      ['t'],
      impatient,
    ),
  ).rejects.toThrow('without a leader')
})
