import { prepareDatabase } from './databases.ts'
import { prepareTopics } from './kafka.ts'
import { addressesOf, planStack } from './stack-plan.ts'
import { prepareTemporal } from './temporal.ts'

// The one-shot container of docker-compose.yml: the same lists as `npm start`, on servers named by DATABASE_SERVER_URL,
// KAFKA_BROKERS and TEMPORAL_ADDRESS. Run again it adds what is new.

const patience = 120_000
const deadline = Date.now() + patience
const { postgres, kafka, temporal } = addressesOf(planStack({ name: 'provision' }))

const provide = async (what: string, prepare: () => Promise<void>): Promise<void> => {
  for (;;) {
    const failure = await prepare().then(
      () => undefined,
      (error: Error) => error,
    )
    if (!failure) return void process.stdout.write(`${what} ready\n`)
    if (Date.now() > deadline) throw new Error(`${what}: not ready within ${patience / 1_000} s: ${failure.message}`)
    await new Promise((next) => setTimeout(next, 1_000))
  }
}

await Promise.all([
  provide('databases', () => prepareDatabase(postgres)),
  provide('topics', () => prepareTopics(kafka)),
  provide('search attributes', () => prepareTemporal(temporal)),
])
