import { existsSync } from 'node:fs'
import { request } from 'node:http'
import type { GenericContainer } from 'testcontainers'

const choices = ['auto', 'testcontainers', 'local']
let answered: Promise<boolean> | undefined

/** TEST_SERVERS=testcontainers | local, or auto (the default): Testcontainers where a Docker engine answers. */
export const inDocker = async (): Promise<boolean> => {
  const choice = process.env['TEST_SERVERS'] || 'auto'
  if (!choices.includes(choice)) throw new Error(`TEST_SERVERS=${choice} is unknown: use ${choices.join(', ')}`)
  if (choice !== 'auto') return choice === 'testcontainers'
  return (answered ??= dockerAnswers())
}

// Asked directly: Testcontainers takes a second or two to say no.
const dockerAnswers = (): Promise<boolean> => {
  const address = process.env['DOCKER_HOST'] || 'unix:///var/run/docker.sock'
  const { protocol, pathname, hostname, port } = new URL(address)
  if (protocol === 'unix:' && !existsSync(pathname)) return Promise.resolve(false)
  const where = protocol === 'unix:' ? { socketPath: pathname } : { host: hostname, port }
  return new Promise((resolve) => {
    request({ ...where, path: '/_ping', signal: AbortSignal.timeout(2_000) }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
      .on('error', () => resolve(false))
      .end()
  })
}

/** Starts a container as the caller describes it. Where none comes up (no network, no such image) it names the way out. */
export const startContainer = async (image: string, describe: (container: GenericContainer) => GenericContainer) => {
  const { GenericContainer } = await import('testcontainers')
  return describe(new GenericContainer(image))
    .start()
    .catch((cause: Error) => {
      const instead = 'TEST_SERVERS=local takes the servers of this machine instead'
      throw new Error(`No container of ${image} could be started; ${instead}: ${cause.message}`, { cause })
    })
}
