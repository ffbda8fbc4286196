import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import type { Settings } from './settings.ts'

// Undelivered ones stay until a person has looked: another channel needs no address of this one, but they see that there was one.
const forget = `
  update message set address = null, content = null where id in (
    select id from message
    where content is not null and channel <> 'in-app' and ended_at < $1 limit 500)`

let last = 0
const everyMs = 10_000

/** Erases addresses and words of messages that have been over for so long; the proof that they went out stays. */
export const forgetOld = async (deps: { db: Pool; clock: Clock; settings: Settings }): Promise<void> => {
  if (Date.now() - last < everyMs) return
  last = Date.now()
  await eraseEnded(deps)
}

export const eraseEnded = async ({
  db,
  clock,
  settings,
}: {
  db: Pool
  clock: Clock
  settings: Settings
}): Promise<number> => {
  const before = new Date(Date.parse(clock.now()) - settings.keepMs).toISOString()
  return (await db.query(forget, [before])).rowCount ?? 0
}
