import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { clockEnv } from './clock.ts'
import { checkout } from './folders.ts'
import { auditUrl, databaseUrl } from './databases.ts'
import { addressesOf, type StackPlan } from './stack-plan.ts'
import { namespace } from './temporal.ts'
import { planted } from './story/planted.ts'

const run = promisify(execFile)
export const auditMain = `${checkout}services/insight/src/audit-main.ts`

/** What audits of a local stack are told: where to read, which key signs, and who was planted. */
export const auditEnv = (plan: StackPlan): Record<string, string> => {
  const { postgres, kafka, temporal, catalogue, intake, casework, postal, notifications, conductor } = addressesOf(plan)
  return {
    DATABASE_URL: databaseUrl(postgres, 'insight'),
    AUDIT_DATABASE_URL: auditUrl(postgres),
    KAFKA_BROKERS: kafka,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: namespace,
    SHEET_KEY_FILE: `${plan.folder}/insight/sheets.pem`,
    SHEET_KEY_MADE: 'true',
    AUDIT_CANARIES: planted.join('\n'),
    AUDIT_LOGS: `${plan.folder}/logs`,
    AUDIT_METRICS: [catalogue, intake, casework, postal, notifications, conductor].join(','),
  }
}

type Finding = { name: string; examined: number; broken: number; offenders: { id: string; why: string }[] }

/** What an audit of a stack found: how many of what it looked at, and what does not hold. */
type Audited = { dossiers: number; examined: Record<string, number>; broken: Finding[] }

/** Audits a stack in a process of its own. Throws where the audit itself fails. */
export const auditStack = async (plan: StackPlan, form: 'any-time' | 'quiescent'): Promise<Audited> => {
  const args = [auditMain, '--json', ...(form === 'quiescent' ? ['--quiescent'] : [])]
  const env = { ...process.env, ...auditEnv(plan), ...clockEnv(plan.clock, plan.folder) }
  const { stdout } = await run(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }).catch((error: unknown) => {
    const { stdout: said = '' } = Object(error)
    if (String(said).startsWith('{')) return { stdout: String(said) } // something does not hold
    throw error
  })
  const { dossiers, findings }: { dossiers: number; findings: Finding[] } = JSON.parse(stdout)
  const examined = Object.fromEntries(findings.map((one) => [one.name, one.examined]))
  return { dossiers, examined, broken: findings.filter(({ broken }) => broken > 0) }
}
