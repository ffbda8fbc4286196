import { makeBell } from '@dossier/platform/bell'
import { rest } from '@dossier/platform/retry'
import { prepareAwaited } from './awaited-letters.ts'
import { forgetOld } from './forget.ts'
import { type Preparing, prepareDue } from './prepare.ts'
import { type Sending, sendDue, takeOver } from './send.ts'

// One sender a service: what it was about when it died can then only be asked about by the next.
const tryLock = `select pg_try_advisory_lock(hashtextextended('sender:' || current_schema(), 0)) as ours`

export type Queue = { nudge: () => void; stop: () => Promise<void> }

type Running = Preparing & Sending & { everyMs?: number }

/** Prepares and sends what is due, until stopped; of several instances one at a time. `nudge` where something has come. */
export const runQueue = (deps: Running): Queue => {
  const stopping = new AbortController()
  const { report, everyMs = 200 } = deps
  const bell = makeBell(stopping.signal, everyMs)
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await workWhileOurs().catch(report)
      await rest(everyMs, stopping.signal)
    }
  })()

  async function workWhileOurs() {
    const client = await deps.db.connect()
    try {
      while (!stopping.signal.aborted && !(await client.query<{ ours: boolean }>(tryLock)).rows[0]?.ours)
        await rest(everyMs, stopping.signal)
      if (stopping.signal.aborted) return
      await takeOver(deps)
      while (!stopping.signal.aborted) {
        await client.query('select') // the lock is gone with the connection
        const done = (await prepareDue(deps)) + (await prepareAwaited(deps)) + (await sendDue(deps))
        if (done > 0) continue
        await forgetOld(deps)
        await bell.wait()
      }
    } finally {
      client.release(true)
    }
  }

  return {
    nudge: bell.ring,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
