import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../chromium.ts'
import { freePorts } from '../ports.ts'
import { openStack } from '../stack.ts'
import type { StackPlan } from '../stack-plan.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The stack whose pages browsers look at. */
    console: StackPlan
  }
}

/**
 * Starts one stack for all tests in a browser: to start one costs as long as the stories of an area. It is a Tuesday morning
 * there, and its Temporal is the real one, since that which skips time has no list of its workflows.
 */
export const setup = async ({ provide }: TestProject) => {
  const clock = { mode: 'scaled', at: '2026-11-24T01:00:00.000Z', speed: 1 } as const
  const name = `test-${process.pid}-console`
  const stack = openStack({ name, ports: await freePorts(), clock, unsafe: true, env: {} })
  provide('console', stack.plan)
  if (findChromium() === undefined) return
  await stack.start()
  return async () => {
    await stack.stop()
    rmSync(stack.plan.folder, { recursive: true, force: true })
  }
}
