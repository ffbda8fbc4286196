import { type DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import type { Ledger } from './ledger.ts'

const due = `
  select d.id, e.body from dossier d join dossier_event e on e.dossier_id = d.id and e.seq = d.version
  where d.next_alarm_at <= $1 order by d.next_alarm_at, d.id limit 100`

const noted = `
  insert into swept_alarm (dossier_id, alarm, kind, due_at, at) values ($1, $2, $3, $4, $5) on conflict do nothing`

/** The same key and body as the conductor's order: both together sound an alarm once. */
const soundAlarm = (ledger: Ledger, dossierId: DossierId, alarmId: string) => {
  const command = { type: 'SoundAlarm', alarmId } as const
  const caller = { subject: 'service:casework', kind: 'service' } as const
  return ledger({ dossierId, key: `${dossierId}:${alarmId}`, requestHash: requestHash(command), caller, command })
}

type Swept = { db: Pool; clock: Clock; ledger: Ledger; graceMs: number; report: (trouble: unknown) => void }

/**
 * Sounds what is due for longer than the grace left to the conductor, as when Temporal is down, wiped or late. Gives how many; sounding twice does nothing. A dossier
 * that gives trouble is reported and tried again, and keeps no other from being heard.
 */
export const sweepOnce = async ({ db, clock, ledger, graceMs, report }: Swept): Promise<number> => {
  const before = new Date(Date.parse(clock.now()) - graceMs).toISOString()
  const { rows } = await db.query<{ id: DossierId; body: unknown }>(due, [before])
  let sounded = 0
  for (const { id, body } of rows) {
    try {
      let plan = DossierMessage.parse(body).alarms
      for (let next = plan[0]; next !== undefined && next.at <= before; next = plan[0]) {
        const answer = await soundAlarm(ledger, id, next.id)
        if ('version' in answer) {
          sounded += 1
          await db.query(noted, [id, next.id, next.kind, next.at, clock.now()])
        }
        // What has sounded may plan more, as a drafted apology the warnings that nobody signs it.
        plan = ('version' in answer ? answer.lines.at(-1)?.alarms : undefined) ?? plan.slice(1)
      }
    } catch (error) {
      report(new Error(`The alarms of dossier ${id} could not be sounded`, { cause: error }))
    }
  }
  return sounded
}
