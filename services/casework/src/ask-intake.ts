import { ApplicationSummary } from '@dossier/contracts/application'
import { requestHeaders } from '@dossier/platform/context'
import { Transient } from '@dossier/platform/transient'
import type { AskIntake } from './ledger.ts'

/**
 * Asks intake for an application: whose news is not here yet, so that a desk can accept a walk-in while Kafka is down, or on
 * whose papers and payments a command rests.
 * Undefined if intake knows none either. Throws `Transient` when intake does not answer: the desk tries again.
 */
export const makeAskIntake =
  (intake: string, token: () => Promise<string>): AskIntake =>
  async (dossierId) => {
    const response = await fetch(`${intake}/applications/${dossierId}/summary`, {
      headers: { ...requestHeaders(), authorization: `Bearer ${await token()}` },
      signal: AbortSignal.timeout(5_000),
    })
    if (response.status === 404) return undefined
    if (!response.ok) throw new Transient(`Intake answered ${response.status} about application ${dossierId}`)
    return ApplicationSummary.parse(await response.json())
  }
