import { isDeepStrictEqual, parseArgs } from 'node:util'
import { readClock, type DrivenClock } from '../infra/local/clock.ts'
import { openDriver } from '../infra/local/driver.ts'
import { removeStack } from '../infra/local/remove-stack.ts'
import { openStack } from '../infra/local/stack.ts'
import type { StackPlan } from '../infra/local/stack-plan.ts'
import { runningStack } from '../infra/local/stack-record.ts'
import { compareStores } from '../infra/local/story/compare.ts'
import { moment } from '../infra/local/story/local-time.ts'
import { peopleOf } from '../infra/local/story/people.ts'
import { type Check, playS01 } from '../infra/local/story/s01.ts'
import { tellAlarm, tellLine } from '../infra/local/story/tell.ts'
import { orSayWhy, print } from './table.ts'

const begins = moment('2021-04-12T07:00')

/** The running driven stack if its time has not passed the story's beginning; else one of the demo's own, begun anew. */
const withStack = async (fresh: boolean, work: (plan: StackPlan) => Promise<void>) => {
  const running = fresh ? undefined : runningStack('driven')?.record?.plan
  if (running !== undefined) {
    const at = readClock<DrivenClock>(running.folder)?.at ?? ''
    if (at <= moment('2021-04-13T09:40')) return work(running)
    print(`The driven stack stands at ${at}, after the story's beginning: the demo starts a stack of its own`)
  }
  removeStack('demo')
  const stack = openStack({ name: 'demo', clock: { mode: 'driven', at: begins } }, ({ type, part }) => {
    if (type === 'ready') print(`  ${part} ready`)
  })
  try {
    print('starting a driven stack for the demo')
    await stack.start()
    await work(stack.plan)
  } finally {
    await stack.stop()
  }
}

const report = (title: string, checks: Check[]): number => {
  print(`\n${title}`)
  const wrong = checks.filter(({ expected, found }) => !isDeepStrictEqual(expected, found))
  for (const { what, expected, found } of checks) {
    const right = isDeepStrictEqual(expected, found)
    const instead = right ? '' : `, expected ${JSON.stringify(expected)}`
    print(`  ${right ? '✔' : '✘'} ${what}: ${JSON.stringify(found)}${instead}`)
  }
  return wrong.length
}

const play = async (plan: StackPlan) => {
  const begun = Date.now()
  const people = peopleOf(plan)
  const driver = await openDriver(plan)
  const anyone = people('officer:ia-pech.intake')
  const { body } = await anyone.get('catalogue', '/organisations')
  const rows: { code: string; name: string }[] = Array.isArray(body['organisations']) ? body['organisations'] : []
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  try {
    print('\nS01 — hồ sơ mẫu: xã → huyện → tỉnh → xã, không ai trễ hạn\n')
    const { dossierId, checks } = await playS01({
      people,
      driver,
      onStep: (say, lines, rang) => {
        for (const alarm of rang) print(tellAlarm(alarm))
        print(`${say}`)
        for (const line of lines) print(`  ${tellLine(line, (code) => names.get(code) ?? code)}`)
      },
    })
    const wrong =
      report('What the scenario promises', checks) +
      report('Ledger, Temporal and Kafka', await compareStores(plan, dossierId, anyone))
    print(
      `\n${wrong === 0 ? 'all as promised' : `${wrong} not as promised`}, ${((Date.now() - begun) / 1000).toFixed(1)} s`,
    )
    if (wrong > 0) process.exitCode = 1
  } finally {
    await driver.close()
  }
}

await orSayWhy(async () => {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } })
  await withStack(values.fresh, play)
})
