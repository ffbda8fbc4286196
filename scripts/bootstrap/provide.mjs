import { readdirSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLock } from '../../infra/local/lock.mjs'
import { whenStarterIsGone } from '../../infra/local/starter-gone.mjs'
import { fetchTool, installPackages, stopFetching } from './fetch.mjs'
import { needJava, refuseWithoutPrograms } from './needed-programs.mjs'
import { progress } from './progress.mjs'
import { isMissing, toolsFolder } from './tools.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Of the wanted, what is not there. Costs a few looks at the file system. */
export const missingOf = (wanted) => {
  if (wanted.includes('kafka')) needJava()
  const missing = wanted.filter(isMissing)
  return missing.includes('packages') && isMissing('pnpm') ? [...missing, 'pnpm'] : missing
}

/** Fetches side by side. Two runs at once take turns, and the second finds the first one's work done. */
export const provide = async (wanted) => {
  refuseWithoutPrograms(wanted)
  const giveUp = () => {
    stopFetching()
    process.exit(130)
  }
  for (const signal of signals) process.on(signal, giveUp)
  const callOff = whenStarterIsGone(giveUp)
  const release = await takeTurn()
  const shown = progress()
  try {
    const missing = wanted.filter(isMissing)
    // Named for this process: a program that a killed run had started may still be writing to that run's folder.
    for (const left of readdirSync(toolsFolder).filter((name) => name.startsWith('unfinished'))) discard(left)
    const mine = `unfinished-${process.pid}`
    const fetching = new Map(
      missing
        .filter((what) => what !== 'packages')
        .map((tool) => [tool, fetchTool(tool, `${toolsFolder}/${mine}`, shown)]),
    )
    if (missing.includes('packages'))
      fetching.set(
        'packages',
        Promise.all([fetching.get('node'), fetching.get('pnpm')]).then(() => installPackages(shown)),
      )
    const failed = (await Promise.allSettled(fetching.values())).filter(({ status }) => status === 'rejected')
    discard(mine)
    // Packages wait for Node and pnpm, so one failure may come twice.
    if (failed.length > 0) throw new Error([...new Set(failed.map(({ reason }) => reason.message))].join('\n'))
  } finally {
    shown.end()
    release()
    callOff()
    for (const signal of signals) process.off(signal, giveUp)
  }
}

const discard = (folder) => {
  try {
    rmSync(`${toolsFolder}/${folder}`, { recursive: true, force: true })
  } catch {
    // Somebody is still writing there; a later run will clear it away.
  }
}

const takeTurn = async () => {
  let told = false
  for (;;) {
    const { release, holder } = takeLock(`${toolsFolder}/lock`)
    if (release) return release
    if (!told) process.stderr.write(`Process ${holder} is fetching for this checkout; waiting for it\n`)
    told = true
    await pause(200)
  }
}
