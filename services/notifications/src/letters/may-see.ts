import { commonProblem } from '@dossier/contracts/problem'
import { requestHeaders } from '@dossier/platform/context'
import { ProblemError } from '@dossier/platform/http'
import { Transient } from '@dossier/platform/transient'
import * as z from 'zod'

/** Rejects with the problem to answer where a caller may not see a dossier, or not the letters themselves (`papers`). */
export type MaySee = (dossierId: string, authorization: string | undefined, what: 'dossier' | 'papers') => Promise<void>

const Seen = z.object({ readsPapers: z.boolean() })

/**
 * Asks casework with the caller's own token whether that caller may see the dossier; casework writes the look down, a refused
 * one too (NĐ 61/2018 art. 5.1d). To a stranger, and to who supervises without the papers, there is no such letter.
 */
export const makeMaySee =
  (casework: string): MaySee =>
  async (dossierId, authorization, what) => {
    const response = await fetch(`${casework}/dossiers/${dossierId}`, {
      headers: { ...requestHeaders(), ...(authorization !== undefined && { authorization }) },
      signal: AbortSignal.timeout(5_000),
    })
    const body = await response.text()
    if (response.ok && (what === 'dossier' || Seen.parse(JSON.parse(body)).readsPapers)) return
    if (response.ok) throw new ProblemError(commonProblem('not-found'))
    if (response.status === 401) throw new ProblemError(commonProblem('unauthenticated'))
    if (response.status === 403 || response.status === 404) throw new ProblemError(commonProblem('not-found'))
    throw new Transient(`Casework answered ${response.status} about dossier ${dossierId}`)
  }
