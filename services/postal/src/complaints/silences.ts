import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { lockDossier } from '../dossier-lock.ts'
import { openIncident } from '../incidents.ts'
import { silentFrom } from '../promise.ts'
import type { Breaks } from '../silence.ts'
import { tell } from '../tell.ts'

type Silent = { dossierId: DossierId; parcel: string; at: OrganisationCode }
type What = 'complaint-unanswered' | 'compensation-unpaid' | 'liability-unwritten'

/** (cfg) Working days after which what is still owed rings again: no text names any. */
export const ringAgainDays = 2

const settle = `
  update incident set (closed_at, closed_by, outcome) = ($2, 'service:postal', 'rung-again')
  where dossier_id = $3 and (cause = $1 or starts_with(cause, $1 || ':')) and closed_at is null returning id`
const ring = (table: string, key: string) => `
  update ${table} set (alarmed_at, ring_at) = (coalesce(alarmed_at, $2), $3)
  where ${key} = $1 and ((alarmed_at is null and silent_at <= $2) or ring_at <= $2)`
const isFirst = 'returning alarmed_at = $2 as "isFirst"'

/** Tells that its last day has passed in silence, where it still has; and again each few days, in place of the alarm before. */
const broken =
  (what: What, { read, alarm }: { read: string; alarm: string }, everyDays: number): Breaks[string] =>
  async (tx, id, { published, now }) => {
    const [known] = (await tx.query<Silent>(read, [id])).rows
    if (known === undefined) return
    const { dossierId } = known
    await lockDossier(tx, dossierId)
    const next = silentFrom(published, now, everyDays)
    const [rung] = (await tx.query<{ isFirst: boolean }>(alarm, [id, now, next])).rows
    if (rung === undefined) return
    const cause = `${what}:${id}`
    for (const { id: incident } of (await tx.query<{ id: string }>(settle, [cause, now, dossierId])).rows)
      await tell(tx, dossierId, { event: { type: 'IncidentClosed', incident, outcome: 'rung-again' }, at: now })
    await openIncident(tx, { ...known, what, cause: rung.isFirst ? cause : `${cause}:${now}` }, now)
  }

/** The silences of whoever should answer a complaint, write a liability down or pay a compensation, until it is done. */
export const makeComplaintSilences = (everyDays = ringAgainDays): Breaks => ({
  complaint: broken(
    'complaint-unanswered',
    {
      read: `select dossier_id as "dossierId", parcel, office as at from complaint where id = $1`,
      alarm: `${ring('complaint', 'id')} and answered_at is null ${isFirst}`,
    },
    everyDays,
  ),
  liability: broken(
    'liability-unwritten',
    {
      read: `select dossier_id as "dossierId", parcel, office as at from liability_awaited where parcel = $1`,
      alarm: `
        ${ring('liability_awaited', 'parcel')}
          and not exists (select from compensation c where c.parcel = liability_awaited.parcel) ${isFirst}`,
    },
    everyDays,
  ),
  compensation: broken(
    'compensation-unpaid',
    {
      read: `select dossier_id as "dossierId", parcel, office as at from compensation where parcel = $1`,
      alarm: `${ring('compensation', 'parcel')} and paid < amount and not waived ${isFirst}`,
    },
    everyDays,
  ),
})
