/** Who speaks, as each server's clients say in their first bytes. */

/** PostgreSQL's start-up message: pairs of names and values; the user is the service. */
export const callerOfPostgres = (first: Buffer): string =>
  /\0user\0([^\0]+)\0/.exec(first.toString('latin1'))?.[1] ?? 'unknown'

const clientIdAt = 12 // after the length, the kind of request, its version and its number

/** A request of Kafka's protocol names its client. */
export const callerOfKafka = (first: Buffer): string => {
  const length = first.length > clientIdAt + 2 ? first.readInt16BE(clientIdAt) : -1
  return length < 0 ? 'unknown' : first.toString('utf8', clientIdAt + 2, clientIdAt + 2 + length)
}

/** Only the conductor speaks with Temporal. */
export const callerOfTemporal = (): string => 'conductor'
