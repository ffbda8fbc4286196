import type { Tx } from '@dossier/platform/postgres'

// Not `for update`: the outbox goes by transaction ids, and that may take one before it waits.
const lock = `select pg_advisory_xact_lock(hashtextextended('custody:' || $1, 0))`

/** Keeps others from moving a dossier's papers until the transaction ends. Before its first write, or lines are told out of order. */
export const lockDossier = async (tx: Tx, dossierId: string): Promise<void> => void (await tx.query(lock, [dossierId]))
