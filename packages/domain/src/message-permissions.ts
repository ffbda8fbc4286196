import type { Role } from '@dossier/contracts/organisation'

/**
 * What an officer may do with the messages about dossiers received at the desk of a mandate; with those to givers of feedback, of
 * the agency it is about.
 */
export type MessageAct = 'read-proof' | 'read-undelivered' | 'try-another-channel' | 'look-after-givers'

/** Who looks after what did not arrive: the desk, which alone speaks with citizens (NĐ 61/2018 art. 5.1e). */
export const messagePermissions = {
  'read-proof': ['intake-officer', 'one-stop-head', 'inspector'],
  'read-undelivered': ['intake-officer', 'one-stop-head'],
  'try-another-channel': ['intake-officer', 'one-stop-head'],
  'look-after-givers': ['one-stop-head', 'unit-head', 'signatory'],
} as const satisfies Record<MessageAct, readonly Role[]>

/** Whether a role may do it at its own desk. */
export const mayWithMessages = (role: Role, act: MessageAct): boolean => {
  const roles: readonly Role[] = messagePermissions[act]
  return roles.includes(role)
}
