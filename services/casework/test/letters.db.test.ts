import { LetterMessage } from '@dossier/contracts/letter'
import { ParcelMessage } from '@dossier/contracts/parcel'
import { as } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPostalDocument, onLetterMessage } from '../src/on-letter-message.ts'
import { accounts, newDossier, openShop, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const issued = (dossierId: string, seq: number, of: number): LetterMessage =>
  LetterMessage.parse({
    dossierId,
    seq,
    at: '2021-04-13T02:41:00.000Z',
    event: {
      type: 'LetterIssued',
      letter: `01990000-0000-7000-8000-00000000000${seq}`,
      kind: 'receipt',
      form: 'TT01/2018-01',
      number: `${seq}/2021`,
      of,
      sha256: 'a'.repeat(64),
      pages: 1,
      signed: true,
    },
  })

test('letters are listed on the dossier once each, in the order of its record, however they are told', async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  const hear = onLetterMessage(shop.db, shop.ledger)
  for (const message of [issued(id, 2, 6), issued(id, 1, 2), issued(id, 2, 6)]) await hear(message)
  for (const who of [accounts.citizen, accounts.intake]) {
    const { letters } = (await shop.app.inject({ url: `/dossiers/${id}`, headers: as(who) })).json()
    expect(letters).toMatchObject([
      {
        kind: 'receipt',
        form: 'TT01/2018-01',
        number: '1/2021',
        of: 2,
        pages: 1,
        signed: true,
        sha256: 'a'.repeat(64),
      },
      { number: '2/2021', of: 6, issuedAt: '2021-04-13T02:41:00.000Z' },
    ])
  }
})

test('papers of the post are listed for officers: what both signed, and labels, which nobody signs', async () => {
  const id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
  const told = (seq: number, kind: string) =>
    ParcelMessage.parse({
      dossierId: id,
      seq,
      at: `2021-04-13T02:4${seq}:00.000Z`,
      happenedAt: '2021-04-13T02:41:00.000Z',
      event: {
        type: 'PostalDocumentIssued',
        document: `01990000-0000-7000-8000-0000000000a${seq}`,
        kind,
        number: kind === 'label' ? 'RA000000015VN' : 'BB-210413-0001',
        parcel: 'RA000000015VN',
        sha256: 'b'.repeat(64),
        pages: 1,
      },
    })
  for (const message of [told(1, 'label'), told(2, 'handover-record'), told(1, 'label')])
    await listPostalDocument(shop.db, message)
  const seenBy = async (who: string) =>
    (await shop.app.inject({ url: `/dossiers/${id}`, headers: as(who) })).json().letters
  expect(await seenBy(accounts.intake)).toMatchObject([
    { kind: 'label', number: 'RA000000015VN', keptBy: 'postal', signed: false },
    { kind: 'handover-record', keptBy: 'postal', signed: true },
  ])
  expect(await seenBy(accounts.citizen)).toEqual([])
})
