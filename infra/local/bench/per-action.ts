import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import type { People } from '../story/people.ts'
import { handIn } from '../story/hand-in.ts'
import { namespace } from '../temporal.ts'
import { sideBySide, stepsOf } from './lives.ts'
import { go, perActionWorkflow } from './per-action-workflow.ts'

/**
 * The same lives on the same stack, but each action an activity of its workflow: lives a second. The officer signals, and
 * hears that it is done when the activity has run.
 */
export const perActionLives = async (
  people: People,
  { temporal, atOnce, seconds }: { temporal: string; atOnce: number; seconds: number },
): Promise<number> => {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const taskQueue = 'bench-per-action'
  const steps = stepsOf(people)
  const connection = await NativeConnection.connect({ address: temporal })
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: fileURLToPath(new URL('per-action-workflow.ts', import.meta.url)),
    activities: {
      act: async (step: number, id: string) => {
        const next = steps[step - 1]
        if (next !== undefined) await next.who.act(id, next.command, `${id}:${step}`)
      },
    },
  })
  const working = worker.run()
  const client = new Client({ connection: await Connection.connect({ address: temporal }), namespace })
  const one = async () => {
    const id = await handIn(people('officer:ia-pech.intake'))
    const handle = await client.workflow.start(perActionWorkflow, {
      workflowId: `per-action-${id}`,
      taskQueue,
      args: [id, steps.length],
    })
    for (let step = 1; step <= steps.length; step += 1) await handle.signal(go, step)
    await handle.result()
  }
  const begun = Date.now()
  const lives = await sideBySide(atOnce, seconds, one)
  const took = (Date.now() - begun) / 1_000
  worker.shutdown()
  await working
  await client.connection.close()
  await connection.close()
  return lives.length / took
}
