import { type DossierId, DossierMessage } from '@dossier/contracts/dossier'
import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import * as z from 'zod'

const Page = z.object({ messages: z.array(DossierMessage) })
const pageSize = 500
const atOnce = 20

type Casework = { url: string; token: () => Promise<string> }
type Tell = (message: DossierMessage) => Promise<void>

/**
 * Tells the conductor the last line of every open dossier again, or of one, open or closed: stories a wiped Temporal has
 * lost begin anew, with their timers, and running ones ignore what they know. Gives how many dossiers there are. Throws 404
 * for one the ledger does not know.
 */
export const makeRebuild = (casework: Casework, tell: Tell) => async (dossierId?: DossierId) => {
  const tellAnyway = (message: DossierMessage) => tell({ ...message, moves: true })
  if (dossierId === undefined) return tellAllOpen(casework, tellAnyway)
  const response = await ask(casework, `dossiers/${dossierId}/last-line`)
  if (response.status === 404) throw new ProblemError(commonProblem('not-found'))
  await tellAnyway(DossierMessage.parse(await answerOf(response)))
  return 1
}

const tellAllOpen = async (casework: Casework, tell: Tell): Promise<number> => {
  let told = 0
  let after = ''
  for (;;) {
    const response = await ask(casework, `open-dossiers?limit=${pageSize}${after}`)
    const { messages } = Page.parse(await answerOf(response))
    const waiting = [...messages]
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await tell(next)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    told += messages.length
    const last = messages.at(-1)
    if (last === undefined) return told
    after = `&after=${last.dossierId}`
  }
}

const ask = async ({ url, token }: Casework, what: string): Promise<Response> =>
  fetch(`${url}/operations/${what}`, {
    headers: { authorization: `Bearer ${await token()}` },
    signal: AbortSignal.timeout(30_000),
  })

const answerOf = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`Casework answered ${response.status} when asked where its dossiers stand`)
  return response.json()
}
