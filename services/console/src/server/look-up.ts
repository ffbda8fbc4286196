import { randomBytes } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { lookUpPage, type Found } from './look-up-page.ts'

type Deps = { behind: { casework: string } }

const Progress = z.object({
  code: z.string(),
  state: z.enum(['in-process', 'completed', 'ended']),
  stage: z.object({ place: z.int(), of: z.int() }).nullable(),
})

/** Where a dossier stands, by its code, on a page that needs no JavaScript: its state alone, for anybody (TT 01/2018 art. 16). */
export const lookUp: FastifyPluginAsyncZod<Deps> = async (app, { behind }) => {
  const ask = async (code: string): Promise<Found> => {
    const url = `${behind.casework}/look-up/${encodeURIComponent(code.trim().toUpperCase())}`
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
    if (answer?.status === 404) return { is: 'unknown' }
    if (answer?.status === 429) return { is: 'too-often' }
    const parsed = answer?.ok === true ? Progress.safeParse(await answer.json()) : undefined
    return parsed?.success === true ? { is: 'found', ...parsed.data } : { is: 'out-of-reach' }
  }

  const config = { access: 'public', rateLimit: { max: 30, timeWindow: 60_000 } } as const // codes can be guessed
  const querystring = z.object({ ma: z.string().max(60).default(''), lang: z.enum(['vi', 'en']).default('vi') })
  app.get('/tra-cuu', { schema: { querystring }, config }, async ({ query: { ma, lang } }, reply) => {
    const found = ma.trim() === '' ? undefined : await ask(ma)
    const nonce = randomBytes(16).toString('base64')
    return reply
      .code(found?.is === 'out-of-reach' ? 503 : 200)
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'`,
      )
      .type('text/html; charset=utf-8')
      .send(lookUpPage({ asked: ma, found, language: lang, nonce }))
  })
}
