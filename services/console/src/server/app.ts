import { createServer, type ServerOptions } from '@dossier/platform/http'
import cookie from '@fastify/cookie'
import type { Pool } from 'pg'
import type { Cookies } from './cookies.ts'
import type { Identity } from './identity.ts'
import type { Seal } from './seal.ts'
import type { Sessions } from './sessions.ts'
import { signingIn } from './signing-in.ts'
import { live } from './live.ts'
import { lookUp } from './look-up.ts'
import type { News } from './news.ts'
import { pages } from './pages.ts'
import { savedLists } from './saved-lists.ts'
import { type Behind, through } from './through.ts'

type Deps = {
  db: Pool
  identity: Identity
  sessions: Sessions
  seal: Seal
  cookies: Cookies
  behind: Behind & { casework: string; catalogue: string }
  news: News
  /** The folder with the built pages. */
  pages: string
  /** Where browsers see this server. */
  publicUrl: string
}

/** The server side of the browser: it keeps the session and passes requests on to the services. */
export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'console', ...options })
    .register(cookie)
    .register(signingIn, deps)
    .register(live, deps)
    .register(lookUp, deps)
    .register(savedLists, deps)
    .register(through, deps)
    .register(pages, deps)
