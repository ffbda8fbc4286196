import { type KeptProof, shelves } from './shelves.ts'

/** What is not sent yet of signatures and photos, oldest first. */
export const proofsKept = async (): Promise<KeptProof[]> =>
  (await (await shelves).getAll('proof')).toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1))

export const forgetProof = async (id: string): Promise<void> => (await shelves).delete('proof', id)

/** One that will never be taken stays until somebody has read why. */
export const refuseProof = async (proof: KeptProof, refusal: { vi: string; en: string }): Promise<void> =>
  void (await (await shelves).put('proof', { ...proof, refusal }))
