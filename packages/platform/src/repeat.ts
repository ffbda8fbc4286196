import { rest } from './retry.ts'

type Repeating = { everyMs: number; report: (trouble: unknown) => void }

/**
 * Does each work again and again, one after the other, and the next round `everyMs` after the last: never twice at once. What
 * fails is reported and tried in the next round. Stopping waits for what is under way.
 */
export const repeat = (works: readonly (() => Promise<unknown>)[], { everyMs, report }: Repeating) => {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      for (const work of works) if (!stopping.signal.aborted) await work().catch(report)
      await rest(everyMs, stopping.signal)
    }
  })()
  return {
    stop: async (): Promise<void> => {
      stopping.abort()
      await running
    },
  }
}
