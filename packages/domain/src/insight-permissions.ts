import type { Role } from '@dossier/contracts/organisation'

/** What may be done with audits and balance sheets. They name dossiers by id, and nobody. */
export type InsightAct = 'read-audits' | 'run-audit' | 'read-sheets' | 'operate'

/** Who runs the product looks after it; inspectors read what it balances to (NĐ 61/2018 art. 33). */
export const insightPermissions = {
  'read-audits': ['system-admin', 'inspector'],
  'run-audit': ['system-admin'],
  operate: ['system-admin'],
  'read-sheets': ['system-admin', 'inspector', 'procedure-control'],
} as const satisfies Record<InsightAct, readonly Role[]>

/** Whether a role may do it, wherever it is held. */
export const mayInInsight = (role: Role, act: InsightAct): boolean => {
  const roles: readonly Role[] = insightPermissions[act]
  return roles.includes(role)
}
