import { ApplicationMessage } from '@dossier/contracts/application'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { application } from './dossier-news.ts'
import { atDesk, give, social, take } from './lodged.ts'
import { openPostOffice, papersNow, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

const owner = 'citizen:thu-nghiem-1'
const handedIn = async (dossierId: string, applicant: string | null) => {
  post.at('2021-04-13 09:00')
  const message = application(dossierId, [{ component: '01', originals: 1, certifiedCopies: 0 }])
  await post.heardApplication(ApplicationMessage.parse({ ...message, event: { ...message.event, applicant } }))
  return (await papersNow(post, dossierId)).map(({ paper }) => paper)
}

test('the applicant alone of all citizens sees where each original is: the agency, and not which officer', async () => {
  const own = '01990000-0000-7000-8000-0000000000a1'
  const papers = await handedIn(own, owner)
  const { id } = (await give(post, own, papers)).json()
  await take(post, id, papers)
  const seen = await post.get(owner, `/dossiers/${own}/custody`)
  expect(seen.json().papers).toMatchObject([
    {
      component: '01',
      chain: [
        { custodian: atDesk, givenBy: null },
        {
          custodian: { kind: 'officer', organisation: social.organisation, officer: 'officer' },
          givenBy: null,
          takenBy: null,
        },
      ],
    },
  ])
  expect(seen.body).not.toContain('ia-grang.')
  expect((await post.get('citizen:thu-nghiem-2', `/dossiers/${own}/custody`)).statusCode).toBe(404)
})

test('a dossier without an account shows its papers to no citizen', async () => {
  const walkIn = '01990000-0000-7000-8000-0000000000a2'
  await handedIn(walkIn, null)
  expect((await post.get(owner, `/dossiers/${walkIn}/custody`)).statusCode).toBe(404)
})
