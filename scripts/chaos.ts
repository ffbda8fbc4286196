import { parseArgs } from 'node:util'
import { runCrashes } from '../infra/local/chaos/crash-run.ts'
import { everyCrash } from '../infra/local/chaos/crash-targets.ts'

// `npm run chaos`: lets processes die at every named place, and tells what was lost and what was doubled.
const { values } = parseArgs({ options: { hits: { type: 'string', default: '1,2,3' } } })
const hits = values.hits.split(',').map(Number)
if (!hits.every((hit) => Number.isSafeInteger(hit) && hit > 0))
  throw new Error(`--hits takes numbers from 1 on, separated by commas, as in --hits 1,3; "${values.hits}" is none`)
const crashes = everyCrash(hits)
process.stdout.write(`${crashes.length} deaths at ${crashes.length / hits.length} places are wished\n`)
const report = await runCrashes(crashes, (line) => process.stdout.write(`${line}\n`))
const { acknowledged, found, lost, doubled, mailsTwice, died, notReached, broken, recoveryMs } = report
const sorted = recoveryMs.toSorted((a, b) => a - b)
process.stdout.write(`
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
process.exitCode = wrong === 0 ? 0 : 1
