import { type Caller, personOf } from '@dossier/contracts/actor'
import type { Mandate, Officer } from '@dossier/contracts/organisation'
import type { Day } from '@dossier/contracts/time'
import { type MessageAct, mayWithMessages } from '@dossier/domain/message-permissions'
import { type OrganisationTree, successorsOf } from '@dossier/domain/organisations'

type On = { day: Day; officers: ReadonlyMap<string, Officer> }

/** An officer's mandates of the day; all, or the one the token names. */
export const mandatesOf = ({ kind, subject, mandate }: Caller, { day, officers }: On): Mandate[] =>
  (kind === 'officer' ? (officers.get(personOf(subject))?.mandates ?? []) : []).filter(
    (one) =>
      one.from <= day &&
      (one.to === null || day <= one.to) &&
      (mandate === undefined || mandate === `${one.role}@${one.organisation}`),
  )

/** The names under which in-app messages are kept for a caller: the account, and each mandate. */
export const inboxesOf = (caller: Caller, on: On): string[] => [
  caller.subject,
  ...mandatesOf(caller, on).map(({ role, organisation }) => `${role}@${organisation}`),
]

/** The desks whose messages a caller may deal with in such a way; those that have ended belong to their successors. */
export const desksFor = (
  caller: Caller,
  act: MessageAct,
  { tree, ...on }: On & { tree: OrganisationTree },
): string[] => {
  const own = mandatesOf(caller, on)
    .filter(({ role }) => mayWithMessages(role, act))
    .map(({ organisation }) => organisation)
  if (own.length === 0) return []
  return [...tree.rows.keys()].filter(
    (desk) => own.includes(desk) || successorsOf(tree, desk, on.day).some((one) => own.includes(one)),
  )
}
