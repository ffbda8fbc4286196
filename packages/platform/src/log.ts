import { type DestinationStream, type Logger, pino } from 'pino'
import { currentRequest } from './context.ts'
import { scrub } from './scrub.ts'

export type Log = Logger

/**
 * Logs to stdout, a line of JSON each, with the service's name and the id of the request on whose behalf it is written.
 * Bodies, headers and the details of database errors are never written; a last step takes personal data out of each line.
 */
export const makeLog = (service: string, to?: DestinationStream): Log => {
  const options = {
    level: process.env['LOG_LEVEL'] || 'info',
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: forLog, error: forLog },
    redact: { paths, remove: true },
    mixin: () => {
      const request = currentRequest()
      return request === undefined ? {} : { requestId: request.requestId }
    },
    hooks: { streamWrite: scrub, logMethod: sayForError },
  }
  return to === undefined ? pino(options) : pino(options, to)
}

// Without a sentence pino takes the error's own, past the serializer.
function sayForError(this: unknown, args: unknown[], write: (...args: unknown[]) => void) {
  const [first, ...more] = args
  const thing = first instanceof Error ? { err: first } : first
  const error: unknown = Object(thing).err
  const said = error instanceof Error && more.length === 0 ? [saidBy(error)] : more
  Reflect.apply(write, this, [thing, ...said])
}

const never = ['body', 'payload', 'headers', 'authorization', 'cookie', 'password', 'secret', 'token', 'detail']
const paths = never.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `[*].${name}`, `*[*].${name}`])

/** What may be said of an error: its kind, message, place in the code, and the names PostgreSQL gives; never values. */
export const forLog = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const { name, stack = '', cause } = error
  const said = saidBy(error)
  return {
    type: name,
    message: said,
    stack: stack.replace(error.message, () => said),
    ...named(error),
    ...(error instanceof AggregateError && { errors: error.errors.map(forLog) }),
    ...(cause !== undefined && { cause: forLog(cause) }),
  }
}

const names = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'statusCode', 'retriable']
const named = (error: object) => Object.fromEntries(Object.entries(error).filter(([name]) => names.includes(name)))

// PostgreSQL quotes what it could not read: `invalid input syntax for type date: "Nguyễn Văn A"`.
const saidBy = (error: Error) =>
  'severity' in error && 'code' in error && String(error.code).startsWith('22')
    ? error.message.replace(/".*"/s, '"…"')
    : error.message
