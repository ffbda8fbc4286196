import type { Axes, DossierId } from '@dossier/contracts/dossier'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { DispatchOrder } from '@dossier/contracts/parcel'
import { Problem } from '@dossier/contracts/problem'
import { onBehalfOf, requestHeaders } from '@dossier/platform/context'
import { inSpan } from '@dossier/platform/spans'
import type { Beginning } from './news.ts'
import { crashPoint } from '@dossier/platform/crash-point'

type Servants = { casework: string; postal: string; token: () => Promise<string> }
type Post = { url: string; key: string; body: object }

/** The orders a conductor may give. Each may go out twice: its key names the effect, not the attempt. */
export const makeActivities = ({ casework, postal, token }: Servants) => {
  const post = async ({ url, key, body }: Post) =>
    fetch(url, {
      method: 'POST',
      headers: {
        ...requestHeaders(),
        'content-type': 'application/json',
        'idempotency-key': key,
        authorization: `Bearer ${await token()}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(8_000),
    })

  /** The refusal's code where the answer is one of `final`: there is nothing left to order. Any other failure is tried again. */
  const order = async (given: Post, final: readonly string[]): Promise<void> => {
    crashPoint('conductor: before an order')
    const response = await post(given)
    crashPoint('conductor: ordered, not acknowledged')
    if (response.ok) return void (await response.arrayBuffer())
    const { code, detail } = Problem.parse(await response.json())
    if (!final.includes(code)) throw new Error(`${given.key} not done, ${code}: ${detail}`)
  }

  /** In the trace of the request the story began with. */
  const inTraceOf = (name: string, { requestId, traceparent }: Beginning, { key, work }: Traced): Promise<void> => {
    const dossierId = key.slice(0, key.indexOf(':'))
    const attributes = { 'dossier.id': dossierId, 'dossier.order': key }
    return onBehalfOf({ requestId: requestId ?? dossierId, traceparent }, () =>
      inSpan({ name, kind: 'CLIENT', traceparent, attributes }, work),
    )
  }

  return {
    /** Tells casework that a planned moment has come; one no longer planned is dropped: the news of it is on its way. */
    sound: (dossierId: DossierId, alarmId: string, beginning: Beginning): Promise<void> => {
      const key = `${dossierId}:${alarmId}`
      const body: DossierCommand = { type: 'SoundAlarm', alarmId }
      const url = `${casework}/dossiers/${dossierId}/commands`
      return inTraceOf('sound alarm', beginning, { key, work: () => order({ url, key, body }, ['alarm-not-planned']) })
    },

    /** Has the post take the result to the citizen; one nobody wants sent any more is dropped. */
    orderDispatch: (
      dossierId: DossierId,
      { receivingDesk, dispatch = 1 }: Axes,
      beginning: Beginning,
    ): Promise<void> => {
      const key = `${dossierId}:dispatch:${dispatch}`
      const body: DispatchOrder = { dossierId, order: dispatch, from: receivingDesk }
      const url = `${postal}/dispatches`
      return inTraceOf('order dispatch', beginning, {
        key,
        work: () => order({ url, key, body }, ['dispatch-not-wanted']),
      })
    },

    /** Has the post say where a parcel is whose promised day has passed in silence. */
    inquire: (dossierId: DossierId, { dispatch = 1 }: Axes, beginning: Beginning): Promise<void> => {
      const key = `${dossierId}:inquiry:${dispatch}`
      const url = `${postal}/dispatches/${dossierId}/${dispatch}/inquiries`
      return inTraceOf('inquire', beginning, {
        key,
        work: () => order({ url, key, body: {} }, ['dispatch-over', 'not-found']),
      })
    },
  }
}
type Traced = { key: string; work: () => Promise<void> }

export type Activities = ReturnType<typeof makeActivities>
