import type { PartView } from '../infra/local/stack.ts'
import type { StackPlan } from '../infra/local/stack-plan.ts'
import { table } from './table.ts'

/** What to open, for a person who just started a stack. */
export const addressTable = (plan: StackPlan, parts: PartView[]): string => {
  const rows = parts.map(({ part, address, state }) => [part, address, state === 'ready' ? '' : state])
  const hasUi = plan.clock.mode !== 'driven' && !plan.elsewhere.temporal
  if (hasUi) rows.push(['temporal UI', `http://127.0.0.1:${plan.ports['temporal-ui']}`, ''])
  return table(rows)
}
