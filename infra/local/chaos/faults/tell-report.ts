import { faultInWords } from './fault.ts'
import { type FaultReport, isSound } from './fault-run.ts'

/** What a run found, for people. */
export const tellReport = (report: FaultReport): string => {
  const { acknowledged, found, lost, doubled, lived, brokenLives, mailsTwice, brokenInvariants, outcomes } = report
  const times = outcomes.flatMap(({ recoveredMs }) => recoveredMs ?? []).toSorted((a, b) => a - b)
  const unwell = outcomes.filter(({ trouble, recoveredMs }) => trouble !== undefined || recoveredMs === undefined)
  return `
faults        ${outcomes.length}, ${new Set(outcomes.map(({ fault }) => fault.kind)).size} kinds
lives         ${lived} lived to their end${list('not', brokenLives)}
acknowledged  ${acknowledged}
found         ${found}
lost          ${list('', lost)}
doubled       ${list('', doubled)}
mails twice   ${list('', mailsTwice)}
audits        ${brokenInvariants.length === 0 ? 'every invariant holds' : JSON.stringify(brokenInvariants, null, 2)}
recovery      ${times[Math.floor(times.length / 2)]} ms (half of them), ${times.at(-1)} ms (the slowest)${list(
    'not',
    unwell.map(({ fault, trouble }) => `${faultInWords(fault)}: ${trouble ?? 'never well again'}`),
  )}
drained in    ${report.drainedMs} ms
${isSound(report) ? 'sound' : 'NOT SOUND'}
`
}

const list = (what: string, all: readonly string[]) =>
  what !== '' && all.length === 0
    ? ''
    : `${what === '' ? '' : `, ${what} `}${all.length}${all.map((one) => `\n              ${one}`).join('')}`
