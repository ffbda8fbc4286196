import type { Clock } from '@dossier/platform/clock'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { Pool } from 'pg'
import type { LifeEvent } from './life-events.ts'
import { calendars } from './routes/calendars.ts'
import { lifeEvents } from './routes/life-events.ts'
import { notices } from './routes/notices.ts'
import { officers } from './routes/officers.ts'
import { operations } from './routes/operations.ts'
import { organisations } from './routes/organisations.ts'
import { procedures } from './routes/procedures.ts'

/** `told`: something stands in the outbox. */
export type Deps = { db: Pool; clock: Clock; told: () => void; lifeEvents: readonly LifeEvent[] }

export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'catalogue', ...options })
    .register(procedures, deps)
    .register(lifeEvents, deps)
    .register(organisations, deps)
    .register(officers, deps)
    .register(calendars, deps)
    .register(notices, deps)
    .register(operations, deps)
