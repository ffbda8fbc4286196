import * as z from 'zod'

/** Where to listen. `DRAIN_MS`: how long readiness is off before the door closes, for a load balancer to notice. */
export const HttpEnv = z.object({
  PORT: z.coerce.number().int().default(3000),
  HOST: z.string().default('127.0.0.1'),
  DRAIN_MS: z.coerce.number().int().min(0).default(0),
})
export const PostgresEnv = z.object({ DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) })
/**
 * Brokers as `host:port`, separated by commas. `KAFKA_SESSION_MS`: how long a consumer that died unheard keeps its partitions
 * from the others.
 */
export const KafkaEnv = z.object({
  KAFKA_BROKERS: z.string().transform((list) => list.split(',')),
  KAFKA_SESSION_MS: z.coerce.number().int().min(6_000).max(300_000).default(45_000),
})
/** Business time: none of them for real time, CLOCK_FILE for a driven clock, the other three for a scaled one. */
export const ClockEnv = z.object({
  CLOCK: z.enum(['real', 'scaled', 'driven']).optional(),
  CLOCK_FILE: z.string().optional(),
  CLOCK_WALL: z.iso.datetime().optional(),
  CLOCK_ORIGIN: z.iso.datetime().optional(),
  CLOCK_SPEED: z.coerce.number().positive().optional(),
})
/** Whose tokens count, and for whom they must be made. The keys are at AUTH_JWKS, or at `<issuer>/jwks`. */
export const AuthEnv = z.object({
  AUTH_ISSUER: z.url(),
  AUTH_AUDIENCE: z.string().default('one-stop-shop'),
  AUTH_JWKS: z.url().optional(),
  AUTH_MAX_TOKEN_AGE: z.string().default('12h'),
})
/**
 * How a service shows who it is: its name, and the file that holds its secret or the folder where that is `<name>.secret`.
 * Tokens are had at AUTH_TOKEN_URL, or at `<issuer>/token`.
 */
export const ServiceEnv = z.object({
  SERVICE_CLIENT_ID: z.string(),
  SERVICE_SECRET_FILE: z.string(),
  AUTH_TOKEN_URL: z.url().optional(),
})

/** Reads the environment once, at start. An empty variable counts as unset; every bad one is named in one error. */
export const loadConfig = <T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv = process.env): z.output<T> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(set)
  if (parsed.success) return parsed.data
  throw new Error(`Bad environment:\n${z.prettifyError(parsed.error)}`)
}

type Closer = () => unknown
type Leave = (code: number) => void
const deadlineMs = 20_000 // Kubernetes gives 30 s before it kills
const lingerMs = 500

/**
 * Closes in the given order on SIGTERM or SIGINT; the process then ends because nothing is left to do, and what still
 * runs, as a client that waits for its broker, does not keep it. A closer that fails does not keep the others from closing
 * (exit code 1); one that hangs is left behind after 20 s (exit code 1).
 */
export const closeOnSignal = (...closers: Closer[]): void => {
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    void closeAll(closers, deadlineMs, (code) => process.exit(code))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close)
}

/** The inside of `closeOnSignal`, for tests: `leave` is told 1 at the deadline, or at the end if a closer failed. */
export const closeAll = async (closers: Closer[], withinMs: number, leave: Leave): Promise<void> => {
  const deadline = setTimeout(() => {
    complain(`not closed within ${withinMs} ms, leaving`)
    leave(1)
  }, withinMs)
  deadline.unref()
  let failed = false
  for (const closer of closers) {
    try {
      await closer()
    } catch (error) {
      failed = true
      complain(error instanceof Error ? error.message : String(error))
    }
  }
  clearTimeout(deadline)
  if (failed) leave(1)
  else setTimeout(leave, lingerMs, 0).unref()
}

const complain = (what: string) => process.stderr.write(`closing: ${what}\n`)
