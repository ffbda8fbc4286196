import * as z from 'zod'
import { clerk, courier, desk, papersNow, type PostOffice, submitted } from './post-office.ts'

/** A parcel to the citizen with all papers of a dossier, packed by the desk; with `taken` in the courier's hands. */
export const packed = async (post: PostOffice, { order }: { order?: number } = {}) => {
  const { dossierId } = await submitted(post)
  return packedFrom(post, dossierId, { ...(order !== undefined && { order }) })
}

type Packing = { papers?: string[]; order?: number; to?: string; recipient?: object }
export const packedFrom = async (post: PostOffice, dossierId: string, more: Packing = {}) => {
  const papers =
    more.papers ??
    (await papersNow(post, dossierId))
      .filter(({ now }) => now?.kind === 'desk' && now['organisation'] === desk)
      .map(({ paper }) => paper)
  const answer = await post.post(clerk, '/parcels', {
    dossierId,
    from: desk,
    to: null,
    papers,
    postage: 26_000,
    ...more,
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { code } = z.object({ code: z.string() }).parse(answer.json())
  return { dossierId, code, papers }
}

export const posted = async (post: PostOffice, given?: { dossierId: string; code: string; papers: string[] }) => {
  const parcel = given ?? (await packed(post))
  const answer = await step(post, parcel.code, 'taken', { papers: parcel.papers.length })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return parcel
}

export const step = (post: PostOffice, code: string, name: string, detail: object = {}, by = courier) =>
  post.post(by, `/parcels/${code}/steps`, { step: name, detail })
