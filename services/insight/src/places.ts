import * as z from 'zod'
import type { Places } from './snapshot.ts'

const url = z.url({ protocol: /^postgres(ql)?$/ })

/**
 * Where the audited tables are, by an account that may read all of them and write nothing: one database, or one for each owner
 * where a deployment has several.
 */
export const AuditEnv = z.object({
  AUDIT_DATABASE_URL: url,
  AUDIT_CASEWORK_URL: url.optional(),
  AUDIT_INTAKE_URL: url.optional(),
  AUDIT_POSTAL_URL: url.optional(),
  AUDIT_NOTIFICATIONS_URL: url.optional(),
  /** How long, on the wall, the product may take for what it does by itself. */
  AUDIT_GRACE_MS: z.coerce.number().int().min(0).default(60_000),
  /** Threads that read records. */
  AUDIT_THREADS: z.coerce.number().int().min(1).max(16).default(2),
  /** Planted identities, one a line: they must be found nowhere. */
  AUDIT_CANARIES: z
    .string()
    .default('')
    .transform((text) => text.split('\n').filter((line) => line.trim().length > 3)),
  /** Folders of logs and addresses with metrics in which they are looked for, separated by commas. */
  AUDIT_LOGS: list(),
  AUDIT_METRICS: list(),
})
export type AuditEnv = z.infer<typeof AuditEnv>

function list() {
  return z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((one) => one !== ''))
}

export const placesOf = (env: AuditEnv): Places => {
  const all = env.AUDIT_DATABASE_URL
  return {
    casework: env.AUDIT_CASEWORK_URL ?? all,
    intake: env.AUDIT_INTAKE_URL ?? all,
    postal: env.AUDIT_POSTAL_URL ?? all,
    notifications: env.AUDIT_NOTIFICATIONS_URL ?? all,
  }
}
