import type { Connection } from '@temporalio/client'

/** Running stories, and those whose tasks fail again and again. */
export type Stories = { running: number; failing: string[] }

const most = 100

/** Asks Temporal. It flags a workflow after two failed tasks in a row, and takes the flag away when one succeeds. */
export const readStories = async (connection: Connection, namespace: string): Promise<Stories> => {
  const { count } = await connection.workflowService.countWorkflowExecutions({
    namespace,
    query: `ExecutionStatus = 'Running'`,
  })
  const { executions } = await connection.workflowService.listWorkflowExecutions({
    namespace,
    pageSize: most,
    query: `ExecutionStatus = 'Running' and TemporalReportedProblems is not null`,
  })
  return { running: Number(count), failing: (executions ?? []).map(({ execution }) => execution?.workflowId ?? '') }
}
