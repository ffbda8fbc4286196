import { Client, defaultPayloadConverter } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { namespace, withTemporal } from '../temporal.ts'

/** A timer that runs: the alarm it waits for, in its own words, and when it goes off by the server's clock, in ms. */
export type RunningTimer = { summary: string; at: number }

/** Of each dossier's latest run: which lines of the record it was told, in order, and the timers it has running. */
export const storiesOf = (temporal: string, dossierIds: readonly string[]) =>
  withTemporal(temporal, async (connection) => {
    const { workflow } = new Client({ connection, namespace })
    return Promise.all(dossierIds.map(async (id) => readHistory(await workflow.getHandle(id).fetchHistory())))
  })

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>
type Payload = Parameters<typeof defaultPayloadConverter.fromPayload>[0]

const readHistory = ({ events }: History) => {
  const heard: number[] = []
  const running = new Map<string, RunningTimer>()
  for (const event of events ?? []) {
    const { workflowExecutionSignaledEventAttributes: signal, timerStartedEventAttributes: started } = event
    const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes
    if (signal?.input?.payloads?.[0]) heard.push(Number(Object(read(signal.input.payloads[0]))['seq']))
    if (started?.timerId && started.startToFireTimeout) {
      const summary = event.userMetadata?.summary
      const at = tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout)
      running.set(started.timerId, { summary: summary ? String(read(summary)) : '', at })
    }
    if (over?.timerId) running.delete(over.timerId)
  }
  return { heard, timers: [...running.values()] }
}

const read = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload)
