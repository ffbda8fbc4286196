import { uuidv7 } from 'uuidv7'
import { application, news, signedResult } from './dossier-news.ts'
import { clerk, courier, desk, local, newKey, papersNow, type PostOffice } from './post-office.ts'

/** A dossier lodged at the desk with one original, its result signed and packed for the citizen; not yet taken by the post. */
export const packedResult = async (post: PostOffice, on: string, postage = 26_000) => {
  const dossierId = uuidv7()
  const morning = local(`${on} 09:00`)
  post.at(`${on} 15:00`)
  const papers = [{ component: '03', originals: 1, certifiedCopies: 0 }]
  const lodged = application(dossierId, papers)
  await post.heardApplication({
    ...lodged,
    at: morning,
    event: { ...lodged.event, ...('submittedAt' in lodged.event && { submittedAt: morning }) },
  })
  await post.heardDossier(
    news(dossierId, { seq: 1, event: signedResult, at: morning, delivery: 'to-dispatch', dispatch: 1 }),
  )
  await post.post('service:conductor', '/dispatches', { dossierId, order: 1, from: desk })
  const there = await papersNow(post, dossierId)
  const packed = await post.post(clerk, '/parcels', {
    dossierId,
    from: desk,
    to: null,
    order: 1,
    papers: there.map(({ paper }) => paper),
    postage,
    recipient: { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' },
  })
  if (packed.statusCode !== 201) throw new Error(packed.body)
  const parcel: string = packed.json().code
  return { dossierId, parcel, papers: there.length }
}

/** One step of a parcel, now, by the courier. */
export const stepOf = (post: PostOffice, parcel: string, step: string, detail: object = {}) =>
  post.post(courier, `/parcels/${parcel}/steps`, { step, detail }, newKey())

/** The same taken over by the post at 16:00. */
export const postedResult = async (post: PostOffice, on: string, postage = 26_000) => {
  const packed = await packedResult(post, on, postage)
  post.at(`${on} 16:00`)
  const taken = await stepOf(post, packed.parcel, 'taken', { papers: packed.papers })
  if (taken.statusCode !== 200) throw new Error(taken.body)
  return packed
}
