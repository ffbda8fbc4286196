import { isProblem, orProblem, postal, type Problem } from '../frame/api.ts'
import { forgetProof, proofsKept, refuseProof } from './kept-proofs.ts'
import { forgetCounted, scansKept, settleScans } from './kept-scans.ts'
import type { KeptProof, KeptScan } from './shelves.ts'

const atOnce = 100
const keptForDays = 7

/**
 * Sends what waits of this courier, oldest first; gives what stood in the way. Sent twice is counted once, by the scan's own id:
 * whatever is lost on the way is sent again. One window of the browser sends at a time.
 */
export const sendScans = (by: string): Promise<Problem | null> =>
  navigator.locks.request('buu-ta-gui', async () => {
    const waiting = (await scansKept()).filter((scan) => scan.state === 'waiting' && scan.by === by).toReversed()
    for (let from = 0; from < waiting.length; from += atOnce) {
      const problem = await sendBatch(waiting.slice(from, from + atOnce))
      if (problem !== null) return problem
    }
    const problem = await sendProofs(by)
    if (problem !== null) return problem
    await forgetCounted(new Date(Date.now() - keptForDays * 86_400_000).toISOString())
    return null
  })

const sendBatch = async (batch: readonly KeptScan[]): Promise<Problem | null> => {
  const scans = batch.map(({ id, parcel, step, happenedAt, detail }) => ({ id, parcel, step, happenedAt, detail }))
  try {
    const answer = await orProblem(postal.POST('/scans', { body: { scans } }))
    await settleScans(
      answer.scans.flatMap(({ id, outcome, code, vi, en }) => {
        const isRefused = outcome === 'refused' || code !== undefined // known, and refused before
        const refusal = { vi: vi ?? code ?? '', en: en ?? code ?? '' }
        return [{ id, ...(isRefused ? { state: 'refused' as const, refusal } : { state: 'counted' as const }) }]
      }),
    )
    return null
  } catch (error) {
    if (isProblem(error)) return error
    throw error
  }
}

/** What will not be taken however often it is sent; anything else is tried again. */
const never = new Set([400, 404, 409, 413, 422])

/** After their scans: postal keeps a signature with a scan it knows. What it has is no longer kept here. */
const sendProofs = async (by: string): Promise<Problem | null> => {
  const here = new Set((await scansKept()).filter(({ state }) => state === 'waiting').map(({ id }) => id))
  const due = (await proofsKept()).filter((one) => one.by === by && one.refusal === undefined && !here.has(one.scan))
  for (const proof of due) {
    try {
      await sendProof(proof)
      await forgetProof(proof.id)
    } catch (error) {
      if (!isProblem(error)) throw error
      if (!never.has(error.status)) return error
      await refuseProof(proof, { vi: error.title, en: error.detail })
    }
  }
  return null
}

const sendProof = ({ id, scan, kind, parcel: code, takenAt, content }: KeptProof) =>
  orProblem(
    postal.POST('/parcels/{code}/proofs', {
      params: { path: { code }, header: { 'idempotency-key': id } },
      body: { scan, kind, takenAt, content },
    }),
  )
