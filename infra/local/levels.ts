import kafkajs from 'kafkajs'

const catalogue = [
  'catalogue.procedure.v1',
  'catalogue.organisation.v1',
  'catalogue.officer.v1',
  'catalogue.calendar.v1',
]

/** The consumer groups of the product, and what each hears. */
const groups = {
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

  return {
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
