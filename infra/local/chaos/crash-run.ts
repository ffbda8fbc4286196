import { existsSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { auditStack } from '../audit.ts'
import type { PartName } from '../part.ts'
import { freePorts } from '../ports.ts'
import { openStack } from '../stack.ts'
import { moment } from '../story/local-time.ts'
import { peopleOf } from '../story/people.ts'
import { catalogueActs } from './catalogue-acts.ts'
import { openQuiet } from '../quiet.ts'
import { crashFile, takeBackWish, wishCrash } from './crash-file.ts'
import { type Crash, inRounds } from './crash-targets.ts'
import { type Compared, compareWithHistory } from './history.ts'
import { liveByPost } from './life.ts'
import { mailsThatCameTwice } from './mails-twice.ts'
import { type Acknowledged, steadyPeople } from './steady-people.ts'

export type CrashReport = Compared & {
  /** How many processes died where they were told to. */
  died: number
  notReached: Crash[]
  /** What the audits found, both forms. */
  broken: unknown[]
  /** E-mails that came twice. */
  mailsTwice: string[]
  recoveryMs: number[]
}

const livesARound = 4
// A minute of office time in a second: what a sender asks about a minute later is asked soon, and no limit passes.
const speed = 60

/**
 * Lets processes of a stack of its own die at named places while dossiers live through it, starts them again, waits until
 * all is quiet, and compares what is there with what its clients were told and with the audits. Crashes of one round are
 * wished at the same time, one a part.
 */
export const runCrashes = async (crashes: readonly Crash[], say: (line: string) => void): Promise<CrashReport> => {
  const fallen = new Map<PartName, number>()
  const recoveryMs: number[] = []
  let over = false
  const stack = openStack(
    {
      name: `crash-${process.pid}`,
      ports: await freePorts(),
      clock: { mode: 'scaled', at: moment('2021-03-15T07:30'), speed },
      unsafe: true,
      env: {},
    },
    (note) => {
      if (note.type === 'fell' && !over) void raise(note.part)
    },
  )
  const raise = async (part: PartName): Promise<void> => {
    fallen.set(part, (fallen.get(part) ?? 0) + 1)
    const begun = Date.now()
    await stack.start(part).catch(async (trouble: unknown) => {
      if (over) return
      say(`${part} did not start again: ${String(trouble)}`)
      await setTimeout(500)
      return raise(part)
    })
    recoveryMs.push(Date.now() - begun)
  }
  process.env['KAFKA_SESSION_MS'] = '6000'
  await stack.start()
  const quiet = await openQuiet(stack.plan)
  const history: Acknowledged[] = []
  const people = steadyPeople(peopleOf(stack.plan), history)
  const notReached: Crash[] = []
  let died = 0
  const lived: string[] = []
  const live = async () => lived.push(await liveByPost(people, { ordered: quiet.settle, over: quiet.settle }))

  try {
    await live() // without a crash: everything is warm, and the story itself is sound
    for (const [nth, round] of inRounds(crashes).entries()) {
      for (const [i, { part, place, hit }] of round.entries())
        wishCrash(stack.plan, part, { id: `${nth}.${i}`, place, hit })
      const open = () => round.filter(({ part }) => existsSync(crashFile(stack.plan, part)))
      for (let lives = 0; lives < livesARound && open().length > 0; lives += 1) {
        await catalogueActs(people, lived.length)
        await live()
      }
      for (const one of open()) {
        notReached.push(one)
        takeBackWish(stack.plan, one.part)
      }
      await quiet.settle()
      died = [...fallen.values()].reduce((sum, count) => sum + count, 0)
      say(`round ${nth + 1}: ${round.map(({ part, place, hit }) => `${part}, ${place}, ${hit}`).join(' · ')}`)
    }
    await quiet.allSent()
    const broken: unknown[] = []
    for (const form of ['any-time', 'quiescent'] as const) broken.push(...(await auditStack(stack.plan, form)).broken)
    const compared = await compareWithHistory(stack.plan, history)
    const mailsTwice = await mailsThatCameTwice(stack.plan, people, lived)
    return { ...compared, died, notReached, broken, mailsTwice, recoveryMs }
  } finally {
    over = true
    await quiet.close()
    await stack.stop()
    rmSync(stack.plan.folder, { recursive: true, force: true })
  }
}
