import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { RequestContext } from './context.ts'

// Spans are made by hand at the seams: instrumentation by patching modules does not reach ES modules run from source.
const tracer = () => trace.getTracer('@dossier/platform')

const after = (traceparent: string | undefined) =>
  traceparent === undefined ? context.active() : propagation.extract(context.active(), { traceparent })

/** The span of a request to this server: `within` runs work under it, `end` closes it with the answer's status. */
export const serverSpan = (method: string, route: string, { requestId, traceparent }: RequestContext) => {
  const attributes = { 'http.request.method': method, 'http.route': route, 'request.id': requestId }
  const span = tracer().startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, after(traceparent))
  const within = trace.setSpan(context.active(), span)
  return {
    within: (work: () => void): void => context.with(within, work),
    end: (status: number): void => {
      span.setAttribute('http.response.status_code', status)
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}

export type SpanOf = {
  name: string
  kind?: keyof typeof SpanKind
  traceparent?: string | undefined
  attributes?: Attributes
}
type Attributes = Record<string, string | number>

/** Runs `work` in a span, below the one that is active or below `traceparent`. What it throws marks the span and goes on. */
export const inSpan = <T>({ name, kind = 'INTERNAL', traceparent, attributes = {} }: SpanOf, work: () => Promise<T>) =>
  tracer().startActiveSpan(name, { kind: SpanKind[kind], attributes }, after(traceparent), (span) => finish(span, work))

const finish = async <T>(span: Span, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR }) // no message: it may quote a value
    throw error
  } finally {
    span.end()
  }
}
