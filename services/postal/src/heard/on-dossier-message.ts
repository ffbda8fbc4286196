import { type DossierMessage, type DossierState, dossierTopic } from '@dossier/contracts/dossier'
import type { DossierEventType } from '@dossier/contracts/dossier-event'
import type { Clock } from '@dossier/platform/clock'
import { inTurn } from '@dossier/platform/inbox'
import type { Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { appointmentKnown, noAppointment } from '../appointments/appointment.ts'
import { followLedger } from '../dispatch.ts'
import { lockDossier } from '../dossier-lock.ts'
import type { Published } from '../published.ts'
import { giveBackExpected, handoverExpected, handoverReturned, returnedAtDesk } from './papers-expected.ts'
import { partReturned, reissued, resultMade } from './result-made.ts'
import { succeeded } from './succeeded.ts'

const keep = `
  insert into dossier (id, desk, procedure, delivery, dispatch, procedure_version, awaits_papers)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (id) do update set (desk, procedure, delivery, dispatch, procedure_version, awaits_papers) =
    row (excluded.desk, excluded.procedure, excluded.delivery, coalesce(excluded.dispatch, dossier.dispatch),
      coalesce(excluded.procedure_version, dossier.procedure_version), excluded.awaits_papers)
  returning exists (select from dispatch_order o where o.dossier_id = dossier.id) as dispatched`
const awaiting: readonly DossierState[] = ['completion-requested', 'supplement-requested']

export type Hearing = { db: Pool; clock: Clock; published: Published }

/** What the ledger says of a dossier, as far as its papers go. The ledger never waits for this. */
export const onDossierMessage = (deps: Hearing) =>
  inTurn(deps.db, { name: 'postal.dossier', lock: lockDossier }, dossierTopic, async (tx, message) => {
    const { dossierId, axes, event } = message
    const { receivingDesk, procedure, delivery, dispatch = null, state } = axes
    const version = event.type === 'DossierAccepted' ? event.procedureVersion : null
    const known = [dossierId, receivingDesk, procedure, delivery, dispatch, version, awaiting.includes(state)]
    const [kept] = (await tx.query<{ dispatched: boolean }>(keep, known)).rows
    if (kept?.dispatched === true)
      await followLedger(tx, dossierId, { published: deps.published, now: deps.clock.now() })
    await effectOf(tx, message, deps)
  })

const effectOf = async (tx: Tx, message: DossierMessage, deps: Hearing): Promise<void> => {
  const { event } = message
  const heard = { ...deps, now: deps.clock.now() }
  if (event.type === 'DossierAccepted') {
    const { axes, dossierId } = message
    await appointmentKnown(tx, dossierId, { code: axes.code, due: event.count.due, now: heard.now })
  }
  if (unaccepted.includes(event.type)) await noAppointment(tx, message.dossierId, heard.now)
  if (event.type === 'ResultSigned') await resultMade(tx, message, heard)
  if (event.type === 'PartResultReturned') await partReturned(tx, { message, event }, heard)
  if (event.type === 'ResultReissued') await reissued(tx, { message, event }, heard)
  if (event.type === 'HandoverOffered') await handoverExpected(tx, { message, event }, heard)
  if (event.type === 'HandoverReturned') await handoverReturned(tx, { message, event })
  if (event.type === 'ResultReturned' && event.by === 'desk') await returnedAtDesk(tx, { message, event }, heard)
  if (event.type === 'AgencySucceeded') await succeeded(tx, { message, event }, heard)
  if (endings.includes(event.type)) await giveBackExpected(tx, message, heard)
}

/** Whoever is told so in writing awaits no appointment of this slip. */
const unaccepted: readonly DossierEventType[] = ['CompletionRequested', 'DossierNotAccepted', 'ApplicationWithdrawn']

/** Where a dossier ends like this, what was lodged goes back to the citizen. */
const endings: readonly DossierEventType[] = ['DossierNotAccepted', 'ApplicationWithdrawn', 'DossierStopped']
