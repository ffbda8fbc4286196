import { namespace, timeSkippingNow, withTemporal } from './temporal.ts'

const taskStarted = 6 // EventType in Temporal's protocol: the last line of such a history
const healthyMs = 5_000
const page = 1_000

/**
 * Ends each story the time-skipping server has stranded, and gives their dossiers. That server (not the real one) refuses a
 * workflow task that cancels a timer which fired meanwhile, and then neither times the task out nor sends it again; as long
 * as it counts as under way, time is not skipped (github.com/temporalio/sdk-java/issues/3088). The ledger has all the story
 * knew: tell it again and it begins anew.
 */
export const endStranded = async (address: string): Promise<string[]> => {
  const now = await timeSkippingNow(address)
  return withTemporal(address, async ({ workflowService }) => {
    const { executions } = await workflowService.listOpenWorkflowExecutions({ namespace, maximumPageSize: page })
    const stranded: string[] = []
    for (const { execution = null } of executions ?? []) {
      const { history } = await workflowService.getWorkflowExecutionHistory({ namespace, execution })
      const last = history?.events?.at(-1)
      const since = Number(last?.eventTime?.seconds ?? 0) * 1_000
      if (last?.eventType !== taskStarted || now - since < healthyMs) continue
      const reason = 'its workflow task was refused and is never sent again'
      await workflowService.terminateWorkflowExecution({ namespace, workflowExecution: execution, reason })
      stranded.push(execution?.workflowId ?? '')
    }
    return stranded
  })
}
