import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier } from '../../casework/test/one-stop-shop.ts'
import { reAnnounce } from '../src/letters/re-announce.ts'
import { type LetterOffice, openLetterOffice } from './letter-office.ts'

let office: LetterOffice
beforeAll(async () => {
  office = await openLetterOffice()
})
afterAll(() => office.close())

const again = (who: string) =>
  office.app.inject({
    method: 'POST',
    url: '/operations/re-announce',
    headers: { ...as(who), 'idempotency-key': `again-${who}` },
    payload: {},
  })

test('after Kafka was wiped every line about letters is told again as it was, by the service’s own order alone', async () => {
  const id = newDossier()
  office.shop.time.now = '2021-04-13T02:40:00.000Z'
  await office.shop.send(id, { type: 'Accept' }, accounts.intake)
  await office.tell(id)
  await office.settle()
  const before = await office.told(id)
  expect(before.map(({ event }) => event.type)).toEqual(['LetterIssued'])
  expect((await again(accounts.intake)).statusCode).toBe(403)
  expect((await again('service:notifications')).json()).toEqual({ lines: 1 })
  expect(await office.told(id)).toEqual([...before, ...before.map((line) => ({ ...line, requestId: undefined }))])
  // An apology that has left has two lines, in their places.
  const left = `update letter set kind = 'apology', sent_at = issued_at + interval '1 minute', sent_place = 2 where dossier_id = $1`
  await office.db.query(left, [id])
  await office.db.query('delete from outbox')
  expect(await reAnnounce(office.db)).toBe(2)
  expect(await office.told(id)).toMatchObject([
    { seq: 1, event: { type: 'LetterIssued', kind: 'apology' } },
    { seq: 2, event: { type: 'LetterSent', sentAt: '2021-04-13T02:41:00.000Z' } },
  ])
})
