import { AsyncLocalStorage } from 'node:async_hooks'
import { isSpanContextValid, trace } from '@opentelemetry/api'

/** What follows a request through code, rows, messages and workflows. `traceparent` is W3C's. */
export type RequestContext = { requestId: string; traceparent?: string | undefined }

const current = new AsyncLocalStorage<RequestContext>()

/** Runs `work`, and all it awaits, on behalf of a request. */
export const onBehalfOf = <T>(context: RequestContext, work: () => T): T => current.run(context, work)

/** The request on whose behalf this code runs, if any. */
export const currentRequest = (): RequestContext | undefined => current.getStore()

/** The `traceparent` of the running span, or the one that came with the request, to hand on (as in a workflow's memo). */
export const currentTraceparent = (): string | undefined => {
  const span = trace.getActiveSpan()?.spanContext()
  if (span === undefined || !isSpanContextValid(span)) return current.getStore()?.traceparent
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`
}

/** Headers that tell a listener on whose behalf a message was written: `requestId`, `traceparent`, each if known. */
export const messageHeaders = (): Record<string, string> => {
  const requestId = current.getStore()?.requestId
  const traceparent = currentTraceparent()
  return { ...(requestId !== undefined && { requestId }), ...(traceparent !== undefined && { traceparent }) }
}

/** Headers that hand the request on to another service: `x-request-id`, `traceparent`, each if known. */
export const requestHeaders = (): Record<string, string> => {
  const { requestId, ...rest } = messageHeaders()
  return { ...rest, ...(requestId !== undefined && { 'x-request-id': requestId }) }
}
