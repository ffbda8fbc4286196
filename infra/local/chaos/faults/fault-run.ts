import { setTimeout } from 'node:timers/promises'
import { auditStack } from '../../audit.ts'
import { peopleOf } from '../../story/people.ts'
import { type Compared, compareWithHistory } from '../history.ts'
import { mailsThatCameTwice } from '../mails-twice.ts'
import { openQuiet } from '../../quiet.ts'
import { type Acknowledged, steadyPeople } from '../steady-people.ts'
import { beginFault } from './doings.ts'
import { mayMeet } from './draw.ts'
import { type Fault, type FaultPlan, faultInWords } from './fault.ts'
import type { Ground } from './ground.ts'
import { startLoad } from './load.ts'
import { openGround } from './open-ground.ts'
import { recoveryOf } from './recovery.ts'

/** What became of one fault: when it really began, and how long after its end all was well again, in ms. */
export type Outcome = { fault: Fault; begunAt: number; recoveredMs: number | undefined; trouble?: string }

export type FaultReport = Compared & {
  lived: number
  /** Lives that could not be lived to their end. */
  brokenLives: string[]
  outcomes: Outcome[]
  /** What the audits found, both forms. */
  brokenInvariants: unknown[]
  mailsTwice: string[]
  /** From the end of the load until nothing was under way. */
  drainedMs: number
}

type How = { say: (line: string) => void; other?: string | undefined; keep?: boolean }

/**
 * Runs a load on a stack of its own, does to it what the plan says, waits until all is quiet, and compares what is there
 * with what clients were told and with the audits. `other` is a checkout of another version; `keep` leaves the stack's
 * folder behind.
 */
export const runFaults = async (plan: FaultPlan, { say, other, keep = false }: How): Promise<FaultReport> => {
  const { ground, close } = await openGround({ say, other })
  const { stack } = ground
  const history: Acknowledged[] = []
  const people = steadyPeople(peopleOf(stack.plan), history)
  try {
    const load = startLoad(people)
    const outcomes = await doAll(ground, plan.faults)
    await load.stop()
    const drained = Date.now()
    const told = await Promise.all(outcomes)
    const quiet = await openQuiet(stack.plan)
    try {
      await quiet.allSent()
    } finally {
      await quiet.close()
    }
    const drainedMs = Date.now() - drained
    const brokenInvariants: unknown[] = []
    for (const form of ['any-time', 'quiescent'] as const)
      brokenInvariants.push(...(await auditStack(stack.plan, form)).broken)
    const compared = await compareWithHistory(stack.plan, history)
    const mailsTwice = await mailsThatCameTwice(stack.plan, people, load.lived)
    const { lived, broken: brokenLives } = load
    return { ...compared, lived: lived.length, brokenLives, outcomes: told, brokenInvariants, mailsTwice, drainedMs }
  } finally {
    await close(keep)
  }
}

/** Whether a run found nothing wrong. */
export const isSound = (report: FaultReport): boolean =>
  [report.lost, report.doubled, report.brokenLives, report.brokenInvariants, report.mailsTwice].every(
    ({ length }) => length === 0,
  ) && report.outcomes.every(({ trouble, recoveredMs }) => trouble === undefined && recoveredMs !== undefined)

/** Each at its time; one that may not meet what still goes on waits for its end. Comes back when the last is over. */
const doAll = async (ground: Ground, faults: readonly Fault[]): Promise<Promise<Outcome>[]> => {
  const begun = Date.now()
  const goingOn = new Map<Fault, Promise<unknown>>()
  const recovering: Promise<Outcome>[] = []
  for (const fault of faults) {
    await setTimeout(Math.max(0, begun + fault.at * 1_000 - Date.now()))
    for (const [other, over] of goingOn) if (!mayMeet(fault, other)) await over
    const begunAt = Date.now() - begun
    const doing = doOne(ground, fault).then(
      () => undefined,
      (trouble: unknown) => String(trouble),
    )
    goingOn.set(
      fault,
      doing.finally(() => goingOn.delete(fault)),
    )
    recovering.push(
      doing.then(async (trouble) => {
        const recoveredMs = await recoveryOf(ground)
        const after = recoveredMs === undefined ? 'never well again' : `well again after ${recoveredMs} ms`
        const when = `${(begunAt / 1_000).toFixed(1)} s`.padStart(8)
        ground.say(`${when}  ${faultInWords(fault)}, ${fault.lasts} s: ${trouble ?? after}`)
        return { fault, begunAt, recoveredMs, ...(trouble !== undefined && { trouble }) }
      }),
    )
  }
  await Promise.all(goingOn.values())
  return recovering
}

const doOne = async (ground: Ground, fault: Fault) => {
  const end = await beginFault(ground, fault)
  await setTimeout(fault.lasts * 1_000)
  await end()
}
