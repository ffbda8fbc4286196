import { runCrashes } from './crash-run.ts'
import { everyCrash } from './crash-targets.ts'

/** Kills processes at every named place, at these hits; tells what came of it, and gives whether all is sound. */
export const playCrashPoints = async (hits: readonly number[], say: (text: string) => void): Promise<boolean> => {
  const crashes = everyCrash(hits)
  say(`${crashes.length} deaths at ${crashes.length / hits.length} places are wished\n`)
  const report = await runCrashes(crashes, (line) => say(`${line}\n`))
  const { acknowledged, found, lost, doubled, mailsTwice, died, notReached, broken, recoveryMs } = report
  const sorted = recoveryMs.toSorted((a, b) => a - b)
  say(`
died          ${died}
not reached   ${notReached.length}${notReached.map(({ part, place, hit }) => `\n              ${part}, ${place}, ${hit}`).join('')}
acknowledged  ${acknowledged}
found         ${found}
lost          ${lost.length}${lost.map((place) => `\n              ${place}`).join('')}
doubled       ${doubled.length}${doubled.map((place) => `\n              ${place}`).join('')}
mails twice   ${mailsTwice.length}
audits        ${broken.length === 0 ? 'every invariant holds' : JSON.stringify(broken, null, 2)}
up again in   ${sorted[Math.floor(sorted.length / 2)]} ms (half of them), ${sorted.at(-1)} ms (the slowest)
`)
  const wrong = notReached.length + lost.length + doubled.length + mailsTwice.length + broken.length
  return wrong === 0
}
