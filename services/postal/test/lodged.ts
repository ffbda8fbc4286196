import { application } from './dossier-news.ts'
import { clerk, desk, papersNow, type PostOffice } from './post-office.ts'

let dossiers = 0
/** A dossier handed in over the desk, with one original and one certified copy. */
export const lodged = async (post: PostOffice) => {
  const dossierId = `01990000-0000-7000-8000-${String((dossiers += 1)).padStart(12, '0')}`
  post.at('2021-04-13 09:00')
  const message = application(dossierId, [
    { component: '01', originals: 1, certifiedCopies: 0 },
    { component: '02', originals: 0, certifiedCopies: 1 },
  ])
  await post.heardApplication(message)
  await post.heardApplication(message)
  const papers = await papersNow(post, dossierId)
  return { dossierId, papers: papers.map(({ paper }) => paper) }
}
export const atDesk = { kind: 'desk', organisation: desk }
export const social = { kind: 'officer', officer: 'ia-grang.social', organisation: 'H21.08.05.04' }
export const specialist = 'officer:ia-grang.social'
export const give = (post: PostOffice, dossierId: string, papers: unknown[], more: object = {}, by = clerk) =>
  post.post(by, '/transfers', { dossierId, from: atDesk, to: social, papers, ...more })
export const take = (post: PostOffice, id: string, papers: unknown[], by = specialist) =>
  post.post(by, `/transfers/${id}/taking`, { papers })
