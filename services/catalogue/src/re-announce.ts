import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import type { Tx } from '@dossier/platform/postgres'

const topics = [procedureTopic, organisationTopic, calendarTopic, officerTopic].map(({ name }) => name)

// Revisions stay as they are: who has heard them keeps what it has, who was wiped hears everything.
const tellAgain = `
  insert into outbox (topic, key, body)
  select topic, key, jsonb_build_object('key', key, 'revision', revision, 'body', body)
  from reference where state = 'published' and topic = any ($1) order by topic, key`

/** Tells every published row again, for a Kafka that was wiped. Gives how many. */
export const reAnnounce = async (db: Tx): Promise<number> => (await db.query(tellAgain, [topics])).rowCount ?? 0
