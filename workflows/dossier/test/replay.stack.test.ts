import { fileURLToPath } from 'node:url'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { keptHistories } from './histories.ts'

test('open dossiers go on under this version of the story: every kept history replays', async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const workflowsPath = fileURLToPath(new URL('../src/workflow.ts', import.meta.url))
  const outcomes: Record<string, string> = {}
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowsPath }, keptHistories()))
    outcomes[workflowId] = error === undefined ? 'replays' : error.message
  expect(Object.keys(outcomes).length).toBeGreaterThan(2)
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['replays']))
})
