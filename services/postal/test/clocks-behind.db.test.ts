import { afterAll, beforeAll, expect, test } from 'vitest'
import { give, lodged, social, specialist, take, atDesk } from './lodged.ts'
import { colleague, expectBalance, openPostOffice, papersNow, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

test('papers change hands in turn though the clock of the second is behind that of the first', async () => {
  const { dossierId, papers } = await lodged(post)
  post.at('2021-04-13 10:00')
  const { id } = (await give(post, dossierId, papers)).json()
  await take(post, id, papers)
  post.time.at = new Date(Date.parse(post.time.at) - 5).toISOString()
  const back = (await give(post, dossierId, papers, { from: social, to: atDesk }, specialist)).json()
  expect((await take(post, back.id, papers, colleague)).json()).toEqual({ state: 'taken' })
  expect((await papersNow(post, dossierId)).map(({ way }) => way)).toEqual(['desk officer desk', 'desk officer desk'])
  await expectBalance(post)
})

test('and though the ids of the first were given by a clock ahead', async () => {
  const { dossierId, papers } = await lodged(post)
  const [paper] = papers
  await post.db.query(
    `insert into custody_fact (id, dossier_id, step, papers, from_custodian, to_custodian, happened_at, recorded_at, why)
     select 'ffffffff-0000-7000-8000-000000000000', dossier_id, 'moved', $2, to_custodian, to_custodian, $3, $3, 'ahead' from custody_fact
     where dossier_id = $1`,
    [dossierId, [paper], post.time.at],
  )
  const { id } = (await give(post, dossierId, papers)).json()
  expect((await take(post, id, papers)).json()).toEqual({ state: 'taken' })
  expect((await papersNow(post, dossierId)).map(({ way }) => way)).toContain('desk desk officer')
  await expectBalance(post)
})
