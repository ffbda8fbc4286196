import fc from 'fast-check'
import { type Around, type Heard, type Schema, valuesAbout } from './values.ts'
import { changed, changes } from './changes.ts'

type Parameter = { in: 'path' | 'query' | 'header' | 'cookie'; name: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema?: Schema }>
type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
export type Document = {
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** A route of a service as its document tells it. */
export type Route = { service: string; method: string; path: string; operation: Operation }

/** A request that did what it was sent for. */
export type Example = { account: string; service: string; path: string; body: object }

/** What is sent, `body` as it goes over the wire; by `account`, where it is near an example of that one's. */
export type Request = { path: string; headers: Record<string, string>; body?: string; account?: string }

/** The routes of a document. */
export const routesOf = (service: string, { paths }: Document): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ service, method: method.toUpperCase(), path, operation })),
  )

/**
 * Requests to a route: such as fit its document, such as nearly do, and, where there are examples of requests that were done,
 * those with up to two things in them changed. All are such as somebody could send.
 */
export const requestsTo = (
  route: Route,
  document: Document,
  { heard, examples }: { heard: Heard; examples: readonly Example[] },
): fc.Arbitrary<Request> => {
  const schemas = document.components?.schemas ?? {}
  const made = [false, true].map((unfit) => requestsLike(route, { schemas, heard, unfit }))
  const way = new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
  const like = examples.filter((one) => one.service === route.service && way.test(one.path) && route.method === 'POST')
  return like.length === 0 ? fc.oneof(...made) : fc.oneof(...made, nearExamples(like), nearExamples(like))
}

const nearExamples = (examples: readonly Example[]): fc.Arbitrary<Request> =>
  fc
    .record({ example: fc.constantFrom(...examples), changes: fc.array(changes, { maxLength: 2 }), key: fc.uuid() })
    .map(({ example: { account, path, body }, changes: made, key }) => ({
      account,
      path,
      headers: { ...json, 'idempotency-key': key },
      body: JSON.stringify(made.reduce<unknown>(changed, body)),
    }))

const requestsLike = ({ path, operation }: Route, around: Around): fc.Arbitrary<Request> => {
  const { parameters = [], requestBody } = operation
  const of = (place: Parameter['in']) => {
    const here = parameters.filter((one) => one.in === place)
    const values = here.map(({ name, schema }) => [name, valuesAbout(schema, { ...around, name })] as const)
    const requiredKeys = here.filter(({ required = false }) => required || place === 'path').map(({ name }) => name)
    return fc.record(Object.fromEntries(values), { requiredKeys })
  }
  const body = requestBody?.content['application/json']?.schema
  return fc
    .record({
      inPath: of('path'),
      inQuery: of('query'),
      inHeader: of('header'),
      key: fc.oneof(
        { weight: 20, arbitrary: fc.uuid() },
        { weight: around.unfit ? 1 : 0, arbitrary: fc.constantFrom('', 'x', '0') },
      ),
      body: body === undefined ? fc.constant(undefined) : valuesAbout(body, around),
      wire: fc.oneof(
        { weight: 30, arbitrary: fc.constant('as it is' as const) },
        {
          weight: around.unfit ? 1 : 0,
          arbitrary: fc.constantFrom('cut off', 'no type', 'twice', 'nothing', 'too deep'),
        },
      ),
    })
    .map(({ inPath, inQuery, inHeader, key, body, wire }) => {
      const filled = Object.entries(inPath).reduce((p, [name, value]) => p.replace(`{${name}}`, encoded(value)), path)
      const query = Object.entries(inQuery).map(([name, value]) => `${name}=${encoded(value)}`)
      const headers = Object.entries(inHeader).map(([name, value]) => [name, latin(value)])
      const sent = body === undefined ? {} : asSent(body, wire)
      return {
        path: query.length === 0 ? filled : `${filled}?${query.join('&')}`,
        headers: { ...Object.fromEntries(headers), 'idempotency-key': key, ...sent.headers },
        ...(sent.body === undefined ? {} : { body: sent.body }),
      }
    })
}

type Sent = { headers?: Record<string, string>; body?: string }
const json = { 'content-type': 'application/json' }
const asSent = (value: unknown, wire: string): Sent => {
  const text = JSON.stringify(value)
  if (wire === 'cut off') return { headers: json, body: text.slice(0, Math.max(1, text.length / 2)) }
  if (wire === 'no type') return { headers: { 'content-type': 'text/plain' }, body: text }
  if (wire === 'twice') return { headers: json, body: text + text }
  if (wire === 'nothing') return { headers: json }
  if (wire === 'too deep') return { headers: json, body: '['.repeat(20_000) + ']'.repeat(20_000) }
  return { headers: json, body: text }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const encoded = (value: unknown) => encodeURIComponent(textOf(value).toWellFormed().slice(0, 300))
// A header holds what can be printed in one byte; what else is sent never arrives at the service.
const latin = (value: unknown) =>
  textOf(value)
    .replaceAll(/[^\u0020-\u007e]/g, '?')
    .slice(0, 300)
    .trim()
