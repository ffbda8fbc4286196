import type { Kafka } from 'kafkajs'

/** How many messages a consumer group has not handled yet. */
export type Lag = { group: string; topic: string; behind: number }

/** The groups of the product, each by the service that hears as it. */
const groups = ['casework', 'intake', 'postal', 'notifications', 'conductor', 'insight'] as const

/** Asks Kafka how far each group is behind the ends of its topics. Throws where Kafka cannot be reached. */
export const readLags = async (kafka: Kafka): Promise<Lag[]> => {
  const admin = kafka.admin()
  await admin.connect()
  try {
    const lags: Lag[] = []
    for (const group of groups)
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId: group })) {
        const ends = new Map((await admin.fetchTopicOffsets(topic)).map((one) => [one.partition, one]))
        const behind = partitions.reduce((sum, { partition, offset }) => {
          const end = ends.get(partition)
          // Nothing handled yet: all that is still kept.
          const from = Math.max(Number(offset), Number(end?.low ?? 0))
          return sum + Math.max(0, Number(end?.high ?? 0) - from)
        }, 0)
        lags.push({ group, topic, behind })
      }
    return lags
  } finally {
    await admin.disconnect()
  }
}
