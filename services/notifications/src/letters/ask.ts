import { ApplicationOnPaper } from '@dossier/contracts/application-on-paper'
import { requestHeaders } from '@dossier/platform/context'
import { Transient } from '@dossier/platform/transient'
import * as z from 'zod'
import { RecordLine } from './told.ts'

type From = { url: string; token: () => Promise<string> }

const Dossier = z.object({ timeline: z.array(RecordLine) })
const Found = z.object({ applications: z.array(ApplicationOnPaper) })

const ask = async ({ url, token }: From, path: string): Promise<unknown> => {
  const response = await fetch(`${url}${path}`, {
    headers: { ...requestHeaders(), authorization: `Bearer ${await token()}` },
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) throw new Transient(`${path} was answered ${response.status}`)
  return response.json()
}

/** The record of a dossier, with its words. Throws `Transient` while casework does not answer. */
export type AskRecord = (dossierId: string) => Promise<RecordLine[]>
export const makeAskRecord =
  (casework: From): AskRecord =>
  async (dossierId) =>
    Dossier.parse(await ask(casework, `/dossiers/${dossierId}`)).timeline

/** What applications say on paper, as intake has them now; those it knows. Throws `Transient` while it does not answer. */
export type AskOnPaper = (ids: readonly string[]) => Promise<ApplicationOnPaper[]>
export const makeAskOnPaper =
  (intake: From): AskOnPaper =>
  async (ids) =>
    Found.parse(await ask(intake, `/applications/on-paper?${ids.map((id) => `id=${id}`).join('&')}`)).applications
