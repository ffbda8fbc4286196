import { readFileSync } from 'node:fs'
import type { GuardedProcess } from './guarded-process.ts'

type Wait = {
  part: string
  log: string
  probe: () => Promise<unknown>
  seconds?: number
  /** Nobody waits for the part any more. */
  halted?: AbortSignal
}

/** Asks until the part answers; a part that ends instead, or never answers, is reported with its last words. */
export const untilReady = async (running: GuardedProcess, wait: Wait): Promise<void> => {
  const { part, log, probe, seconds = 60, halted } = wait
  let ended: string | undefined
  void running.exited.then(({ code, signal }) => (ended = `ended while starting (${signal ?? `exit code ${code}`})`))
  const deadline = Date.now() + seconds * 1_000
  for (let pause = 50; ; pause = Math.min(pause * 1.3, 500)) {
    const answer = await probe().then(
      () => 'ready' as const,
      (error: unknown) => error,
    )
    if (ended) throw new Error(`${part} ${ended}, see ${log}:\n${lastLines(log)}`)
    if (answer === 'ready') return
    if (halted?.aborted) {
      await running.stop()
      throw new Error(`${part} was stopped before it was ready`)
    }
    if (Date.now() > deadline) {
      await running.kill()
      throw new Error(`${part} did not answer within ${seconds} s (${String(answer)}), see ${log}:\n${lastLines(log)}`)
    }
    await new Promise((next) => setTimeout(next, pause))
  }
}

export const lastLines = (log: string, count = 15): string => {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}
