import type { ApplicationOnPaper } from '@dossier/contracts/application-on-paper'
import type { PaperKind } from '@dossier/contracts/official-paper'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { dayOf, numberOf } from '@dossier/domain/calendar'
import { formOf } from '@dossier/domain/forms'
import { ruleSetOn } from '@dossier/domain/rule-set'
import { exceptionsOf, hoursOn } from '@dossier/domain/working-hours'
import type { Due } from '@dossier/contracts/time'
import type { LetterBooks } from '../books.ts'
import { type Issuer, placeOf } from '../issuer.ts'
import { signatoryOf } from '../signatory.ts'
import type { Told } from '../told.ts'
import { unnamedApplicant, unpublishedPhone } from './sentences.ts'

/** What a letter is filled from: the line of the record it papers, the application as it is now, the catalogue, and who issues it. */
export type Filling = {
  told: Told
  application: ApplicationOnPaper
  books: LetterBooks
  issuer: Issuer
  /** Its number in the issuer's book; null on what has none. */
  number: string | null
}

/** What every paper begins with. A dossier keeps the forms of its rule set; before acceptance those of the day hold. */
export const headOf = (kind: PaperKind, { told: { line, dossier }, books, issuer, number }: Filling) => ({
  form: formOf(dossier.pinned?.ruleSet ?? ruleSetOn(dayOf(line.at)).id, dayOf(line.at), kind),
  issuedAt: line.at,
  place: placeOf(books.tree(), issuer),
  authority: issuer.authority.name,
  desk: issuer.desk?.name ?? null,
  number,
  dossier: dossier.code,
})

/** Who asked for what, and whom to telephone: the same on every letter to the citizen. */
export const askedOf = (filling: Filling) => ({
  applicant: applicantOf(filling),
  procedure: procedureNameOf(filling),
  phone: phoneOf(filling),
})

const applicantOf = ({ application: { applicant } }: Filling) => ({
  ...applicant,
  name: applicant.name ?? unnamedApplicant,
  representative: null,
})

/** The version pinned at acceptance; before it, that of the day the application was handed in. */
export const versionOf = ({ told: { dossier }, books }: Filling): ProcedureVersion | undefined =>
  dossier.pinned === null
    ? books.versionOn(dossier.procedure, dayOf(dossier.submittedAt))
    : books.version(dossier.pinned.version)

export const procedureNameOf = (filling: Filling): string => versionOf(filling)?.name ?? filling.told.dossier.procedure

/** [GAP] The catalogue has no telephone numbers yet: they are posted at the desk (NĐ 61/2018 art. 9.7). */
const phoneOf = ({ issuer }: Filling): string => issuer.unit.phone ?? unpublishedPhone

/** Whoever acted, as the paper's signatory. */
export const signedBy = ({ told: { line }, books, issuer }: Filling) =>
  signatoryOf({ actor: line.actor, at: line.at, officer: books.officer(line.actor.person), issuer })

/** The papers taken in, by the names of the procedure; what was not brought is left out. */
export const papersOf = (filling: Filling) => {
  const names = new Map(versionOf(filling)?.components.map(({ id, name }) => [id, name]))
  return filling.application.papers
    .filter(({ originals, certifiedCopies, copies }) => originals + certifiedCopies + copies > 0)
    .map(({ component, ...counts }) => ({ name: names.get(component) ?? component, ...counts }))
}

/** Where the result waits: the desk that received it, or its successor. */
export const returnPlaceOf = ({ told: { dossier }, books }: Filling): string =>
  books.organisation(dossier.receivingDesk)?.name ?? dossier.receivingDesk

/** A day to come, with the time that desk closes then; null where it does not open. */
export const appointmentAt = (due: Due, { told: { dossier }, books }: Filling) => {
  const desk = books.organisation(dossier.receivingDesk)
  if (desk === undefined) return { due, closes: null }
  const exceptions = exceptionsOf(desk)
  const sessions = hoursOn(numberOf(due.on), {
    sessions: desk.sessions,
    ...(exceptions !== undefined && { exceptions }),
  })
  return { due, closes: sessions.at(-1)?.[1] ?? null }
}
