import { groups } from '../../levels.ts'
import { discardDeadLetter } from '../../rebuild.ts'
import type { Ground, Poison } from './ground.ts'
import { untilDone, untilSo } from './until-done.ts'

/** Those that keep what they put aside in a table of their own. */
const keepers = ['casework', 'intake', 'postal', 'notifications'] as const
const hearersOf = (topic: string) => keepers.filter((group) => groups[group].includes(topic))
const place = '(topic, partition, position) = ($1, $2, $3)'
const at = ({ topic, partition, position }: Poison) => [topic, partition, position]

/** Waits until every listener has put each poison aside, then throws them away and has what waited behind them handled. */
export const disposeOfPoisons = async ({ stack, admin, poisons }: Ground): Promise<void> => {
  for (const poison of poisons.splice(0))
    for (const hearer of hearersOf(poison.topic)) {
      const there = async () =>
        (await admin.query(`select from ${hearer}.dead_letter where ${place}`, at(poison))).rowCount === 1
      await untilSo(`${hearer} has put aside ${poison.topic} ${poison.partition}/${poison.position}`, there)
      await untilDone(() => discardDeadLetter(stack.plan, hearer, { key: poison.key, reason: 'a fault put it there' }))
      await untilSo(`${hearer} has thrown it away`, async () => !(await there()))
    }
}
