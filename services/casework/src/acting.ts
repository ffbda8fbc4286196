import { type Actor, type Caller, personOf } from '@dossier/contracts/actor'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import type { RefusalCode } from '@dossier/contracts/refusal'
import { dayOf } from '@dossier/domain/calendar'
import type { Dossier } from '@dossier/domain/dossier'
import { isAbove } from '@dossier/domain/organisations'
import { permits, relationsOf } from '@dossier/domain/permissions'
import type { Clock } from '@dossier/platform/clock'
import { ProblemError } from '@dossier/platform/http'
import type { LawBooks } from './law-books.ts'

type Wish = {
  caller: Caller
  command: Pick<DossierCommand, 'type'>
  dossier: Dossier | undefined
  applicant: string | null
  now: string
  books: LawBooks
  /** The ledger's own opening, for an officer or citizen who comes before the news of the application. */
  isPrologue?: boolean
}

/**
 * In which capacity a caller may give a command: the first mandate of the day that the permission table grants it to, or
 * the refusal. A token says who somebody is; what that person may do is looked up here, at every command.
 */
export const actingAs = ({
  caller,
  command,
  dossier,
  applicant,
  now,
  books,
  isPrologue,
}: Wish): Actor | { refused: RefusalCode } => {
  const person = personOf(caller.subject)
  if (isPrologue === true) return system('casework')
  if (caller.kind === 'service') {
    const verdict = permits(command.type, 'system', ['none'])
    return verdict === 'permitted' ? system(person) : { refused: verdict }
  }
  if (caller.kind === 'citizen') {
    const relations = caller.subject === applicant ? (['applicant'] as const) : []
    const verdict = permits(command.type, 'applicant', relations)
    return verdict === 'permitted' ? { person, role: 'applicant', organisation: 'citizen' } : { refused: verdict }
  }
  const tree = books.organisations()
  let refused: RefusalCode = 'not-permitted'
  for (const { role, organisation } of mandatesOf(caller, dayOf(now), books)) {
    const above = (a: string, b: Dossier['holder']) => a === organisation && isAbove(tree, organisation, b)
    const verdict = permits(command.type, role, relationsOf(dossier, organisation, above))
    if (verdict === 'permitted') return { person, role, organisation }
    if (verdict !== 'not-permitted') refused = verdict
  }
  return { refused }
}

const system = (person: string): Actor => ({ person, role: 'system', organisation: 'system' })

/** An officer's mandates on a day; all of them, or the one named by the token as `role@organisation`. */
export const mandatesOf = ({ subject, mandate }: Caller, day: string, books: LawBooks) =>
  mandatesOn(personOf(subject), day, books).filter(
    ({ role, organisation }) => mandate === undefined || mandate === `${role}@${organisation}`,
  )

/** Whether an officer works at an organisation or above it on a day: then its lists may be read. */
export const worksFor = (caller: Caller, organisation: OrganisationCode, day: string, books: LawBooks): boolean => {
  const tree = books.organisations()
  return mandatesOf(caller, day, books).some(
    (mandate) => mandate.organisation === organisation || isAbove(tree, mandate.organisation, organisation),
  )
}

/** Now, for who works at an organisation or above it today. Throws the refusal for everybody else. */
export const nowFor = (
  { clock, books }: { clock: Clock; books: LawBooks },
  caller: Caller,
  organisation: OrganisationCode,
): string => {
  const now = clock.now()
  if (worksFor(caller, organisation, dayOf(now), books)) return now
  throw new ProblemError(commonProblem('not-permitted', { detail: `No mandate at or above ${organisation} today.` }))
}

/** All mandates of an officer on a day; both their first and their last day belong to them. */
export const mandatesOn = (officer: string, day: string, books: LawBooks) =>
  (books.officer(officer)?.mandates ?? []).filter(({ from, to }) => from <= day && (to === null || day <= to))
