import { apologyBy } from '../apology-moments.ts'
import { type Dossier, standingDraft } from '../dossier.ts'
import { type Context, type Decision, happened, passedAt, refuse } from '../law.ts'
import type { CommandOf } from './command.ts'

/** The leader puts a draft aside while the day may still be kept; once it has passed, the apology is owed (NĐ 61/2018 art. 19.9). */
export const declineApology = (
  dossier: Dossier,
  { reason }: CommandOf<'DeclineApology'>,
  { now }: Context,
): Decision => {
  const draft = standingDraft(dossier)
  if (draft === null) return refuse('apology-not-drafted')
  if (now >= passedAt(draft.due)) return refuse('apology-owed', draft.due.on)
  return happened({ type: 'ApologyDeclined', due: draft.due, reason })
}

/**
 * When the letter and the messages of a signed apology had all left: only then has the citizen been told, and the law's last
 * moment is compared with that (NĐ 61/2018 art. 19.9).
 */
export const recordApologySent = (
  dossier: Dossier,
  { of, sentAt }: CommandOf<'RecordApologySent'>,
  { law, record = [] }: Context,
): Decision => {
  if (record[of - 1]?.event.type !== 'DossierReappointed' || dossier.reappointment === null)
    return refuse('not-possible-now')
  if (dossier.reappointment.sending !== null && dossier.reappointment.sending !== 'awaited')
    return refuse('not-possible-now')
  const sending = sentAt <= apologyBy(dossier, law) ? 'in-time' : 'late'
  return happened({ type: 'ApologySent', of, sentAt, sending })
}
