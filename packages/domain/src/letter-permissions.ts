import type { Mandate, OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { authorityOf, isAbove, type OrganisationTree, successorsOf } from './organisations.ts'

/** What an officer may do with the letters and the register of a desk. Letters themselves are read by whoever may read the dossier. */
export type LetterAct = 'read-register' | 'read-failed' | 'set-again'

/** Desks keep the register and look after what could not be set; inspectors above read the register too. */
export const letterPermissions = {
  'read-register': ['intake-officer', 'one-stop-head', 'records-clerk', 'inspector'],
  'read-failed': ['intake-officer', 'one-stop-head'],
  'set-again': ['intake-officer', 'one-stop-head'],
} as const satisfies Record<LetterAct, readonly Role[]>

/**
 * The mandate by which an officer may do it at a desk: of the desk, of one that does its work now, of the authority it belongs to,
 * as an inspector of one above it. Undefined without any.
 */
export const letterMandate = (
  mandates: readonly Mandate[],
  act: LetterAct,
  { tree, desk, day }: { tree: OrganisationTree; desk: OrganisationCode; day: Day },
): Mandate | undefined => {
  const roles: readonly Role[] = letterPermissions[act]
  const places = [desk, ...successorsOf(tree, desk, day), authorityOf(tree, desk)?.code]
  return mandates.find(
    ({ role, organisation }) =>
      roles.includes(role) &&
      (places.includes(organisation) || (role === 'inspector' && isAbove(tree, organisation, desk))),
  )
}
