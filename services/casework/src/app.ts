import type { Printer } from '@dossier/documents/printer'
import type { Clock } from '@dossier/platform/clock'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { FileStore } from '@dossier/platform/file-store'
import type { Pool } from 'pg'
import type { LawBooks } from './law-books.ts'
import type { Ledger } from './ledger.ts'
import { calendar } from './routes/calendar.ts'
import { commands } from './routes/commands.ts'
import { dossiers } from './routes/dossiers.ts'
import { flows } from './routes/flows.ts'
import { leaders } from './routes/leaders.ts'
import { reports } from './routes/reports.ts'
import { operations } from './routes/operations.ts'
import { worklists } from './routes/worklists.ts'

export type Deps = { db: Pool; clock: Clock; books: LawBooks; ledger: Ledger; printer: Printer; files: FileStore }

export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'casework', ...options })
    .register(commands, deps)
    .register(dossiers, deps)
    .register(worklists, deps)
    .register(leaders, deps)
    .register(flows, deps)
    .register(reports, deps)
    .register(calendar, deps)
    .register(operations, deps)
