import { openKafka } from '@dossier/platform/kafka'
import { Connection } from '@temporalio/client'
import type { Places } from '../snapshot.ts'
import { type Lag, readLags } from './lags.ts'
import { makeReadQueues, type Messages, type Queues, type Swept } from './queues.ts'
import { readStories, type Stories } from './stories.ts'

/** What could not be asked is null: an outage is itself an answer, and hides nothing of the rest. */
export type Pulse = {
  queues: Queues[] | null
  messages: Messages | null
  lags: Lag[] | null
  stories: Stories | null
  swept: Swept | null
}

type Felt = { places: Places; kafka: string[]; temporal: string | undefined; namespace: string }

/** Opens what the pulse of the product is felt at. */
export const openPulse = ({ places, kafka: brokers, temporal, namespace }: Felt, report: (err: unknown) => void) => {
  const kafka = openKafka('pulse', brokers)
  const connection = temporal === undefined ? undefined : Connection.lazy({ address: temporal, connectTimeout: '3s' })
  const read = makeReadQueues(places)
  const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
    asked.catch((error: unknown) => {
      report(error)
      return null
    })
  return {
    take: async (): Promise<Pulse> => {
      const [queues, messages, lags, stories, swept] = await Promise.all([
        orNull(read.queues()),
        orNull(read.messages()),
        orNull(readLags(kafka)),
        connection === undefined ? null : orNull(readStories(connection, namespace)),
        orNull(read.swept()),
      ])
      return { queues, messages, lags, stories, swept }
    },
    knows: read.knows,
    close: async () => {
      await read.close()
      await connection?.close()
    },
  }
}
