import { letterTopic } from '@dossier/contracts/letter'
import pg from 'pg'
import { databaseUrl } from '../../databases.ts'
import { messagesInKafka } from '../../story/compare.ts'
import type { Shop } from './shop.ts'

const lines = `
  select dossier_id || ' ' || place || ' LetterIssued ' || id as line from letter where state = 'issued' and dossier_id = any($1)
  union all select dossier_id || ' ' || sent_place || ' LetterSent ' || id from letter
  where sent_place is not null and dossier_id = any($1)`
const issued = `select dossier_id || ' ' || id || ' ' || sha256 as line from letter where state = 'issued' and dossier_id = any($1)`
const listed = `
  select dossier_id || ' ' || letter || ' ' || sha256 as line from dossier_letter
  where kept_by = 'notifications' and dossier_id = any($1)`
const mailed = `
  select id::text as line from message
  where channel = 'email' and state in ('sent', 'delivered') and subject = any($1)`
// Whoever is told, told of one cause, has one letter of it: also where another message took the place of the first.
const causes = `select cause || ' ' || recipient as line from notice where subject = any($1)`

/** The letters of some dossiers wherever they are: with who made them, in Kafka, on the dossier and in the mail, each in order. */
export const lettersOf = async ({ stack, db }: Shop, ids: readonly string[]) => {
  const own = new pg.Pool({ connectionString: databaseUrl(stack.address.postgres, 'notifications'), max: 1 })
  own.on('error', () => {})
  const ask = async (from: pg.Pool, query: string) =>
    (await from.query<{ line: string }>(query, [ids])).rows.map(({ line }) => line).toSorted()
  try {
    const messages = await messagesInKafka(stack.address.kafka, letterTopic.name)
    const told = ids.flatMap((id) =>
      (messages.get(id) ?? []).map(
        ({ seq, event }) => `${id} ${String(seq)} ${Object(event).type} ${Object(event).letter}`,
      ),
    )
    const mails = await mailIds(stack.address.mail)
    const sent = await ask(own, mailed)
    return {
      kept: {
        lines: await ask(own, lines),
        letters: await ask(own, issued),
        causes: await ask(own, causes),
        mails: sent,
      },
      // Kafka may say a line twice; what each line says must be one thing.
      found: {
        lines: [...new Set(told)].toSorted(),
        letters: await ask(db, listed),
        mails: mails.filter((id) => sent.includes(id)).toSorted(),
      },
      mails,
    }
  } finally {
    await own.end()
  }
}

/** The ids of all mails that arrived, one for each arrival. */
const mailIds = async (address: string): Promise<string[]> => {
  const response = await fetch(`${address}/messages`, { signal: AbortSignal.timeout(10_000) })
  const { messages = [] }: { messages?: { messageId: string }[] } = Object(await response.json())
  return messages.map(({ messageId }) => /^<([^@]+)@/.exec(messageId)?.[1] ?? messageId)
}
