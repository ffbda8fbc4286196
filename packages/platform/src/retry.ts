import { setTimeout } from 'node:timers/promises'
import { isTransient } from './transient.ts'

type RetryOptions = { report?: (trouble: unknown) => void; signal?: AbortSignal; maxMs?: number }

/**
 * Does `work` until it succeeds, waiting longer each time (0.1 s up to `maxMs`, 5 s). What is no outage is thrown at once;
 * so is the last trouble when `signal` stops the waiting. For the start, when the database may come up later than we.
 */
export const untilReachable = async <T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> => {
  const { report, signal, maxMs = 5_000 } = options
  for (let waitMs = 100; ; waitMs = Math.min(maxMs, waitMs * 2)) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error) || signal?.aborted === true) throw error
      report?.(error)
    }
    await rest(waitMs, signal)
  }
}

/** Waits, and returns early when `signal` says so. */
export const rest = (ms: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {})
