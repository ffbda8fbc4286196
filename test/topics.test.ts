import { expect, test } from 'vitest'
import { topics as created } from '../infra/local/topics.ts'
import { topics as told } from '../packages/contracts/src/topics.ts'

const isDeadLetters = (topic: string) => topic.endsWith('.dead.v1')

test('the stack creates every topic that the contracts tell, and besides them dead letters only', () => {
  const names = created.map(({ topic }) => topic).filter((topic) => !isDeadLetters(topic))
  expect(names.toSorted()).toEqual(told.map(({ name }) => name).toSorted())
})

test('law as data keeps the newest of each key, news of dossiers is never thinned out', () => {
  const compacted = created.filter(({ configEntries }) => configEntries?.some(({ value }) => value === 'compact'))
  expect(compacted.map(({ topic }) => topic).toSorted()).toEqual(
    told
      .filter(({ schema }) => 'body' in schema.shape)
      .map(({ name }) => name)
      .toSorted(),
  )
})
