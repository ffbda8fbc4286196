import { randomUUID } from 'node:crypto'
import type { DossierMessage } from '@dossier/contracts/dossier'
import { rest, untilReachable } from '@dossier/platform/retry'
import type { Topic } from '@dossier/platform/topic'
import type { Kafka } from 'kafkajs'

/** That a dossier has a new line, and which organisations it concerns. It says nothing else: who may read asks the ledger. */
export type Item = { id: string; dossier: string; seq: number; of: readonly string[] }

/** What is new, as it comes. `since` gives what came after an item, or nothing if that is too long ago to say. */
export type News = {
  follow: (tell: (item: Item) => void) => () => void
  since: (id: string) => readonly Item[] | undefined
  close: () => Promise<unknown>
}

type Deps = { kafka: Kafka; topic: Topic<DossierMessage>; report: (error: unknown) => void }
const longest = 2_000

/**
 * Hears the ledger's lines from now on, for screens that are open. Nothing rests on it: it has no inbox and no memory beyond the
 * last lines, and a screen that missed some asks again.
 */
export const openNews = ({ kafka, topic, report }: Deps): News => {
  const followers = new Set<(item: Item) => void>()
  const last: Item[] = []
  const consumer = kafka.consumer({ groupId: `console-${randomUUID()}`, allowAutoTopicCreation: false })
  const closing = new AbortController()

  const hear = (text: string, id: string) => {
    const parsed = topic.schema.safeParse(JSON.parse(text))
    if (!parsed.success) return // whoever has to act on it keeps it as a dead letter
    const { dossierId, seq, axes, event } = parsed.data
    const of = [axes.holder, axes.receivingDesk, ...('to' in event && typeof event.to === 'string' ? [event.to] : [])]
    const item = { id, dossier: dossierId, seq, of }
    last.push(item)
    if (last.length > longest) last.shift()
    for (const tell of followers) tell(item)
  }

  const run = async () => {
    await consumer.connect()
    await consumer.subscribe({ topic: topic.name, fromBeginning: false })
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ partition, message }) => hear(String(message.value), `${partition}-${message.offset}`),
    })
  }
  const running = untilReachable(run, { report, signal: closing.signal }).catch(report)

  return {
    follow: (tell) => {
      followers.add(tell)
      return () => followers.delete(tell)
    },
    since: (id) => {
      const at = last.findIndex((item) => item.id === id)
      return at === -1 ? undefined : last.slice(at + 1)
    },
    close: async () => {
      closing.abort()
      await Promise.race([running, rest(1_000)])
      await consumer.disconnect()
    },
  }
}
