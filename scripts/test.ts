import { availableParallelism } from 'node:os'
import { mkdirSync, readFileSync } from 'node:fs'
import { installChromium } from '../infra/local/chromium.ts'
import { checkout } from '../infra/local/folders.ts'
import { countTests, type Count } from './count-tests.ts'
import { runToEnd } from './run-to-end.ts'
import { orSayWhy, print } from './table.ts'

const checks = ['fmt:check', 'lint', 'typecheck', 'unused', 'docs:check']
// Those of unit take processor time where those of db wait for their database.
const sideBySide = [['unit', 'db'], ['stack'], ['console']]
const projects = sideBySide.flat()

/** `npm test`, or some of it: `npm test -- lint unit`. */
await orSayWhy(async () => {
  const { scripts } = JSON.parse(readFileSync(`${checkout}package.json`, 'utf8'))
  const known = [...checks.filter((check) => scripts[check]), ...projects]
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown) throw new Error(`npm test knows no "${unknown}": use ${known.join(', ')}, or nothing for all`)

  const sections: { name: string; count: Count }[] = []
  const asked = (name: string) => known.includes(name) && (wanted.length === 0 || wanted.includes(name))
  for (const name of checks.filter(asked)) {
    print(`\n=== ${name} ===`)
    sections.push({ name, count: await check(scripts[name]) })
  }
  for (const names of sideBySide.map((each) => each.filter(asked)).filter((each) => each.length > 0)) {
    print(`\n=== ${names.join(' and ')} ===`)
    sections.push({ name: names.join(' and '), count: await tests(names) })
  }

  const failed = sections.filter(({ count }) => count.failed > 0)
  for (const { name, count } of failed) print(`\n${name}: ${count.why ?? `${count.failed} failed`}`)
  const sum = (of: (count: Count) => number) => sections.reduce((total, { count }) => total + of(count), 0)
  if (failed.length > 0) process.exitCode = 1
  print(`\n${sum(({ passed }) => passed)} passed, ${sum((count) => count.failed)} failed`)
})

/** A check counts as one. */
async function check(script: string): Promise<Count> {
  const code = await runToEnd('/bin/sh', ['-c', script])
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, why: `\`${script}\` ended with ${code}` }
}

/** Some projects at once; heavy ones one after the other, or they would starve each other's servers. */
async function tests(names: readonly string[]): Promise<Count> {
  const report = `${checkout}.local/test-reports/${names.join('-')}.json`
  mkdirSync(`${checkout}.local/test-reports`, { recursive: true })
  const noBrowser = names.includes('console') ? installChromium() : undefined
  if (noBrowser !== undefined) print(`Tests in a browser are left out, ${noBrowser}.`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // One more than there are cores where many wait for a database.
  const workers = names.length > 1 ? [`--maxWorkers=${availableParallelism() + 1}`] : []
  const started = Date.now()
  const code = await runToEnd('vitest', [
    'run',
    ...names.flatMap((name) => ['--project', name]),
    ...workers,
    ...reporters,
  ])
  return countTests(report, started, code)
}
