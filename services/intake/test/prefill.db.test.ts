import { type Field, fieldsOf } from '@dossier/domain/form-fields'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allowance, business, papers } from './forms.ts'
import {
  citizen,
  desk,
  get,
  morning,
  officer,
  openOffice,
  otherCitizen,
  publishedFiles,
  send,
  type Office,
} from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ at: morning('2021-09-01') })
})
afterAll(() => office.close())

const full = { ...business.applicant, birthDate: '1950-01-01', email: 'nguoi-nop@example.test' }
const handIn = async (procedure: string, form: object, more: object = {}) =>
  (
    await send(office, officer, '/applications', {
      procedure,
      channel: 'desk',
      receivingDesk: desk,
      applicant: citizen,
      form,
      components: { '01': papers(1) },
      ...more,
    })
  ).json().applicationId
type Value = { at: string; value: string; from: { applicationId: string; procedure: string } }
const knownFor = async (who: string, procedure: string): Promise<Value[]> =>
  (await get(office, who, `/drafts/${procedure}/prefill`)).json().values

test('nothing is known of who never applied, and of the applicant what was said last, with where it is from', async () => {
  expect(await knownFor(citizen, '1.001612')).toEqual([])
  const first = await handIn('fx.tro-cap-khang-chien', { ...allowance, applicant: full })
  office.time.at = morning('2021-09-02')
  const { email: _, ...without } = full
  const second = await handIn('fx.tro-cap-khang-chien', {
    ...allowance,
    applicant: { ...without, phone: '0000000009' },
  })
  const known = await knownFor(citizen, '1.001612')
  expect(known.map(({ at, value, from }) => [at, value, from.applicationId])).toEqual([
    ['/applicant/fullName', full.fullName, second],
    ['/applicant/birthDate', full.birthDate, second],
    ['/applicant/personalId', full.personalId, second],
    ['/applicant/phone', '0000000009', second],
    ['/applicant/email', full.email, first],
    ['/applicant/address/province', full.address.province, second],
    ['/applicant/address/commune', full.address.commune, second],
    ['/applicant/address/line', full.address.line, second],
  ])
  expect(known[0]?.from.procedure).toMatch(/trợ cấp một lần/)
})

test('another person of the form is known from the same place of an earlier form; a plot or a name of a business is not', async () => {
  await handIn('1.001612', { ...business, applicant: full })
  const places = (await knownFor(citizen, '1.001612')).map(({ at }) => at)
  expect(places.filter((at) => !at.startsWith('/applicant'))).toEqual([
    '/head/fullName',
    '/head/birthDate',
    '/head/sex',
    '/head/personalId',
  ])
})

test('nobody is shown what others said, and each application it is taken from is written down as looked at', async () => {
  expect(await knownFor(otherCitizen, '1.001612')).toEqual([])
  expect((await get(office, officer, '/drafts/1.001612/prefill')).statusCode).toBe(403)
  const { rows } = await office.db.query(
    `select distinct viewer, mandate, granted from view_of_person where what = 'prefill'`,
  )
  expect(rows).toEqual([{ viewer: citizen, mandate: 'applicant', granted: true }])
})

const leaves = (fields: readonly Field[], at = '', demanded = true): { at: string; demanded: boolean }[] =>
  fields.flatMap((field) => {
    const [place, must] = [`${at}/${field.name}`, demanded && field.isRequired]
    if (field.kind === 'group') return leaves(field.fields, place, must)
    if (field.kind === 'list') return leaves([field.item], place, must && field.atLeast > 0)
    return [{ at: place, demanded: must }]
  })
const online = publishedFiles()
  .versionsOn('2021-09-01')
  .filter(({ channels }) => channels.includes('online'))

test.each(online)(
  '$name ($code): four of ten demanded fields are filled in for who applied for it before',
  async (version) => {
    const fields = fieldsOf(version.form)
    const people = fields.filter(
      (field) => field.kind === 'group' && field.fields.some(({ name }) => name === 'personalId'),
    )
    const person = { fullName: 'Người Mẫu', birthDate: '1950-01-01', sex: 'female', personalId: '000000000001' }
    await handIn(version.code, { ...Object.fromEntries(people.map(({ name }) => [name, person])), applicant: full })
    const known = new Set((await knownFor(citizen, version.code)).map(({ at }) => at))
    const demanded = leaves(fields).filter((leaf) => leaf.demanded)
    const share = demanded.filter(({ at }) => known.has(at)).length / demanded.length
    // A building permit asks of its applicant alone, and for the rest of a plot and a building that are others each time.
    expect(share).toBeGreaterThanOrEqual(version.code === '1.009994' ? 0.375 : 0.4)
  },
)
