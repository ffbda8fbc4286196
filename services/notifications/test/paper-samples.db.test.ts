import { PaperKind } from '@dossier/contracts/official-paper'
import { RuleSetId } from '@dossier/contracts/procedure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../../casework/test/one-stop-shop.ts'
import { type LetterOffice, openLetterOffice } from './letter-office.ts'
import { textOf } from './pdf-text.ts'

let office: LetterOffice
beforeAll(async () => {
  office = await openLetterOffice()
})
afterAll(() => office.close())

test.each(PaperKind.options)('%s is shown under each rule set, marked as a sample on each page', async (kind) => {
  for (const ruleSet of RuleSetId.options) {
    const answer = await office.get(
      `/papers/${kind}/preview.pdf?ruleSet=${encodeURIComponent(ruleSet)}`,
      accounts.intake,
    )
    expect(answer.statusCode).toBe(200)
    const text = await textOf(answer.rawPayload)
    expect(text).toContain('BẢN MẪU · KHÔNG CÓ GIÁ TRỊ')
    expect(text).toContain('Mẫu')
  }
})

test('samples are for officers, of forms that exist; nothing is numbered or kept', async () => {
  expect((await office.get('/papers/receipt-slip/preview.pdf', accounts.citizen)).statusCode).toBe(403)
  expect((await office.get('/papers/no-such/preview.pdf', accounts.intake)).statusCode).toBe(400)
  expect((await office.get('/papers/receipt-slip/preview.pdf?ruleSet=x', accounts.intake)).statusCode).toBe(400)
  expect((await office.db.query('select from letter')).rowCount).toBe(0)
})
