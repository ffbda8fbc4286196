import { readdirSync, readFileSync } from 'node:fs'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { expect, test } from 'vitest'
import { type Field, fieldsOf } from '../src/form-fields.ts'
import { filledIn } from '../src/form-filled.ts'

const folder = new URL('../../../services/catalogue/data/procedures/', import.meta.url)
const read = (file: string) => ProcedureVersion.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
const business = fieldsOf(read('1.001612@2025-07-01.json').form)
const names = (fields: readonly Field[]) => fields.map(({ name }) => name)

test.each(readdirSync(folder))('every field of %s has a title, and no group is empty', (file) => {
  const walk = (fields: readonly Field[]): readonly Field[] =>
    fields.flatMap((field) => [
      field,
      ...(field.kind === 'group' ? walk(field.fields) : field.kind === 'list' ? walk([field.item]) : []),
    ])
  const all = walk(fieldsOf(read(file).form))
  expect(all.filter(({ title, name }) => title === name)).toEqual([])
  expect(all.filter((field) => field.kind === 'group' && field.fields.length === 0)).toEqual([])
})

test('fields come in the order of the hints, with the title of their own place and what must be there', () => {
  expect(names(business)).toEqual(['applicant', 'name', 'head', 'address', 'capital', 'lines', 'members', 'workers'])
  expect(business.find(({ name }) => name === 'head')).toMatchObject({ title: 'Chủ hộ kinh doanh', kind: 'group' })
  expect(business.filter(({ isRequired }) => !isRequired).map(({ name }) => name)).toEqual(['members', 'workers'])
  const [applicant] = business
  expect(applicant?.kind === 'group' && applicant.fields.find(({ name }) => name === 'phone')).toMatchObject({
    autocomplete: 'tel',
    keys: 'tel',
    prefill: 'citizen.phone',
    help: '10 chữ số, bắt đầu bằng 0',
  })
})

test('what was left empty is not handed in; a group that must be there stays, so that each of its fields is named', () => {
  const given = {
    applicant: { fullName: ' Người Mẫu ', phone: '', address: {} },
    name: '  ',
    lines: [{}, { name: 'Ngành mẫu', code: '' }],
    members: [{ fullName: '' }],
    capital: 0,
    unknown: 'left out',
  }
  expect(filledIn(business, given)).toEqual({
    applicant: { fullName: 'Người Mẫu', address: {} },
    head: {},
    address: {},
    capital: 0,
    lines: [{ name: 'Ngành mẫu' }],
  })
})

test('a row that must be there is handed in empty where none was filled in, so that its fields are named', () => {
  expect(filledIn(business, {})).toMatchObject({ lines: [{}] })
  expect(filledIn(business, { lines: [{}, { name: 'Ngành mẫu' }] })).toMatchObject({ lines: [{ name: 'Ngành mẫu' }] })
})

test('a schema that lost the order of its members is drawn with what must be there first, in its order', () => {
  const { schema, ui } = read('1.001612@2025-07-01.json').form
  const shuffled = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(shuffled)
    if (typeof node !== 'object' || node === null) return node
    const members = Object.entries(node).map(([name, member]) => [name, shuffled(member)] as const)
    return Object.fromEntries(members.toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))
  }
  const head = fieldsOf({ schema: Object(shuffled(schema)), ui }).find(({ name }) => name === 'head')
  const drawn = ['fullName', 'birthDate', 'sex', 'personalId', 'nationality']
  expect(head?.kind === 'group' && names(head.fields)).toEqual(drawn)
})
