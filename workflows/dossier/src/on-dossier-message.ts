import type { TimeScale } from '@dossier/contracts/business-time'
import type { DossierMessage } from '@dossier/contracts/dossier'
import { currentTraceparent } from '@dossier/platform/context'
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import { dossierWorkflow, hear } from './workflow.ts'
import { crashPoint } from '@dossier/platform/crash-point'

/**
 * Signals what moves state, stage, holder, clock or plan. The first signal starts the story, so nothing is lost while no
 * worker runs; a story that has ended does not start again but where a delivery told by mistake had ended it, one that was
 * terminated does.
 */
export const onDossierMessage =
  (client: Pick<Client, 'workflow'>, taskQueue: string, time: () => TimeScale) =>
  async (message: DossierMessage): Promise<void> => {
    if (!message.moves) return
    const { dossierId, seq, axes, alarms, event, requestId } = message
    const traceparent = currentTraceparent()
    crashPoint('conductor: before the signal')
    try {
      await client.workflow.signalWithStart(dossierWorkflow, {
        workflowId: dossierId,
        workflowIdReusePolicy: event.type === 'ReturnWithdrawn' ? 'ALLOW_DUPLICATE' : 'ALLOW_DUPLICATE_FAILED_ONLY',
        taskQueue,
        memo: { ...(requestId !== undefined && { requestId }), ...(traceparent !== undefined && { traceparent }) },
        args: [{ dossierId, time: time() }],
        signal: hear,
        signalArgs: [{ seq, axes, alarms }],
      })
      crashPoint('conductor: signalled')
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return // old news: that story has ended
      throw error
    }
  }
