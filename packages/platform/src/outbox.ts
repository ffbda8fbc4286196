import type { Topic } from './topic.ts'
import { messageHeaders } from './context.ts'
import type { Tx } from './postgres.ts'

const write = `
  insert into outbox (topic, key, body, headers)
  select $1, key, body, $4 from unnest($2::text[], $3::jsonb[]) with ordinality as m (key, body, n) order by n`

/**
 * Writes messages into the outbox within the transaction of what they tell, with the headers of the request. Lock what
 * orders them (the dossier) before the transaction's first write, else two transactions publish in the wrong order.
 */
export const announce = async <T>(tx: Tx, topic: Pick<Topic<T>, 'name' | 'key'>, ...messages: T[]): Promise<void> => {
  const bodies = messages.map((message) => JSON.stringify(message))
  await tx.query(write, [topic.name, messages.map(topic.key), bodies, JSON.stringify(messageHeaders())])
}
