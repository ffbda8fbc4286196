import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { readLawFiles } from '../src/law-files.ts'

const { procedures } = await readLawFiles(new URL('../data/', import.meta.url))
const validator = (id: string) => {
  const ajv = new Ajv2020({ allErrors: true })
  addFormats.default(ajv)
  return ajv.compile(procedures.find(({ row }) => row.id === id)?.row.form.schema ?? false)
}
const fits = (id: string, form: object) => {
  const validate = validator(id)
  return validate(form) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

const address = { province: 'Gia Lai', commune: 'Ia Pếch', line: 'Làng O Pếch' }
const applicant = { fullName: 'Người yêu cầu mẫu', personalId: '064000000001', phone: '0900000001', address }
const documents = [{ name: 'Bằng tốt nghiệp', pages: 3, copies: 1 }]
const copies = '2.000815@2015-04-10'

test('a complete form fits', () => {
  expect(fits(copies, { applicant, documents })).toEqual([])
})

test.each([
  [
    'an id of eleven digits',
    { applicant: { ...applicant, personalId: '06400000000' }, documents },
    '/applicant/personalId pattern',
  ],
  [
    'a phone number without its nought',
    { applicant: { ...applicant, phone: '900000001' }, documents },
    '/applicant/phone pattern',
  ],
  [
    'a day that does not exist',
    { applicant: { ...applicant, birthDate: '2001-02-30' }, documents },
    '/applicant/birthDate format',
  ],
  ['no document', { applicant, documents: [] }, '/documents minItems'],
  ['a field nobody asked for', { applicant, documents, note: 'x' }, ' additionalProperties'],
  ['no applicant', { documents }, ' required'],
])('%s does not', (_, form, error) => {
  expect(fits(copies, form)).toEqual([error])
})
