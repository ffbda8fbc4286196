import { askKafka, startKafka } from '../kafka.ts'
import { freePorts } from '../ports.ts'
import { inDocker, startContainer } from './docker.ts'
import { handOver, testFolder } from './hand-over.ts'
import { provideTools } from './tools.ts'

/** Gives tests TEST_KAFKA, host:port of an empty broker: a test creates topics of its own. */
export const setup = () => handOver('TEST_KAFKA', async () => ((await inDocker()) ? fromImage() : onThisMachine()))

const onThisMachine = async () => {
  provideTools('kafka')
  const ports = await freePorts()
  const { folder } = testFolder()
  const settings = { port: ports.kafka, controllerPort: ports['kafka-controller'], log: `${folder}/logs/kafka.log` }
  const running = await startKafka({ folder: `${folder}/kafka`, ...settings })
  return { value: `127.0.0.1:${ports.kafka}`, stop: running.stop }
}

// A broker tells its clients its own address, so the port outside has to be known before it starts.
const fromImage = async () => {
  const { Wait } = await import('testcontainers')
  const { kafka: port } = await freePorts()
  const listeners = (host: string) => `INSIDE://${host}:29092,OUTSIDE://${host}:9092`
  const container = await startContainer('apache/kafka:4.3.1', (described) =>
    described
      .withEnvironment({
        KAFKA_NODE_ID: '1',
        KAFKA_PROCESS_ROLES: 'broker,controller',
        KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
        KAFKA_LISTENERS: `${listeners('0.0.0.0')},CONTROLLER://0.0.0.0:9093`,
        KAFKA_ADVERTISED_LISTENERS: `INSIDE://localhost:29092,OUTSIDE://127.0.0.1:${port}`,
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'INSIDE:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
        KAFKA_INTER_BROKER_LISTENER_NAME: 'INSIDE',
        KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
        KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
        KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '4',
        KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
        KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
        KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
        KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
        KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
        KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
        KAFKA_HEAP_OPTS: '-Xmx512m',
      })
      .withExposedPorts({ container: 9092, host: port })
      // The broker opens its port as its last step.
      .withWaitStrategy(Wait.forListeningPorts()),
  )
  const value = `127.0.0.1:${port}`
  await askKafka(value)
  return { value, stop: () => container.stop() }
}
