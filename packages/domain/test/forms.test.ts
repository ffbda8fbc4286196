import { PaperKind } from '@dossier/contracts/official-paper'
import { RuleSetId } from '@dossier/contracts/procedure'
import { expect, test } from 'vitest'
import { formOf } from '../src/forms.ts'

const numbers = (ruleSet: RuleSetId, on: string) =>
  Object.fromEntries(PaperKind.options.map((kind) => [kind, formOf(ruleSet, on, kind).number]))

test('TT 01/2018 has six forms, TT 03/2025 seven: the stop notice is new and moves the last two on', () => {
  const six = {
    'receipt-slip': '01',
    'supplement-request': '02',
    'refusal-notice': '03',
    'apology-letter': '04',
    'error-apology': null,
    'stop-notice': null,
    'control-slip': '05',
    'dossier-register': '06',
  }
  expect(numbers('ND61_2018', '2021-04-13')).toEqual(six)
  expect(numbers('ND61_2018+ND107_2021', '2024-04-22')).toEqual(six)
  expect(numbers('ND118_2025', '2025-12-08')).toEqual({
    ...six,
    'stop-notice': '05',
    'control-slip': '06',
    'dossier-register': '07',
  })
})

test('the apology bears its name by the circular', () => {
  expect(formOf('ND61_2018', '2021-12-03', 'apology-letter')).toMatchObject({
    circular: 'TT 01/2018/TT-VPCP',
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    basis: 'khoản 9 Điều 19 Nghị định số 61/2018/NĐ-CP',
  })
  expect(formOf('ND118_2025', '2026-01-05', 'apology-letter')).toMatchObject({
    circular: 'TT 03/2025/TT-VPCP',
    title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    basis: 'Nghị định số 118/2025/NĐ-CP',
  })
})

test('a dossier of NĐ 118/2025 has the older forms until the newer circular is in force', () => {
  const on = (day: string) => formOf('ND118_2025', day, 'control-slip')
  expect(on('2025-09-14')).toMatchObject({ circular: 'TT 01/2018/TT-VPCP', number: '05' })
  expect(on('2025-09-15')).toMatchObject({ circular: 'TT 03/2025/TT-VPCP', number: '06' })
})

test('a dossier keeps the forms of its rule set, whenever the paper is issued', () => {
  expect(formOf('ND61_2018+ND107_2021', '2025-10-01', 'control-slip')).toMatchObject({ number: '05' })
})

test('before the first circular, and for papers without a form, none is cited', () => {
  expect(formOf('ND61_2018', '2019-01-05', 'receipt-slip')).toMatchObject({ circular: null, number: null })
  expect(formOf('ND61_2018', '2019-01-06', 'receipt-slip')).toMatchObject({ number: '01' })
  expect(formOf('ND118_2025', '2026-01-05', 'error-apology')).toMatchObject({ circular: null, number: null })
})

test('the book is A4, every other paper A5', () => {
  for (const ruleSet of RuleSetId.options)
    for (const kind of PaperKind.options)
      expect(formOf(ruleSet, '2026-01-05', kind).paper).toBe(kind === 'dossier-register' ? 'A4' : 'A5')
})
