import { Language } from '@dossier/contracts/contact'
import { MessageTemplate } from '@dossier/contracts/telling-shapes'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { Said, type Templates } from '../templates.ts'
import { sampleWords, Words } from '../words/words.ts'

const config = { access: 'officer' } as const
const list = {
  summary: 'The templates of messages, and which of them are for citizens',
  response: { 200: z.object({ templates: z.array(z.object({ id: MessageTemplate, forCitizens: z.boolean() })) }) },
}
const preview = {
  summary: 'What a template says with sample words, on every channel',
  params: z.strictObject({ id: MessageTemplate }),
  querystring: z.strictObject({ language: Language.default('vi') }),
  response: { 200: Said },
}

/** Templates are read by officers before they go out to anybody. */
export const templateRoutes: FastifyPluginAsyncZod<{ templates: Templates }> = async (app, { templates }) => {
  app.get('/templates', { config, schema: list }, async () => ({
    templates: MessageTemplate.options.map((id) => ({ id, forCitizens: templates.hasText(id) })),
  }))
  app.get('/templates/:id/preview', { config, schema: preview }, async ({ params, query: { language } }) =>
    templates.say(params.id, language, Words.parse(sampleWords[language])),
  )
}
