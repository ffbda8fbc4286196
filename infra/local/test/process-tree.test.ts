import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { processes, usageOf } from '../process-tree.ts'

test.runIf(process.platform === 'linux')('what a child has used stays counted when it has ended', () => {
  const used = () => usageOf(process.pid, processes()).cpuSeconds
  const before = used()
  const burn = 'while (process.cpuUsage().user < 400_000);'
  spawnSync(process.execPath, ['-e', burn])
  expect(used() - before).toBeGreaterThan(0.35)
})
