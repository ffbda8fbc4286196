import type { components } from '../clients/casework.d.ts'

/** A dossier as the ledger shows it to this reader. */
export type Seen = components['schemas']['DossierView']
export type Action = Seen['actions'][number]
