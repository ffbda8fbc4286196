import { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { lockDossier } from '../dossier-lock.ts'
import { openIncident } from '../incidents.ts'
import type { Breaks } from '../silence.ts'

const alarmed = `
  update appointment set alarmed_at = $2
  where dossier_id = $1 and told_at is null and ended_at is null and alarmed_at is null and silent_at <= $2
  returning parcel, office, desk, appointment is not null as "isKnown"`

type Row = { parcel: string; office: OrganisationCode; desk: OrganisationCode; isKnown: boolean }

/** A promised day on which the citizen was not told: the post's matter once there is something to tell, the desk's before. */
export const appointmentSilences: Breaks = {
  appointment: async (tx, id, { now }) => {
    const dossierId = DossierId.parse(id)
    await lockDossier(tx, dossierId)
    const [row] = (await tx.query<Row>(alarmed, [dossierId, now])).rows
    if (row === undefined) return
    const { parcel, office, desk, isKnown } = row
    const about = { dossierId, parcel, at: isKnown ? office : desk }
    await openIncident(tx, { ...about, what: 'appointment-untold', cause: `appointment:${dossierId}` }, now)
  },
}
