import { rest } from './retry.ts'

const gatherMs = 25

/** `ring` where something has come; `wait` until then, or until it is time to look anyway. */
export type Bell = { ring: () => void; wait: () => Promise<void> }

/**
 * Waits `pollMs` or for somebody who rings, and gathers for 25 ms what others bring meanwhile: a round costs as much for one row
 * as for fifty. A ring while nobody waits is not lost. `stop` ends all waiting.
 */
export const makeBell = (stop: AbortSignal, pollMs: number): Bell => {
  let rung = false
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  stop.addEventListener('abort', ring)
  return {
    ring,
    wait: async () => {
      if (!rung)
        await new Promise<void>((woken) => {
          const timer = setTimeout(woken, pollMs)
          wake = () => {
            clearTimeout(timer)
            woken()
          }
        })
      if (rung && !stop.aborted) await rest(gatherMs, stop)
      rung = false
    },
  }
}
