import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow'

/** The design this product did not choose, for comparison: Temporal carries out each action as an activity. */
export const go = defineSignal<[number]>('go')

const { act } = proxyActivities<{ act: (step: number, id: string) => Promise<void> }>({ startToCloseTimeout: '30s' })

export async function perActionWorkflow(id: string, steps: number): Promise<void> {
  let asked = 0
  setHandler(go, (step) => {
    asked = Math.max(asked, step)
  })
  for (let step = 1; step <= steps; step += 1) {
    await condition(() => asked >= step)
    await act(step, id)
  }
}
