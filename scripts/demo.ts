import { isDeepStrictEqual, parseArgs } from 'node:util'
import { readClock, type DrivenClock } from '../infra/local/clock.ts'
import { openDriver } from '../infra/local/driver.ts'
import { keepRunning } from '../infra/local/keep-running.ts'
import { removeStack } from '../infra/local/remove-stack.ts'
import { openStack, type Stack } from '../infra/local/stack.ts'
import type { StackPlan } from '../infra/local/stack-plan.ts'
import { runningStack } from '../infra/local/stack-record.ts'
import { moment } from '../infra/local/story/local-time.ts'
import type { Scenario } from '../infra/local/story/scenario.ts'
import { scenarios } from '../infra/local/story/scenarios.ts'
import { serversOf } from '../infra/local/story/servers.ts'
import { playOn } from '../infra/local/story/stage.ts'
import { openTimetables } from '../infra/local/story/timetable.ts'
import { orSayWhy, print } from './table.ts'

/** The running driven stack if its time has not passed the story's beginning; else one of the demo's own, begun anew. */
const withStack = async (begins: string, fresh: boolean, work: (plan: StackPlan, own?: Stack) => Promise<void>) => {
  const running = fresh ? undefined : runningStack('driven')?.record?.plan
  if (running !== undefined) {
    const at = readClock<DrivenClock>(running.folder)?.at ?? ''
    if (at <= begins) return work(running)
    print(`The driven stack stands at ${at}, after the story's beginning: the demo starts a stack of its own`)
  }
  removeStack('demo')
  const stack = openStack({ name: 'demo', clock: { mode: 'driven', at: begins } }, ({ type, part }) => {
    if (type === 'ready') print(`  ${part} ready`)
    if (type === 'fell') keeper.onFall(part)
  })
  const keeper = keepRunning(stack, (line) => print(`  ${line}`))
  try {
    print('starting a driven stack for the demo')
    await stack.start()
    await work(stack.plan, stack)
  } finally {
    keeper.stop()
    await stack.stop()
  }
}

const play = async (chosen: readonly Scenario[], plan: StackPlan, own?: Stack) => {
  const driver = await openDriver(plan)
  const servers = own && serversOf(own, driver)
  try {
    await Promise.all(
      openTimetables(driver, chosen).map(async ([scenario, time]) => {
        const begun = Date.now()
        // Stories whose days overlap take turns; each is told in one piece.
        const story: string[] = []
        const tell = chosen.length === 1 ? print : (text: string) => void story.push(text)
        const checks = await playOn({ plan, time, print: tell, servers }, scenario).finally(() => story.forEach(print))
        const wrong = checks.filter(({ expected, found }) => !isDeepStrictEqual(expected, found)).length
        const verdict = wrong === 0 ? 'all as promised' : `${wrong} of ${checks.length} not as promised`
        print(`\n${scenario.id}: ${verdict}, ${((Date.now() - begun) / 1000).toFixed(1)} s`)
        if (wrong > 0) process.exitCode = 1
      }),
    )
  } finally {
    await driver.close()
  }
}

/** `S05`, several of them, or `all`; the reference dossier where nothing is said. */
const choose = (names: readonly string[]): readonly Scenario[] => {
  if (names.includes('all')) return scenarios
  const wanted = new Set((names.length === 0 ? ['S01'] : names).map((name) => name.toUpperCase()))
  const unknown = [...wanted].filter((name) => !scenarios.some(({ id }) => id === name))
  if (unknown.length > 0)
    throw new Error(
      `There is no scenario ${unknown.join(', ')}: choose of ${scenarios.map(({ id }) => id).join(', ')}, or all`,
    )
  return scenarios.filter(({ id }) => wanted.has(id))
}

await orSayWhy(async () => {
  const { values, positionals } = parseArgs({
    options: { fresh: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const chosen = choose(positionals)
  const [first] = chosen
  const fresh = values.fresh || chosen.some(({ takesServers }) => takesServers === true)
  if (first !== undefined) await withStack(moment(first.begins), fresh, (plan, own) => play(chosen, plan, own))
})
