import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { commonProblem } from '@dossier/contracts/problem'
import { problem } from '@dossier/platform/http'
import helmet from '@fastify/helmet'
import files from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

/** `pages`: the folder Vite has built; `issuer`: where forms may lead when somebody signs in. */
type Deps = { pages: string }
const config = { access: 'public', rateLimit: false } as const
const year = 31_536_000

/** The pages: built files, kept by browsers for ever since their names tell their content, and one page for every other path. */
export const pages: FastifyPluginAsync<Deps> = async (app, { pages: folder }) => {
  await app.register(helmet, { contentSecurityPolicy: false, hsts: { maxAge: year } })
  await app.register(files, { root: `${folder}assets`, serve: false, preCompressed: true })
  app.get<{ Params: { '*': string } }>('/assets/*', { config }, ({ params }, reply) =>
    reply.sendFile(params['*'], { cacheControl: true, immutable: true, maxAge: year * 1_000 }),
  )
  // The worker that keeps the courier's page is asked for each time: a new one is how a phone learns of new pages.
  app.get<{ Params: { file: 'sw.js' | 'manifest.webmanifest' | 'icon.svg' } }>(
    '/buu-ta/:file(^(?:sw\\.js|manifest\\.webmanifest|icon\\.svg)$)',
    { config },
    ({ params }, reply) =>
      reply
        .header('service-worker-allowed', '/buu-ta')
        .sendFile(params.file, `${folder}buu-ta`, { cacheControl: false, immutable: false }),
  )
  const page = readFileSync(`${folder}index.html`, 'utf8')

  app.get('/*', { config }, async (request, reply) => {
    if (!accepts(request.headers.accept)) return problem(reply, commonProblem('not-found'))
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policy(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce))
  })
}

const accepts = (accept: string | undefined) => accept === undefined || /text\/html|\*\/\*/.test(accept)

// Only what is served here; style elements of the components carry the page's own nonce.
const policy = (nonce: string) =>
  [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `media-src 'self' blob:`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
