import type { Tx } from '@dossier/platform/postgres'

// Before anything is written: the outbox goes by transaction ids, and two letters of one dossier keep their places.
const lock = `select pg_advisory_xact_lock(hashtextextended('letters:' || $1, 0))`

/** Keeps others from telling of a dossier's letters until the transaction ends. */
export const lockLetters = async (tx: Tx, dossierId: string): Promise<void> => void (await tx.query(lock, [dossierId]))

/** The next place among the lines told of a dossier's letters, within an update of `letter`. */
export const nextPlace = `(
  select coalesce(max(greatest(o.place, o.sent_place)), 0) + 1 from letter o where o.dossier_id = letter.dossier_id)`
