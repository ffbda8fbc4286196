import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// The answer is remembered, so each test asks a module of its own.
const ask = async () => {
  vi.resetModules()
  const { inDocker } = await import('../test-servers/docker.ts')
  return inDocker()
}

let engine: Server
let says = 200
beforeEach(async () => {
  engine = createServer((_, response) => response.writeHead(says).end('OK'))
  const port = await new Promise((resolve) =>
    engine.listen(0, '127.0.0.1', () => resolve(Object(engine.address()).port)),
  )
  vi.stubEnv('TEST_SERVERS', '')
  vi.stubEnv('DOCKER_HOST', `tcp://127.0.0.1:${String(port)}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  engine.close()
})

test('where a Docker engine answers, servers come from containers', async () => {
  says = 200
  expect(await ask()).toBe(true)
})

test('where the engine is unwell or gone, they are this machine’s own', async () => {
  says = 500
  expect(await ask()).toBe(false)
  engine.close()
  expect(await ask()).toBe(false)
  vi.stubEnv('DOCKER_HOST', 'unix:///there/is/no/such.sock')
  expect(await ask()).toBe(false)
})

test('TEST_SERVERS decides without asking, and a word it does not know is refused', async () => {
  vi.stubEnv('TEST_SERVERS', 'local')
  expect(await ask()).toBe(false)
  vi.stubEnv('TEST_SERVERS', 'testcontainers')
  vi.stubEnv('DOCKER_HOST', 'unix:///there/is/no/such.sock')
  expect(await ask()).toBe(true)
  vi.stubEnv('TEST_SERVERS', 'docker')
  await expect(ask()).rejects.toThrow('TEST_SERVERS=docker is unknown: use auto, testcontainers, local')
})
