import type { DossierId } from '@dossier/contracts/dossier'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import { Problem } from '@dossier/contracts/problem'

type Casework = { url: string; token: () => Promise<string> }

/** The orders a conductor may give. Each may go out twice: its key names the effect, not the attempt. */
export const makeActivities = ({ url, token }: Casework) => ({
  async sound(dossierId: DossierId, alarmId: string): Promise<void> {
    const command: DossierCommand = { type: 'SoundAlarm', alarmId }
    const key = `${dossierId}:${alarmId}`
    const response = await fetch(`${url}/dossiers/${dossierId}/commands`, {
      method: 'POST',
      headers: {
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
    throw new Error(`Alarm ${key} not sounded, ${code}: ${detail}`) // Temporal tries again
  },
})

export type Activities = ReturnType<typeof makeActivities>
