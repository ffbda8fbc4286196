import type { Pool, PoolClient } from 'pg'
import { inSpan } from './spans.ts'

let tracing = false

/**
 * Starts OpenTelemetry if OTEL_EXPORTER_OTLP_ENDPOINT is set (its other variables count too), before anything opens a pool.
 * Gives what ends it, sending what is left. Without the variable nothing is loaded.
 */
export const startTelemetry = async (service: string): Promise<() => Promise<void>> => {
  if (!process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) return async () => {}
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const sdk = new NodeSDK({ serviceName: service, traceExporter: new OTLPTraceExporter(), instrumentations: [] })
  sdk.start()
  tracing = true
  return async () => {
    tracing = false
    await sdk.shutdown()
  }
}

/** A span for each statement of the pool, below the span of whoever asked, named by its first word and table only. */
export const traceQueries = (pool: Pool): Pool => {
  if (!tracing) return pool
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    const traced = (...asked: unknown[]) =>
      typeof asked.at(-1) === 'function'
        ? Reflect.apply(query, client, asked)
        : spanOf(asked[0], () => Reflect.apply(query, client, asked))
    Object.assign(client, { query: traced })
  })
  // The pool's own `query` runs in the context of whoever gave a client back; this one stays with its caller.
  const query = async (...asked: unknown[]) => {
    const client: PoolClient = await pool.connect()
    let broken: Error | undefined
    try {
      const ask: (...asked: unknown[]) => Promise<unknown> = client.query.bind(client)
      return await ask(...asked)
    } catch (error) {
      broken = error instanceof Error && !('severity' in error) ? error : undefined
      throw error
    } finally {
      client.release(broken)
    }
  }
  return Object.assign(pool, { query })
}

const spanOf = (asked: unknown, work: () => Promise<unknown>) => {
  const text = typeof asked === 'string' ? asked : String(Object(asked).text)
  const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text } // parametrised: no values
  const name = /\w+/.exec(text)?.[0] ?? 'query'
  return inSpan({ name: `sql ${name}`, kind: 'CLIENT', attributes }, work)
}
