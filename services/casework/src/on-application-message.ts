import type { ApplicationMessage } from '@dossier/contracts/application'
import { requestHash } from '@dossier/platform/canonical-json'
import { Transient } from '@dossier/platform/transient'
import type { Ledger } from './ledger.ts'

/**
 * Opens a dossier for each application. The act's key is the application's own, and an open dossier refuses to be opened:
 * whoever comes first, this message or an officer, it is opened once.
 */
export const onApplicationMessage =
  (ledger: Ledger, procedureOf: (version: string) => string | undefined) =>
  async ({ applicationId, event }: ApplicationMessage): Promise<void> => {
    if (event.type !== 'ApplicationSubmitted') return
    // Papers and their handover record are the post's matter.
    const { type: _, procedureVersion, papers: __, handoverRecord: ___, ...application } = event
    const procedure = procedureOf(procedureVersion)
    // The catalogue's news is on another topic and may come later: this message waits for it.
    if (procedure === undefined) throw new Transient(`Procedure version ${procedureVersion} is not in this copy yet`)
    const command = { type: 'Open', procedure, ...application } as const
    const answer = await ledger({
      dossierId: applicationId,
      key: `${applicationId}:open`,
      requestHash: requestHash(command),
      caller: { subject: 'service:intake', kind: 'service' },
      command,
    })
    if ('refused' in answer && answer.refused !== 'already-open')
      throw new Error(`Application ${applicationId} opens no dossier: ${answer.refused} ${answer.about ?? ''}`)
  }
