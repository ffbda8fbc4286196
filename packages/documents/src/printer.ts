import { Worker } from 'node:worker_threads'
import { DocumentProblem } from './document-problem.ts'
import type { Letter } from './typesetter.ts'

/** What goes to the thread that sets letters, and what comes back. */
export type Asked = { id: number; letter: Letter }
export type Set =
  | { id: number; page: Uint8Array }
  | { id: number; problem: Pick<DocumentProblem, 'code' | 'vi' | 'en'> }

type Waiting = { resolve: (page: Uint8Array) => void; reject: (error: Error) => void }

/**
 * Sets letters beside a service's own work: setting one takes 10 to 250 ms of a core and some 300 MB, which nobody at a desk
 * shall wait for. The thread is begun with the first letter and let go when none came for `idleMs`. Rejects with a
 * DocumentProblem where a letter cannot be set.
 */
export const makePrinter = ({ idleMs = 60_000 } = {}) => {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let count = 0

  const letGo = async () => {
    const gone = thread
    thread = undefined
    await gone?.terminate()
  }

  const begin = (): Worker => {
    const begun = new Worker(new URL('./printer-worker.ts', import.meta.url))
    begun.unref()
    begun.on('message', (set: Set) => {
      const asked = waiting.get(set.id)
      waiting.delete(set.id)
      if ('page' in set) asked?.resolve(set.page)
      else asked?.reject(new DocumentProblem(set.problem.code, set.problem.vi, set.problem.en))
      if (waiting.size === 0) idle = setTimeout(() => void letGo(), idleMs).unref()
    })
    begun.on('error', (error) => {
      if (thread === begun) thread = undefined // the next letter begins another
      for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)))
      waiting.clear()
    })
    return begun
  }

  return {
    print: (letter: Letter): Promise<Uint8Array> =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        thread ??= begin()
        count += 1
        waiting.set(count, { resolve, reject })
        thread.postMessage({ id: count, letter } satisfies Asked)
      }),
    close: async (): Promise<void> => {
      clearTimeout(idle)
      await letGo()
    },
  }
}
export type Printer = ReturnType<typeof makePrinter>
