import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

const realPorts = {
  postgres: 55432,
  kafka: 59092,
  'kafka-controller': 59093,
  temporal: 57233,
  'temporal-ui': 58233,
  issuer: 4000,
  catalogue: 4001,
  intake: 4002,
  casework: 4003,
  conductor: 4004, // health and metrics only
  postal: 4005,
  notifications: 4006,
  insight: 4007,
  console: 4010,
  // Systems of others, played by servers of our own.
  'mail-smtp': 4025,
  mail: 4026,
  gateway: 4027,
  carrier: 4028,
}

export type PortName = keyof typeof realPorts
export type Ports = Record<PortName, number>

const httpNames = [
  'issuer',
  'catalogue',
  'intake',
  'casework',
  'conductor',
  'postal',
  'notifications',
  'insight',
  'console',
] as const
const outsideNames = ['mail-smtp', 'mail', 'gateway', 'carrier'] as const
export const portNames = [
  'postgres',
  'kafka',
  'kafka-controller',
  'temporal',
  'temporal-ui',
  ...httpNames,
  ...outsideNames,
] as const

/** PORT_KAFKA_CONTROLLER for kafka-controller. */
export const portVariable = (name: PortName): string => `PORT_${name.replace('-', '_').toUpperCase()}`

/** Every stack keeps its ports from start to start, so that bookmarks and open tools go on working. */
export const planPorts = (stack: string, env: NodeJS.ProcessEnv = process.env): Ports => {
  const ports = { ...realPorts }
  for (const name of portNames) ports[name] = overridden(name, env) ?? realPorts[name] + shiftOf(stack)
  return ports
}

// Shifts stay below 1,000: there Temporal's port would meet the real stack's UI.
const shiftOf = (stack: string): number => {
  if (stack === 'real') return 0
  if (stack === 'driven') return 100
  return 200 + 100 * (Buffer.from(stack).reduce((sum, byte) => sum + byte, 0) % 8)
}

const overridden = (name: PortName, env: NodeJS.ProcessEnv): number | undefined => {
  const text = env[portVariable(name)]
  if (!text) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${portVariable(name)}=${text} is no port: give a number from 1 to 65535, or unset it`)
}

/** For tests: whatever is free now. */
export const freePorts = async (): Promise<Ports> => {
  const ports = { ...realPorts }
  const held = await Promise.all(portNames.map(async (name) => ({ name, ...(await hold()) })))
  for (const { name, port, server } of held) {
    ports[name] = port
    server.close()
  }
  return ports
}

/** For tests: one that is free now. */
export const freePort = async (): Promise<number> => {
  const { port, server } = await hold()
  await new Promise((closed) => server.close(closed))
  return port
}

// Below those that systems give to connections (Linux from 32768 on): a free one would soon be somebody's end of a connection.
const forTests = { from: 20_000, until: 32_000 }

/** Some port nobody listens on, held until its server is closed. Rejects where this machine lets nobody listen. */
const hold = async () => {
  for (let left = 100; ; left -= 1) {
    const port = randomInt(forTests.from, forTests.until)
    try {
      return { port, server: await listen(port) }
    } catch (error) {
      if (Object(error).code !== 'EADDRINUSE' || left === 0) throw error
    }
  }
}

export const refuseTakenPort = async (name: PortName, port: number): Promise<void> => {
  const server = await listen(port).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`
    throw new Error(`Port ${port} for ${name} ${why}: free it, or set ${portVariable(name)} to another`)
  })
  await new Promise((closed) => server.close(closed))
}

const listen = (port: number) =>
  new Promise<ReturnType<typeof createServer>>((listening, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => listening(server))
  })
