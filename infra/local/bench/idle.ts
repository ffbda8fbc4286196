import { setTimeout } from 'node:timers/promises'
import { processes, usageOf } from '../process-tree.ts'
import type { PartView } from '../stack.ts'

/** How much of one core a stack takes while nobody asks anything of it: all its parts but Kafka, whose JVM is not ours. */
export const idleShare = async (parts: PartView[], seconds: number): Promise<number> => {
  const ours = parts.flatMap(({ part, pid }) => (part === 'kafka' || pid === undefined ? [] : [pid]))
  const used = () => {
    const all = processes()
    return ours.reduce((sum, pid) => sum + usageOf(pid, all).cpuSeconds, 0)
  }
  const [begun, before] = [performance.now(), used()]
  await setTimeout(seconds * 1_000)
  return (used() - before) / ((performance.now() - begun) / 1_000)
}
