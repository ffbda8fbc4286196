import type { Clock } from '@dossier/platform/clock'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { Pool } from 'pg'
import type { Report } from './audit.ts'
import type { Form } from './invariant.ts'
import type { Act } from './pulse/operate.ts'
import type { Pulse } from './pulse/pulse.ts'
import { audits } from './routes/audits.ts'
import { pulse } from './routes/pulse.ts'
import { sheets } from './routes/sheets.ts'
import type { Seal } from './sheets/seal.ts'
import type { Who } from './who-may.ts'

export type Deps = Who & {
  db: Pool
  clock: Clock
  seal: Seal
  /** Audits now, and keeps what was found. */
  run: (form: Form) => Promise<{ run: string; report: Report }>
  takePulse: () => Promise<Pulse>
  knows: (dossierId: string) => Promise<boolean>
  operate: (act: Act, order: { key: string; dry: boolean }) => Promise<void>
  temporalUi: string | null
  /** The page of a trace, `{trace}` standing for its id. */
  tracePage: string | null
}

export const buildApp = (deps: Deps, options?: ServerOptions) =>
  createServer({ name: 'insight', ...options })
    .register(audits, deps)
    .register(pulse, deps)
    .register(sheets, deps)
