import { ApplicationMessage } from '@dossier/contracts/application'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowance } from './forms.ts'
import { openOffice, send } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('after Kafka was wiped every application is told again exactly as it was told first', async () => {
  const handedIn = await office.app.inject({
    method: 'POST',
    url: '/applications',
    headers: { ...as('officer:ia-pech.intake'), 'idempotency-key': 'a' },
    payload: { procedure: 'fx.tro-cap-khang-chien', channel: 'desk', receivingDesk: 'H21.08.10.01', form: {} },
  })
  const id: string = handedIn.json().applicationId
  await office.app.inject({
    method: 'POST',
    url: `/applications/${id}/amendments`,
    headers: { ...as('officer:ia-pech.intake'), 'idempotency-key': 'b' },
    payload: { components: { '01': { originals: 1 } } },
  })
  await office.app.inject({
    method: 'POST',
    url: `/applications/${id}/amendments`,
    headers: { ...as('officer:ia-pech.intake'), 'idempotency-key': 'c' },
    payload: { form: allowance, components: { '02': { certifiedCopies: 1 } } },
  })
  const told = async () =>
    (await office.db.query('select body from outbox where key = $1 order by tx, id', [id])).rows.map(({ body }) => {
      const { requestId: _, ...message } = ApplicationMessage.parse(body)
      return message
    })
  const first = await told()
  expect(first.map(({ seq, event }) => [seq, event.complete])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
  const order = (key: string) => send(office, 'service:runbook+ops', '/operations/re-announce', {}, key)
  expect((await order('again')).json()).toEqual({ lines: 3 })
  expect((await order('again')).json(), 'sent twice, told once').toEqual({ lines: 3 })
  expect((await told()).slice(3)).toEqual(first)
  expect((await order('')).json()).toMatchObject({ code: 'idempotency-key-missing' })
})
