import kafkajs from 'kafkajs'

const catalogue = [
  'catalogue.procedure.v1',
  'catalogue.organisation.v1',
  'catalogue.officer.v1',
  'catalogue.calendar.v1',
]

/** The consumer groups of the product, and what each hears. */
export const groups = {
  casework: ['intake.application.v1', 'postal.parcel.v1', 'notifications.letter.v1', ...catalogue],
  intake: ['casework.dossier.v1', ...catalogue],
  notifications: [
    'casework.dossier.v1',
    'postal.parcel.v1',
    'intake.application.v1',
    'intake.feedback.v1',
    ...catalogue,
  ],
  conductor: ['casework.dossier.v1'],
  postal: ['casework.dossier.v1', 'intake.application.v1', ...catalogue],
}

/** By topic and partition, the place behind its last message. */
export type Ends = ReadonlyMap<string, ReadonlyMap<number, number>>

/** How far the consumers are behind the ends of their topics. */
export const openLevels = async (brokers: string) => {
  const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()

  const behindOf = async (groupId: string, topic: string) => {
    const [ends, heard] = await Promise.all([
      admin.fetchTopicOffsets(topic),
      admin.fetchOffsets({ groupId, topics: [topic] }),
    ])
    const at = new Map(heard[0]?.partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]))
    return ends.reduce((sum, { partition, high }) => sum + Number(high) - (at.get(partition) ?? 0), 0)
  }

  const handledOf = async (groupId: string, topic: string, ends: Ends) => {
    const [heard] = await admin.fetchOffsets({ groupId, topics: [topic] })
    const at = new Map(heard?.partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]))
    const wanted = ends.get(topic) ?? new Map<number, number>()
    return [...wanted].every(([partition, end]) => (at.get(partition) ?? 0) >= end)
  }

  return {
    /** Where the topics that anybody hears end now. */
    ends: async (): Promise<Ends> => {
      const names = [...new Set(Object.values(groups).flat())]
      const ends = names.map(async (topic) => {
        const offsets = await admin.fetchTopicOffsets(topic)
        return [topic, new Map(offsets.map(({ partition, high }) => [partition, Number(high)]))] as const
      })
      return new Map(await Promise.all(ends))
    },
    /** Whether every group has handled all that was there when the topics ended so. */
    handled: async (ends: Ends): Promise<boolean> => {
      const all = Object.entries(groups).flatMap(([group, names]) => names.map((name) => handledOf(group, name, ends)))
      return (await Promise.all(all)).every(Boolean)
    },
    /** Messages told and not yet handled, over all groups. */
    behind: async (): Promise<number> => {
      const counts = await Promise.all(
        Object.entries(groups).flatMap(([group, topics]) => topics.map((topic) => behindOf(group, topic))),
      )
      return counts.reduce((sum, count) => sum + count, 0)
    },
    close: () => admin.disconnect(),
  }
}
