import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { Deps } from '../app.ts'
import { LifeEvent } from '../life-events.ts'

const schema = {
  summary: 'Events in life, each with the procedures people look for then',
  response: { 200: z.object({ events: z.array(LifeEvent) }) },
}

/** How citizens find a procedure whose name they do not know. */
export const lifeEvents: FastifyPluginAsyncZod<Pick<Deps, 'lifeEvents'>> = async (app, { lifeEvents: events }) => {
  app.get('/life-events', { schema, config: { access: 'public' } }, async () => ({ events: [...events] }))
}
