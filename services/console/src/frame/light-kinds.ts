/** How a dossier stands to its due date, as the ledger says it; worst first. */
export const lights = ['overdue', 'due-soon', 'in-time', 'paused', 'none'] as const
export type Light = (typeof lights)[number]
