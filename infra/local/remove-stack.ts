import { existsSync, rmSync } from 'node:fs'
import { stackFolder } from './folders.ts'
import { outsidePlace } from './outside-place.ts'

/** Removes a stack's data; the tools stay. Answers what was removed. The caller holds the stack's lock. */
export const removeStack = (stack: string): string[] => {
  const there = [stackFolder(stack), outsidePlace(stack)].filter((folder) => existsSync(folder))
  for (const folder of there) rmSync(folder, { recursive: true })
  return there
}
