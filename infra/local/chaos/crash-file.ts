import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { CrashPlace } from '@dossier/platform/crash-point'
import type { PartName } from '../part.ts'
import type { StackPlan } from '../stack-plan.ts'

/** Where a part of a stack for tests is told at which place it shall die. */
export const crashFile = ({ folder }: Pick<StackPlan, 'folder'>, part: PartName): string =>
  `${folder}/crash/${part}.json`

/** Wishes that `part` dies the `hit`th time it comes to `place` from now on; it does so once. */
export const wishCrash = (plan: StackPlan, part: PartName, wish: { id: string; place: CrashPlace; hit: number }) => {
  const file = crashFile(plan, part)
  mkdirSync(`${plan.folder}/crash`, { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(wish))
  renameSync(`${file}.new`, file) // whole or not at all
}

/** Takes back what has not come true. */
export const takeBackWish = (plan: StackPlan, part: PartName) => rmSync(crashFile(plan, part), { force: true })
