import type { Clock } from '@dossier/platform/clock'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { Pool } from 'pg'
import type { FileStore } from './files/file-store.ts'
import { makeValidateForm } from './form-validation.ts'
import type { Published } from './published.ts'
import { applications } from './routes/applications.ts'
import { operations } from './routes/operations.ts'
import { payments } from './routes/payments.ts'
import { procedures } from './routes/procedures.ts'
import { submissions } from './routes/submissions.ts'
import { uploadContent } from './routes/upload-content.ts'
import { uploads } from './routes/uploads.ts'
import { cleanText } from './text-at-border.ts'

export type Deps = {
  db: Pool
  clock: Clock
  published: Published
  files: FileStore
  /** Told after each commit that has something to announce. */
  told?: () => void
  maxUploadBytes?: number
}

// A file of the largest size needs this long on a line of 1.5 Mbit/s; other bodies are small.
const requestTimeout = 120_000

export const buildApp = (deps: Deps, options?: ServerOptions) => {
  const { db, clock, published, files, told = () => {}, maxUploadBytes: maxBytes } = deps
  const app = createServer({ name: 'intake', requestTimeout, ...options })
  app.addHook('preValidation', async (request) => {
    request.body = cleanText(request.body)
    request.query = cleanText(request.query, '#/query')
  })
  return app
    .register(procedures, { clock, published })
    .register(submissions, { db, clock, published, validateForm: makeValidateForm(), told })
    .register(applications, { db, clock, published })
    .register(uploads, { db, clock, files, ...(maxBytes !== undefined && { maxBytes }) })
    .register(uploadContent, { db, clock, published, files })
    .register(payments, { db, clock })
    .register(operations, { db, told })
}
