import { type KeptList, type KeptProof, type KeptScan, shelves } from './shelves.ts'

export const scansKept = async (): Promise<KeptScan[]> =>
  (await (await shelves).getAll('scan')).toSorted((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1))

/** Day by the clock of Vietnam. */
const dayOf = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)

/**
 * Keeps a scan, unless the same courier has scanned the same parcel for the same step that day: then the first one stands and
 * is given back. One transaction, so that a double press keeps one, and no scan without its signature.
 */
export const keepScan = async (
  scan: KeptScan,
  proofs: readonly KeptProof[] = [],
): Promise<{ kept: KeptScan; isNew: boolean }> => {
  const tx = (await shelves).transaction(['scan', 'proof'], 'readwrite')
  const before = (await tx.objectStore('scan').getAll()).find(
    (one) =>
      one.parcel === scan.parcel &&
      one.step === scan.step &&
      one.by === scan.by &&
      one.state !== 'refused' &&
      dayOf(one.happenedAt) === dayOf(scan.happenedAt),
  )
  if (before === undefined) {
    await tx.objectStore('scan').add(scan)
    for (const proof of proofs) await tx.objectStore('proof').add(proof)
  }
  await tx.done
  return { kept: before ?? scan, isNew: before === undefined }
}

/** What was answered for a scan; one that is gone stays gone. */
export const settleScans = async (answers: readonly Pick<KeptScan, 'id' | 'state' | 'refusal'>[]): Promise<void> => {
  const tx = (await shelves).transaction('scan', 'readwrite')
  for (const answer of answers) {
    const kept = await tx.store.get(answer.id)
    if (kept !== undefined) await tx.store.put({ ...kept, ...answer })
  }
  await tx.done
}

/** Forgets what was counted before a moment: never what waits, nor a refusal nobody has read. */
export const forgetCounted = async (before: string): Promise<void> => {
  const tx = (await shelves).transaction('scan', 'readwrite')
  for (const { id, state, happenedAt } of await tx.store.getAll())
    if (state === 'counted' && happenedAt < before) await tx.store.delete(id)
  await tx.done
}
export const forgetScan = async (id: string): Promise<void> => (await shelves).delete('scan', id)

export const keepList = async (list: KeptList): Promise<void> => void (await (await shelves).put('list', list))
export const listKept = async (by: string): Promise<KeptList | null> =>
  (await (await shelves).getAll('list')).find((list) => list.by === by) ?? null
