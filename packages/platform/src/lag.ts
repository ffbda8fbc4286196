import type { Admin } from 'kafkajs'
import { consumerLag } from './metrics.ts'
import type { PartitionLag } from './watchdog.ts'

/** How much of the assigned partitions the group has not committed; also sets the metric. */
export const lagsOf = async (admin: Admin, group: string, assigned: Map<string, number[]>): Promise<PartitionLag[]> => {
  if (assigned.size === 0) return []
  await admin.connect()
  const committed = await admin.fetchOffsets({ groupId: group, topics: [...assigned.keys()] })
  const lags: PartitionLag[] = []
  for (const { topic, partitions } of committed) {
    const ends = new Map((await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, end]))
    let total = 0
    for (const { partition, offset } of partitions) {
      const end = ends.get(partition)
      if (end === undefined || assigned.get(topic)?.includes(partition) !== true) continue
      const at = Math.max(Number(offset), Number(end.low)) // -1: nothing committed yet
      const lag = Math.max(0, Number(end.high) - at)
      total += lag
      lags.push({ partition: `${topic}/${partition}`, lag, committed: offset })
    }
    consumerLag.set({ group, topic }, total)
  }
  return lags
}
