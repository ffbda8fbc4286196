import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { type Finding, holds, type Report } from './audit.ts'

const insertRun = `insert into run (at, form, holds, report) values ($1, $2, $3, $4) returning id`
const lastKnown = 'select distinct on (name) name, holds from drift order by name, id desc'
const insertDrift = 'insert into drift (name, holds, broken, at, run) values ($1, $2, $3, $4, $5)'
const oneAtATime = `select pg_advisory_xact_lock(hashtext('insight.run'))`
const keptRuns = `delete from run where id not in (select run from drift) and ran_at < now() - interval '30 days'`

/** What was fine and is not any more, or is again. */
export type Drift = Pick<Finding, 'name' | 'broken'> & { holds: boolean }

/** Keeps a report, and gives what has changed since the one before: each change once, however many processes audit. */
export const keepRun = (db: Pool, report: Report): Promise<{ run: string; drifts: Drift[] }> =>
  inTransaction(db, async (tx: Tx) => {
    await tx.query(oneAtATime)
    const { rows: known } = await tx.query<{ name: string; holds: boolean }>(lastKnown)
    const { rows } = await tx.query<{ id: string }>(insertRun, [
      report.at,
      report.form,
      holds(report),
      JSON.stringify(report),
    ])
    const run = rows[0]?.id ?? ''
    const was = new Map(known.map((one) => [one.name, one.holds]))
    const drifts = report.findings
      .map(({ name, broken }) => ({ name, broken, holds: broken === 0 }))
      .filter((one) => one.holds !== (was.get(one.name) ?? true))
    for (const { name, broken, holds: isFine } of drifts)
      await tx.query(insertDrift, [name, isFine, broken, report.at, run])
    await tx.query(keptRuns)
    return { run, drifts }
  })
