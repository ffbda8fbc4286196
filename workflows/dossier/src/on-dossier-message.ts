import type { TimeScale } from '@dossier/contracts/business-time'
import type { DossierMessage } from '@dossier/contracts/dossier'
import { currentTraceparent } from '@dossier/platform/context'
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import { dossierWorkflow, hear } from './workflow.ts'

/**
 * Signals what moves state, stage, holder, clock or plan. The first signal starts the story, so nothing is lost while no
 * worker runs; a story that has ended does not start again, one that was terminated does.
 */
export const onDossierMessage =
  (client: Pick<Client, 'workflow'>, taskQueue: string, time: () => TimeScale) =>
  async (message: DossierMessage): Promise<void> => {
    if (!message.moves) return
    const { dossierId, seq, axes, alarms, requestId } = message
    const traceparent = currentTraceparent()
    try {
      await client.workflow.signalWithStart(dossierWorkflow, {
        workflowId: dossierId,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        taskQueue,
        memo: { ...(requestId !== undefined && { requestId }), ...(traceparent !== undefined && { traceparent }) },
        args: [{ dossierId, time: time() }],
        signal: hear,
        signalArgs: [{ seq, axes, alarms }],
      })
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return // old news: that story has ended
      throw error
    }
  }
