import type { Component, Fee } from '@dossier/contracts/procedure'
import { expect, test } from 'vitest'
import { type Brought, type Lodged, missingFrom, mistakesIn } from '../src/completeness.ts'

const component = (id: string, more: Partial<Component>): Component => ({
  id,
  name: `Giấy ${id}`,
  required: true,
  presentOnly: false,
  originals: 0,
  certifiedCopies: 0,
  copies: 0,
  ...more,
})
const registration: Fee = {
  id: 'registration',
  name: 'Lệ phí đăng ký',
  channels: ['desk', 'online'],
  from: '2020-01-01',
  to: null,
  amount: 100_000,
  per: 'dossier',
  due: 'acceptance',
  basis: 'Văn bản mẫu',
  confidence: 'fx',
}
const version = {
  components: [
    component('01', { name: 'Tờ khai', originals: 1 }),
    component('02', { certifiedCopies: 1, copies: 1 }),
    component('03', { required: false, condition: 'Nếu có', originals: 1 }),
    component('04', { presentOnly: true, originals: 1 }),
  ],
  fees: [registration],
  form: { schema: { title: 'Tờ khai mẫu' }, ui: {} },
}
const lodged = (more: Partial<Lodged>): Lodged => ({ originals: 0, certifiedCopies: 0, copies: 0, files: 0, ...more })
const whole = {
  '01': lodged({ originals: 1 }),
  '02': lodged({ certifiedCopies: 1, copies: 1 }),
  '04': lodged({ originals: 1 }),
}
const paid = { registration: 100_000 }
const brought = (more: Partial<Brought>): Brought => ({ channel: 'desk', components: whole, counts: [], paid, ...more })
const missing = (more: Partial<Brought>, posted = version) =>
  missingFrom(posted, brought(more), '2021-09-01').map(({ pointer, code }) => `${pointer} ${code}`)

test('nothing is missing when all that is posted was brought', () => {
  expect(missing({})).toEqual([])
})

test('everything missing is named in one answer', () => {
  expect(missing({ components: {}, paid: {} })).toEqual([
    '#/body/components/01 component-missing',
    '#/body/components/02 component-missing',
    '#/body/components/04 component-missing',
    '#/body/payments/registration fee-unpaid',
  ])
})

test('too few papers of a kind are named by kind and number', () => {
  const components = { ...whole, '02': lodged({ copies: 1 }) }
  expect(missing({ components })).toEqual(['#/body/components/02/certifiedCopies certified-copies-missing'])
  const [first] = missingFrom(version, brought({ components }), '2021-09-01')
  expect(first?.vi).toBe('“Giấy 02” cần 1 bản sao chứng thực, mới có 0.')
})

test('a better paper serves as a lesser one, a lesser one never as a better', () => {
  expect(missing({ components: { ...whole, '02': lodged({ originals: 2 }) } })).toEqual([])
  expect(missing({ components: { ...whole, '02': lodged({ certifiedCopies: 2 }) } })).toEqual([])
  expect(missing({ components: { ...whole, '01': lodged({ copies: 5 }) } })).toEqual([
    '#/body/components/01/originals originals-missing',
  ])
})

test('a scan replaces no paper at the desk', () => {
  expect(missing({ components: { ...whole, '01': lodged({ files: 1 }) } })).toEqual([
    '#/body/components/01/originals originals-missing',
  ])
})

test('a component under a condition is not demanded, but has to suffice once something of it is lodged', () => {
  expect(missing({ components: { ...whole, '03': lodged({ copies: 1 }) } })).toEqual([
    '#/body/components/03/originals originals-missing',
  ])
})

test('online a file is wanted for each paper, except the form itself and what is only shown', () => {
  expect(missing({ channel: 'online', components: {} })).toEqual(['#/body/components/02/uploads file-missing'])
  expect(missing({ channel: 'online', components: { '02': lodged({ files: 1 }) } })).toEqual([])
})

test('online the declaration needs a file where the form bears another name', () => {
  const posted = { ...version, form: { schema: { title: 'Biểu mẫu khác' }, ui: {} } }
  expect(missing({ channel: 'online', components: { '02': lodged({ files: 1 }) } }, posted)).toEqual([
    '#/body/components/01/uploads file-missing',
  ])
})

test('a fee paid in part is unpaid, and says how much is due', () => {
  const [error] = missingFrom(version, brought({ paid: { registration: 99_999 } }), '2021-09-01')
  expect(error?.vi).toBe('Chưa nộp đủ “Lệ phí đăng ký”: phải nộp 100.000 đ, đã nộp 99.999 đ.')
})

test('a fee due at the return of the result is not asked for at intake', () => {
  expect(missing({ paid: {} }, { ...version, fees: [{ ...registration, due: 'return' }] })).toEqual([])
})

test('a fee by page that is due at acceptance asks for the count', () => {
  const fees: Fee[] = [{ ...registration, per: 'page' }]
  expect(missing({}, { ...version, fees })).toEqual(['#/body/counts fee-not-counted'])
  expect(missing({ counts: [{ pages: 1, copies: 1 }] }, { ...version, fees })).toEqual([])
})

test('components and fees that the procedure does not have are mistakes, as are papers sent online', () => {
  const components = { '09': lodged({ originals: 1 }), '01': lodged({ originals: 1 }) }
  const found = mistakesIn(version, brought({ channel: 'online', components, paid: { bribe: 1 } }))
  expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '#/body/components/09 unknown-component',
    '#/body/components/01 papers-online',
    '#/body/payments/bribe unknown-fee',
  ])
  expect(mistakesIn(version, brought({}))).toEqual([])
})
