import { makeBell } from '@dossier/platform/bell'
import { type Issuing, issueDue } from './issue-letters.ts'
import { tellSent } from './tell-sent.ts'

export type LetterLoop = { nudge: () => void; stop: () => Promise<void> }

/** Brings letters on until stopped. Several instances may: each step takes effect once. `nudge` where one was drafted. */
export const runLetters = (deps: Issuing & { everyMs?: number }): LetterLoop => {
  const stopping = new AbortController()
  const { report, everyMs = 500 } = deps
  const bell = makeBell(stopping.signal, everyMs)
  const bringOn = async () => (await issueDue(deps)) + (await tellSent(deps))
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const done = await bringOn().catch((trouble: unknown) => (report(trouble), 0))
      if (done === 0) await bell.wait()
    }
  })()
  return {
    nudge: bell.ring,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
