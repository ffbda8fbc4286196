import type { DossierId } from '@dossier/contracts/dossier-id'
import type { Tx } from '@dossier/platform/postgres'
import type { KeptPaper } from '../custody/papers.ts'
import { readDispatch } from '../dispatch.ts'
import { postalProblem } from '../problems.ts'

const waitingOf = `select nth from dispatch_order where dossier_id = $1 and state = 'ordered' order by nth desc limit 1`

type Packing = {
  dossierId: DossierId
  order: number | undefined
  inside: readonly KeptPaper[]
  all: readonly KeptPaper[]
}

/**
 * Which dispatch a parcel to the citizen fulfils: the one named, else the one that waits; null where no result is inside.
 * Throws 409 where none waits, where a result that counts stays behind, and where one that no longer counts would go along.
 */
export const orderToFulfil = async (tx: Tx, { dossierId, order, inside, all }: Packing): Promise<number | null> => {
  const results = inside.filter(({ kind }) => kind === 'result')
  if (order === undefined && results.length === 0) return null
  const nth = order ?? (await tx.query<{ nth: number }>(waitingOf, [dossierId])).rows[0]?.nth
  const waiting = nth === undefined ? undefined : await readDispatch(tx, dossierId, nth)
  if (nth === undefined || waiting === undefined || waiting.state === 'cancelled')
    throw postalProblem('dispatch-not-wanted')
  if (waiting.state !== 'ordered') throw postalProblem('dispatch-over')
  const old = results.find(({ isVoid }) => isVoid)
  if (old !== undefined) throw postalProblem('result-void', { about: old.paper })
  // One the citizen was given before is with him already.
  const owed = all.filter(({ kind, isVoid, custodian }) => kind === 'result' && !isVoid && custodian.kind !== 'citizen')
  if (owed.length === 0) throw postalProblem('result-left-behind')
  const left = owed.find(({ paper }) => !results.some((one) => one.paper === paper))
  if (left !== undefined) throw postalProblem('result-left-behind', { about: left.paper })
  return nth
}
