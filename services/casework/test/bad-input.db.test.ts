import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts, newDossier, openShop, type Shop } from './one-stop-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const accept = { type: 'Accept' } as const

describe('a command that cannot be understood', () => {
  test('a member nobody knows is named', async () => {
    const response = await shop.app.inject({
      method: 'POST',
      url: `/dossiers/${newDossier()}/commands`,
      headers: { authorization: `Bearer ${accounts.intake}`, 'idempotency-key': 'x' },
      payload: { ...accept, dueOn: '2030-01-01' },
    })
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid' })
    expect(response.body).toContain('dueOn')
  })

  test('a name where a number belongs, a story where a law belongs: each is told what to write', async () => {
    const sign = await shop.send(
      newDossier(),
      { type: 'Sign', outcome: 'granted', number: 'Nguyễn Văn Mẫu' },
      accounts.intake,
    )
    expect(sign.json().errors).toMatchObject([{ pointer: '#/body/number', vi: expect.stringContaining('31/QĐ-UBND') }])
    const stop = { type: 'Stop', ground: 'legal-ground', legalBasis: 'vì tôi muốn' } as const
    const [error] = (await shop.send(newDossier(), stop, accounts.intake)).json().errors
    expect(error).toMatchObject({ pointer: '#/body/legalBasis', en: expect.stringContaining('by its number') })
  })

  test('a dossier id that is none is named', async () => {
    const response = await shop.send('7', accept, accounts.intake)
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid' })
    expect(response.body).toContain('dossierId')
  })
})
