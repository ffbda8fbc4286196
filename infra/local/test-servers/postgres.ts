import { freePorts } from '../ports.ts'
import { postgresServer, startPostgres } from '../postgres.ts'
import { inDocker, startContainer } from './docker.ts'
import { handOver, testFolder } from './hand-over.ts'

/** Gives tests TEST_POSTGRES, the address of a superuser without a database: each test file makes its own. */
export const setup = () => handOver('TEST_POSTGRES', async () => ((await inDocker()) ? fromImage() : onThisMachine()))

const onThisMachine = async () => {
  const { postgres: port } = await freePorts()
  const { stack, folder } = testFolder()
  const settings = { stack, folder: `${folder}/postgres`, port, log: `${folder}/logs/postgres.log`, unsafe: true }
  const running = await startPostgres(settings)
  return { value: postgresServer(port), stop: running.stop }
}

const fromImage = async () => {
  const { Wait } = await import('testcontainers')
  const container = await startContainer('postgres:18', (described) =>
    described
      .withEnvironment({
        POSTGRES_HOST_AUTH_METHOD: 'trust',
        POSTGRES_INITDB_ARGS: '--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding=UTF8',
      })
      .withCommand(['postgres', '-c', 'max_connections=300', '-c', 'fsync=off', '-c', 'full_page_writes=off'])
      .withExposedPorts(5432)
      // The image starts the server twice: once for itself, then for others.
      .withWaitStrategy(Wait.forLogMessage('database system is ready to accept connections', 2)),
  )
  const value = `postgres://postgres@${container.getHost()}:${container.getMappedPort(5432)}`
  return { value, stop: () => container.stop() }
}
