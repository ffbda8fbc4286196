import type { ITopicConfig } from 'kafkajs'

const entry = (name: string, value: string) => ({ name, value })

/** Law as data: the newest word on each key is all a reader needs, so the log keeps only that. */
const compacted = (topic: string): ITopicConfig => ({
  topic,
  numPartitions: 1,
  configEntries: [entry('cleanup.policy', 'compact')],
})

/** News of dossiers, in order by key. */
const news = (topic: string): ITopicConfig => ({ topic, numPartitions: 6 })

/** What could not be handled waits for a person, not for a retention of seven days. */
const deadLetters = (group: string): ITopicConfig => ({
  topic: `${group}.dead.v1`,
  numPartitions: 1,
  configEntries: [entry('retention.ms', '-1')],
})

export const topics: ITopicConfig[] = [
  compacted('catalogue.procedure.v1'),
  compacted('catalogue.organisation.v1'),
  compacted('catalogue.calendar.v1'),
  compacted('catalogue.officer.v1'),
  news('intake.application.v1'),
  news('intake.feedback.v1'),
  news('intake.finding.v1'),
  news('casework.dossier.v1'),
  news('postal.parcel.v1'),
  news('notifications.letter.v1'),
  deadLetters('casework'),
  deadLetters('intake'),
  deadLetters('conductor'),
  deadLetters('postal'),
  deadLetters('notifications'),
  deadLetters('insight'),
].map((topic) => ({ replicationFactor: 1, ...topic }))
