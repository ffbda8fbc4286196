import type { Admin, Kafka } from 'kafkajs'
import type { Copy } from './copy.ts'

type Copied = {
  kafka: Kafka
  group: string
  topics: readonly { name: string }[]
  copies: readonly Pick<Copy<unknown>, 'all' | 'refresh'>[]
}

/**
 * For /readyz: throws until the copies can be judged by. A first copy is whole only when its topics have been heard to the
 * end, for a half-heard list of officers would turn officers away; one that was there at the start serves without Kafka.
 */
export const copiesReady = ({ kafka, group, topics, copies }: Copied): (() => Promise<void>) => {
  const filled = () => copies.every((copy) => copy.all().size > 0)
  const wasThere = filled()
  let whole = false
  return async () => {
    if (whole) return
    if (!wasThere) await heardToTheEnd(kafka.admin(), group, topics)
    await Promise.all(copies.map((copy) => copy.refresh()))
    if (!filled()) throw new Error('nothing was published to this copy yet')
    whole = true
  }
}

const heardToTheEnd = async (admin: Admin, groupId: string, topics: Copied['topics']) => {
  try {
    await admin.connect()
    const heard = await admin.fetchOffsets({ groupId, topics: topics.map(({ name }) => name) })
    for (const { topic, partitions } of heard) {
      const at = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]))
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
        // -1: nothing committed yet, as for a partition that holds nothing
        if (Math.max(at.get(partition) ?? 0, Number(low)) < Number(high))
          throw new Error(`${topic} is not heard to its end yet`)
    }
  } finally {
    await admin.disconnect()
  }
}
