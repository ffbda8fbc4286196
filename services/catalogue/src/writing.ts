import type { Caller } from '@dossier/contracts/actor'
import type { Clock } from '@dossier/platform/clock'
import type { Tx } from '@dossier/platform/postgres'
import { requireWriter } from './permissions.ts'
import { refusal } from './problems.ts'
import { type Kind, lockCatalogue, readRow, type Stored } from './references.ts'

export type Wish<B> = { kind: Kind<B>; key: string; caller: Caller; ifMatch: number | undefined }
export type Before<B> = { stored: Stored<B> | undefined; by: string; at: string }

/**
 * What every write begins with: the catalogue's lock, the mandate, and the row as it is. Throws where the caller may not,
 * or saw another revision than the present one.
 */
export const beginWrite = async <B>(
  tx: Tx,
  clock: Clock,
  { kind, key, caller, ifMatch }: Wish<B>,
): Promise<Before<B>> => {
  await lockCatalogue(tx)
  await requireWriter({ db: tx, clock }, caller, kind.name)
  const stored = await readRow(tx, kind, key)
  if (ifMatch !== undefined && ifMatch !== (stored?.revision ?? 0))
    throw refusal('moved-on', { revision: stored?.revision ?? 0 })
  return { stored, by: caller.subject, at: clock.now() }
}
