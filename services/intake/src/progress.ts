import { Progress } from '@dossier/contracts/application'
import { type DossierMessage, dossierTopic } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { inTurn } from '@dossier/platform/inbox'
import type { Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'

const keep = `
  with went as (
    insert into way (dossier_id, organisation) select $1, unnest($5::text[]) on conflict on constraint way_pk do nothing
  )
  insert into progress (dossier_id, seq, at, axes) values ($1, $2, $3, $4)
  on conflict (dossier_id) do update
  set (seq, at, axes, applied_at) = row (excluded.seq, excluded.at, excluded.axes, clock_timestamp())`
const read = `select axes || jsonb_build_object('seq', seq) as axes, at from progress where dossier_id = $1`
const whole = 'select organisation from way where dossier_id = $1'

/**
 * Keeps where each dossier stands and where it has been. A handler touches its own database only: what the applicant sees
 * is read from here, with casework down too.
 */
export const onDossierMessage = (db: Pool) =>
  inTurn(db, 'intake.progress', dossierTopic, async (tx, message) => {
    const { dossierId, seq, at, axes } = message
    const places = [...new Set(placesOf(message))]
    await tx.query(keep, [dossierId, seq, at, JSON.stringify(axes), places])
  })

/** Who holds it, who was offered it (and must look before accepting), and who was asked about it. */
const placesOf = ({ axes, event }: DossierMessage): OrganisationCode[] => {
  const places = [axes.receivingDesk, axes.holder]
  return event.type === 'HandoverOffered' || event.type === 'ConsultationRequested' ? [...places, event.to] : places
}

/** Where a dossier stands, as far as intake has heard; null before the ledger has opened it. */
export const readProgress = async (db: Tx, dossierId: string): Promise<Progress> => {
  const [row] = (await db.query<{ axes: object; at: string }>(read, [dossierId])).rows
  return Progress.parse(row === undefined ? null : { ...row.axes, at: row.at })
}

export const readWay = async (db: Tx, dossierId: string): Promise<string[]> =>
  (await db.query<{ organisation: string }>(whole, [dossierId])).rows.map(({ organisation }) => organisation)
