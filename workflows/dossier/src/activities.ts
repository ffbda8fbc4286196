import type { DossierId } from '@dossier/contracts/dossier'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import { Problem } from '@dossier/contracts/problem'
import { onBehalfOf, requestHeaders } from '@dossier/platform/context'
import { inSpan } from '@dossier/platform/spans'
import type { Beginning } from './news.ts'

type Casework = { url: string; token: () => Promise<string> }

/** The orders a conductor may give. Each may go out twice: its key names the effect, not the attempt. */
export const makeActivities = ({ url, token }: Casework) => {
  const order = async (dossierId: DossierId, key: string, command: DossierCommand) => {
    const response = await fetch(`${url}/dossiers/${dossierId}/commands`, {
      method: 'POST',
      headers: {
        ...requestHeaders(),
        'content-type': 'application/json',
        'idempotency-key': key,
        authorization: `Bearer ${await token()}`,
      },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(8_000),
    })
    if (response.ok) return void (await response.arrayBuffer())
    const { code, detail } = Problem.parse(await response.json())
    if (code === 'alarm-not-planned') return // the dossier has moved on, its news is on the way
    throw new Error(`${command.type} ${key} not done, ${code}: ${detail}`) // Temporal tries again
  }

  return {
    /** Tells casework that a planned moment has come, in the trace of the request the story began with. */
    sound: (dossierId: DossierId, alarmId: string, { requestId, traceparent }: Beginning): Promise<void> => {
      const key = `${dossierId}:${alarmId}`
      const attributes = { 'dossier.id': dossierId, 'dossier.alarm': alarmId }
      return onBehalfOf({ requestId: requestId ?? dossierId, traceparent }, () =>
        inSpan({ name: 'sound alarm', kind: 'CLIENT', traceparent, attributes }, () =>
          order(dossierId, key, { type: 'SoundAlarm', alarmId }),
        ),
      )
    },
  }
}

export type Activities = ReturnType<typeof makeActivities>
