import { type FeedbackLimits, feedbackLimits } from '@dossier/domain/feedback-limits'
import type { Clock } from '@dossier/platform/clock'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { Pool } from 'pg'
import type { FileStore } from '@dossier/platform/file-store'
import { makeValidateForm } from './form-validation.ts'
import { common } from './problems.ts'
import type { Published } from './published.ts'
import { applications } from './routes/applications.ts'
import { drafts } from './routes/drafts.ts'
import { feedbackHandling } from './routes/feedback-handling.ts'
import { feedback } from './routes/feedback.ts'
import { findings } from './routes/findings.ts'
import { applicationsOnPaper } from './routes/on-paper.ts'
import { operations } from './routes/operations.ts'
import { paymentOrders } from './routes/payment-orders.ts'
import { payments } from './routes/payments.ts'
import { procedures } from './routes/procedures.ts'
import { submissions } from './routes/submissions.ts'
import { uploadContent } from './routes/upload-content.ts'
import { uploads } from './routes/uploads.ts'
import type { PayAt } from './payments/pay-at.ts'
import { type AskPostal } from './submission/by-post.ts'
import { assertPrintable, cleanText } from './text-at-border.ts'

export type Deps = {
  db: Pool
  clock: Clock
  published: Published
  files: FileStore
  /** Told after each commit that has something to announce. */
  told?: () => void
  /** Without it nothing is taken in by post. */
  askPostal?: AskPostal
  maxUploadBytes?: number
  /** For how many days a draft is kept after its last saving. */
  draftDays?: number
  /** Without it nothing is paid online. */
  payAt?: PayAt
  /** Where others than those the law is known to give. */
  limits?: FeedbackLimits
}

// A file of the largest size needs this long on a line of 1.5 Mbit/s; other bodies are small.
const requestTimeout = 120_000

const noPost: AskPostal = () => Promise.reject(common('unavailable'))

export const buildApp = (deps: Deps, options?: ServerOptions) => {
  const { askPostal = noPost, draftDays = 30, payAt } = deps
  const { db, clock, published, files, told = () => {}, maxUploadBytes: maxBytes, limits = feedbackLimits() } = deps
  const app = createServer({ name: 'intake', requestTimeout, ...options })
  app.addHook('preValidation', async (request) => {
    request.body = cleanText(request.body)
    request.query = cleanText(request.query, '#/query')
    if (request.routeOptions.url?.startsWith('/applications')) assertPrintable(request.body)
  })
  return app
    .register(procedures, { clock, published })
    .register(submissions, { db, clock, published, validateForm: makeValidateForm(), told, askPostal })
    .register(applications, { db, clock, published })
    .register(applicationsOnPaper, { db, published })
    .register(uploads, { db, clock, files, ...(maxBytes !== undefined && { maxBytes }) })
    .register(uploadContent, { db, clock, published, files })
    .register(payments, { db, clock })
    .register(paymentOrders, { db, clock, published, ...(payAt !== undefined && { payAt }) })
    .register(drafts, { db, clock, published, draftDays })
    .register(feedback, { db, clock, published, limits, told })
    .register(feedbackHandling, { db, clock, published, limits, told })
    .register(findings, { db, clock, published, told })
    .register(operations, { db, told })
}
