import { DossierMessage } from '@dossier/contracts/dossier'
import * as z from 'zod'

const Page = z.object({ messages: z.array(DossierMessage) })
const pageSize = 500
const atOnce = 20

type Casework = { url: string; token: () => Promise<string> }

/**
 * Tells the conductor the last line of every open dossier again: stories a wiped Temporal has lost begin anew, with their
 * timers, and running ones ignore what they know. Gives how many dossiers there are.
 */
export const rebuildStories = async (
  { url, token }: Casework,
  tell: (message: DossierMessage) => Promise<void>,
): Promise<number> => {
  let told = 0
  let after = ''
  for (;;) {
    const response = await fetch(`${url}/operations/open-dossiers?limit=${pageSize}${after}`, {
      headers: { authorization: `Bearer ${await token()}` },
      signal: AbortSignal.timeout(30_000),
    })
    if (!response.ok) throw new Error(`Casework answered ${response.status} when asked for its open dossiers`)
    const { messages } = Page.parse(await response.json())
    const waiting = [...messages]
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await tell({ ...next, moves: true })
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    told += messages.length
    const last = messages.at(-1)
    if (last === undefined) return told
    after = `&after=${last.dossierId}`
  }
}
