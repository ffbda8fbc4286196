import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stackFolder, stacksFolder } from './folders.ts'
import { holderOf } from './lock.mjs'
import type { PartView } from './stack.ts'
import type { StackPlan } from './stack-plan.ts'

/** What a running stack tells other terminals. It counts only while the lock's holder lives. */
export type StackRecord = { pid: number; plan: StackPlan; parts: PartView[] }

/** Beside the stack's folder, which a reset removes while it holds the lock. */
export const lockOf = (stack: string): string => `${stackFolder(stack)}.lock`

const recordOf = (stack: string) => `${stackFolder(stack)}/stack.json`

export const writeRecord = (stack: string, record: StackRecord): void => {
  mkdirSync(stackFolder(stack), { recursive: true })
  writeFileSync(`${recordOf(stack)}.new`, JSON.stringify(record, null, 2))
  renameSync(`${recordOf(stack)}.new`, recordOf(stack))
}

export const removeRecord = (stack: string): void => rmSync(recordOf(stack), { force: true })

/** Who runs the stack, and what is known of its parts: nothing yet in its first moment. */
export const runningStack = (stack: string): { pid: number; record: StackRecord | undefined } | undefined => {
  const pid = holderOf(lockOf(stack))
  if (pid === undefined) return undefined
  const record = readRecord(stack)
  return { pid, record: record?.pid === pid ? record : undefined }
}

export const runningStacks = (): string[] =>
  listFolder(stacksFolder)
    .flatMap((file) => /^(.+)\.lock$/.exec(file)?.[1] ?? [])
    .filter((stack) => holderOf(lockOf(stack)) !== undefined)

const readRecord = (stack: string): StackRecord | undefined => {
  try {
    return JSON.parse(readFileSync(recordOf(stack), 'utf8'))
  } catch {
    return undefined
  }
}

const listFolder = (folder: string) => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
