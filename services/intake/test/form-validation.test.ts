import { expect, test } from 'vitest'
import { makeValidateForm } from '../src/form-validation.ts'
import { allowance, business, certification } from './forms.ts'
import { publishedFiles } from './office.ts'

const published = publishedFiles()
const validate = makeValidateForm()
const version = (id: string) => {
  const found = published.version(id)
  if (found === undefined) throw new Error(`${id} is not among the catalogue's files`)
  return found
}
const p8 = version('1.001612@2021-01-04')
const wrong = (form: unknown, of = p8) => validate(of, form).map(({ pointer, code, vi }) => `${pointer} ${code}: ${vi}`)

test('a form that fits has no errors', () => {
  expect(wrong(business)).toEqual([])
  expect(wrong(certification, version('2.000815@2015-04-10'))).toEqual([])
  expect(wrong(allowance, version('fx.tro-cap-khang-chien@2021-01-01'))).toEqual([])
})

test('each error points at its field and speaks of it by its title', () => {
  const { name: _name, ...form } = business
  const head = { ...business.head, sex: 'none', birthDate: '1950-13-01' }
  expect(wrong({ ...form, head, capital: -1, lines: [], 'a/b': 1 })).toEqual([
    '#/body/form/name required: “Tên hộ kinh doanh” bắt buộc phải có.',
    '#/body/form/a~1b additional-properties: “a/b” không có trong biểu mẫu này.',
    '#/body/form/head/birthDate format: “Ngày sinh” không đúng dạng ngày (năm-tháng-ngày).',
    '#/body/form/head/sex one-of: “Giới tính” không thuộc các giá trị cho phép.',
    '#/body/form/capital minimum: “Vốn kinh doanh (đồng)” không được nhỏ hơn 0.',
    '#/body/form/lines min-items: “Ngành, nghề kinh doanh” phải có ít nhất 1 mục.',
  ])
})

test('nothing is coerced: neither a number in quotes nor an empty value becomes what was wanted', () => {
  const form = { ...business, capital: '1000000', workers: null }
  expect(wrong(form)).toEqual([
    '#/body/form/capital type: “Vốn kinh doanh (đồng)” phải là số nguyên.',
    expect.stringMatching(/^#\/body\/form\/workers type/),
  ])
  expect(form.capital).toBe('1000000')
})

test('an error tells no value: it may be somebody’s number', () => {
  const applicant = { ...business.applicant, personalId: '99988', email: 'not-an-address' }
  const told = JSON.stringify(validate(p8, { ...business, applicant }))
  expect(told).toContain('personalId')
  expect(told).not.toContain('99988')
  expect(told).not.toContain('not-an-address')
})

test('a form with thousands of errors is answered with two hundred', () => {
  const lines = Array.from({ length: 5_000 }, () => ({}))
  expect(validate(p8, { ...business, lines })).toHaveLength(200)
})

test('a validator is compiled once for each version', () => {
  const compiling = { ...p8, id: 'x@2021-01-01' }
  validate(compiling, business)
  expect(validate({ ...compiling, form: { schema: { type: 'string' }, ui: {} } }, business)).toEqual([])
})
