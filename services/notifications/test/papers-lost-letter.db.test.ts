import { expect, test } from 'vitest'
import { newDossier } from '../../casework/test/one-stop-shop.ts'
import { actsOf } from './dossier-acts.ts'
import { openLetterOffice } from './letter-office.ts'
import { textOf } from './pdf-text.ts'

test('the apology for a citizen’s own papers names them and their remedy, without a word of the leader’s own', async () => {
  const office = await openLetterOffice()
  const intake = 'officer:huyen-ia-grai.intake'
  const desk = [...office.books.tree().rows.keys()].find((code) => code === 'H21.08.51')
  Object.assign(office.shop.intake, { procedure: '1.001612', says: { receivingDesk: desk } })
  const id = await actsOf(
    office,
    newDossier(),
    ['2021-03-15T09:00', intake, { type: 'Accept' }],
    [
      '2021-03-16T09:00',
      'service:postal',
      { type: 'RecordPapersLoss', what: 'lost', components: ['01'], result: false, decision: 'incident:1' },
    ],
    ['2021-03-17T09:00', 'officer:huyen-ia-grai.head', { type: 'Apologise', cause: 'loss' }],
  )
  await office.tell(id)
  await office.settle()
  const letter = (await office.letters(id)).find(({ kind }) => kind === 'loss-apology')
  expect(letter).toMatchObject({ state: 'issued' })
  const bytes = await office.fileOf(letter ?? { sha256: null })
  const text = await textOf(bytes)
  expect(text).toContain('Giấy đề nghị đăng ký hộ kinh doanh')
  expect(text).toContain('Cơ quan liên hệ nơi cấp')
  expect(text).toContain('16/03/2021')
  expect(text).not.toContain('Giấy chứng nhận đăng ký hộ kinh doanh')
  await office.close()
})
