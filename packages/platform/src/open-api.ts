import { Problem } from '@dossier/contracts/problem'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import * as z from 'zod'

const asProblem = { description: 'A problem (RFC 9457)', content: { 'application/problem+json': { schema: Problem } } }
const refusals = { '4xx': asProblem, '5xx': asProblem }

/** A route's answers, each problem under its own content type, and those any route may give. */
const answersOf = (response: unknown) => {
  const own = Object.entries(Object(response)).map(([status, schema]) => [
    status,
    schema === Problem ? asProblem : schema,
  ])
  return { ...refusals, ...Object.fromEntries(own) }
}

const Ref = z.object({ $ref: z.templateLiteral(['#/components/schemas/', z.string()]) })

/** The names of the schemas a part of a document refers to. */
const namesIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return []
  const ref = Ref.safeParse(part)
  const own = ref.success ? [ref.data.$ref.slice('#/components/schemas/'.length)] : []
  return [...own, ...Object.values(part).flatMap(namesIn)]
}

/** Without the schemas no route refers to: every contract the process has loaded is registered, a listener's too. */
const referredOnly: typeof jsonSchemaTransformObject = (input) => {
  const document = jsonSchemaTransformObject(input)
  if (!('openapi' in document)) return document
  const { schemas = {} } = document.components ?? {}
  const wanted = new Set<string>()
  const want = (name: string) => {
    if (wanted.has(name)) return
    wanted.add(name)
    namesIn(schemas[name]).forEach(want)
  }
  namesIn(document.paths).forEach(want)
  for (const name of Object.keys(schemas)) if (!wanted.has(name)) Reflect.deleteProperty(schemas, name)
  return document
}

/** Serves OpenAPI 3.1 at /openapi.json, drawn from the routes' zod schemas; each documents that it may answer a problem. */
export const openApi = (app: FastifyInstance, title: string): void => {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined || route.schema.hide === true) return
    const security = route.config?.access === 'public' ? {} : { security: [{ bearer: [] }] }
    route.schema = { ...security, ...route.schema, response: answersOf(route.schema.response) }
  })
  void app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version: '1' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: referredOnly,
  })
  const config = { access: 'public' } as const
  void app.register(async (inner) => {
    inner.get('/openapi.json', { config, schema: { hide: true } }, () => app.swagger())
  })
}
