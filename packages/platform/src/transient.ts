/** Thrown by a handler or a check whose trouble passes by itself: the same will be tried again, nothing is given up. */
export class Transient extends Error {
  override name = 'Transient'
}

// PostgreSQL: connection exceptions, lost races, resources, operator intervention, locks, statements that ran too long.
const sqlStates = /^(08...|40001|40P01|53...|57P0[1-5]|57014|55P03|25006)$/
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])
const grpcStatuses = new Set([1, 4, 8, 10, 14]) // cancelled, deadline, exhausted, aborted, unavailable
const sentences = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/

/**
 * True for outages (database, network, Kafka, Temporal) and lost races, which pass by themselves; false for what will fail
 * the same way for ever. Looks through `cause` and aggregated errors.
 */
export const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof Transient || error.name === 'TimeoutError' || sentences.test(error.message)) return true
  if ('retriable' in error && error.retriable === true) return true // kafkajs
  if ('code' in error && isTransientCode(error.code)) return true
  if (error instanceof AggregateError && error.errors.some(isTransient)) return true
  return isTransient(error.cause)
}

const isTransientCode = (code: unknown) =>
  typeof code === 'string' ? sqlStates.test(code) || networkCodes.has(code) : grpcStatuses.has(Number(code))
