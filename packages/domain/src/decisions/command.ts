import type { DossierCommand, DossierCommandType } from '@dossier/contracts/dossier-command'

/** One command by its type, as the decisions take it. */
export type CommandOf<T extends DossierCommandType> = Extract<DossierCommand, { type: T }>
