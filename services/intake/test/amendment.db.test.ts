import { ApplicationMessage } from '@dossier/contracts/application'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk, papers } from './forms.ts'
import { get, newKey, officer, openOffice, send, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const outboxOf = async (id: string) =>
  (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.map(({ body }) =>
    ApplicationMessage.parse(body),
  )

test('the missing papers come later, are announced next in line, and complete the application', async () => {
  const first = await send(office, officer, '/applications', atDesk({ components: { '02': papers(0, 0, 1) } }))
  const { applicationId } = first.json()
  const key = newKey()
  const bring = () =>
    send(office, officer, `/applications/${applicationId}/amendments`, { components: { '01': papers(1) } }, key)
  const response = await bring()
  expect(response.json()).toMatchObject({ complete: true, defects: [] })
  expect((await bring()).json()).toEqual(response.json())
  expect((await outboxOf(applicationId)).map(({ seq, event }) => [seq, event.type, event.complete])).toEqual([
    [1, 'ApplicationSubmitted', false],
    [2, 'ApplicationAmended', true],
  ])
})

test('twenty amendments at once are announced without a gap', async () => {
  const { applicationId } = (await send(office, officer, '/applications', atDesk())).json()
  const amend = () =>
    send(office, officer, `/applications/${applicationId}/amendments`, { components: { '02': papers(0, 0, 1) } })
  const answers = await Promise.all(Array.from({ length: 20 }, amend))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200))
  expect((await outboxOf(applicationId)).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  const { components } = (await get(office, officer, `/applications/${applicationId}`)).json()
  expect(components['02'].copies).toBe(21)
})
