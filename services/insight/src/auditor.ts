import { dayOf, shift } from '@dossier/domain/calendar'
import { auditBroken, auditFailures } from '@dossier/platform/metrics'
import type { Pool } from 'pg'
import { audit, type Auditing, type Report } from './audit.ts'
import type { Form } from './invariant.ts'
import { type Drift, keepRun } from './runs.ts'
import type { Seal } from './sheets/seal.ts'
import { lastSheet, makeSheets } from './sheets/sheet.ts'
import { openSnapshot } from './snapshot.ts'

type Deps = {
  db: Pool
  auditing: Auditing
  seal: Seal
  /** Told of each change, once. */
  alarm: (drift: Drift, run: string) => void
}

/** What the service does by itself and when it is asked: one audit at a time, and the sheets of days that are over. */
export const makeAuditor = ({ db, auditing, seal, alarm }: Deps) => {
  let before: Promise<unknown> = Promise.resolve()
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const next = before.then(work)
    before = next.catch(() => {})
    return next
  }
  const run = (form: Form): Promise<{ run: string; report: Report }> =>
    oneAtATime(async () => {
      try {
        const report = await audit(form, auditing)
        const kept = await keepRun(db, report)
        for (const { name, broken } of report.findings) auditBroken.set({ invariant: name }, broken)
        for (const drift of kept.drifts) alarm(drift, kept.run)
        return { run: kept.run, report }
      } catch (error) {
        auditFailures.inc()
        throw error
      }
    })

  /** A day is over once the product has had the time it may take for what it does by itself. */
  const sheets = (): Promise<number> =>
    oneAtATime(async () => {
      const { clock, graceMs, places } = auditing
      const settled = new Date(Date.parse(clock.now()) - graceMs * clock.scale().speed).toISOString()
      const yesterday = shift(dayOf(settled), -1)
      const last = await lastSheet(db)
      if (last !== undefined && last.day >= yesterday) return 0
      const snapshot = await openSnapshot(places)
      try {
        return await makeSheets(db, snapshot, { seal, yesterday })
      } finally {
        await snapshot.close()
      }
    })
  return { run, sheets }
}
