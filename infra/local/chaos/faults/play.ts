import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkout } from '../../folders.ts'
import { FaultPlan } from './fault.ts'
import { isSound, runFaults } from './fault-run.ts'
import { makeFaultPlan } from './make-plan.ts'
import { tellReport } from './tell-report.ts'

/** The plan of a seed, or the one in a file. Throws where the file holds none. */
export type Wished = { seed: number; minutes: number } | { file: string }

const planOf = (wished: Wished): FaultPlan =>
  'file' in wished
    ? FaultPlan.parse(JSON.parse(readFileSync(wished.file, 'utf8')))
    : makeFaultPlan(wished.seed, wished.minutes)

type How = { other: string | undefined; keep: boolean; say: (text: string) => void }

/** Plays a plan and tells what came of it; plan and report are kept. Gives whether all is sound. */
export const playFaults = async (wished: Wished, { other, keep, say }: How): Promise<boolean> => {
  const plan = planOf(wished)
  const folder = `${checkout}.local/chaos`
  const name = `${folder}/seed-${plan.seed}-${plan.minutes}-minutes`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${name}.plan.json`, JSON.stringify(plan, null, 2))
  say(
    `${plan.faults.map((fault) => JSON.stringify(fault)).join('\n')}\n${plan.faults.length} faults, kept in ${name}.plan.json\n`,
  )
  const report = await runFaults(plan, { say: (line) => say(`${line}\n`), other, keep })
  writeFileSync(`${name}.report.json`, JSON.stringify(report, null, 2))
  say(tellReport(report))
  return isSound(report)
}
