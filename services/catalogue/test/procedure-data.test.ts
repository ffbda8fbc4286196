import { makeTree } from '@dossier/domain/organisations'
import { refusePublication } from '@dossier/domain/publication'
import { expect, test } from 'vitest'
import { readLawFiles, readOpenProcedures } from '../src/law-files.ts'
import { readLifeEvents } from '../src/life-events.ts'
import { formProblems } from '../src/form-problems.ts'

const folder = new URL('../data/', import.meta.url)
const data = await readLawFiles(folder)
const organisations = makeTree(data.organisations.map(({ row }) => row))
const procedures = data.procedures.map(({ row }) => row)
const [calendar] = data.calendars.map(({ row }) => row)
if (calendar === undefined) throw new Error('There is no calendar in the data')

test.each(procedures.map((version) => [version.id, version] as const))('%s may be published', (_, version) => {
  const others = procedures.filter(({ code }) => code === version.code)
  expect(refusePublication(version, { organisations, calendar, others })).toEqual([])
  expect(formProblems(version)).toEqual([])
})

test('each version stands in the file of its name, and no two versions of a code meet on a day', () => {
  for (const { file, row } of data.procedures) expect(file).toBe(`procedures/${row.id}.json`)
  for (const { code } of procedures) {
    const versions = procedures.filter((one) => one.code === code).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const ends = versions.slice(0, -1).map(({ validTo }) => validTo ?? 'open')
    const begins = versions.slice(1).map(({ validFrom }) => new Date(Date.parse(validFrom) - 86_400_000))
    expect(ends).toEqual(begins.map((day) => day.toISOString().slice(0, 10)))
  }
})

test('rows 1 to 12 are there, and what cannot be stated is left open with its gaps', async () => {
  expect(new Set(procedures.map(({ code }) => code)).size).toBe(13) // twelve and 10b
  const open = await readOpenProcedures(folder)
  expect(open.map(({ row }) => row.row)).toEqual(['6b', '9'])
})

test('no version with a district in its route outlives the district', () => {
  const district = procedures.filter(({ route, consultations }) =>
    [...route, ...route.flatMap(({ branches }) => branches), ...consultations].some(
      ({ level }) => level === 'district',
    ),
  )
  expect(district.length).toBeGreaterThan(6)
  expect(district.filter(({ validTo }) => validTo === null || validTo > '2025-06-30')).toEqual([])
})

test('a number nobody found is marked so', () => {
  for (const { decision, gaps } of procedures) {
    expect(decision.number.includes('số mẫu')).toBe(decision.confidence === 'GAP')
    expect(gaps?.length).toBeGreaterThan(0)
  }
})

const form = (code: string) => procedures.find((one) => one.code === code)?.form.schema ?? {}

test('every field of every form has a Vietnamese title', () => {
  const untitled = (schema: unknown, path: string): string[] => {
    if (typeof schema !== 'object' || schema === null) return []
    const properties: unknown = Reflect.get(schema, 'properties')
    const inner = typeof properties === 'object' && properties !== null ? Object.entries(properties) : []
    return inner.flatMap(([name, field]) => [
      ...(typeof Reflect.get(field, 'title') === 'string' || Reflect.has(field, '$ref') ? [] : [`${path}/${name}`]),
      ...untitled(field, `${path}/${name}`),
      ...untitled(Reflect.get(field, 'items'), `${path}/${name}/items`),
    ])
  }
  for (const { code } of procedures) expect(untitled(form(code), code)).toEqual([])
})

test('a form that does not compile, or speaks another dialect, is named', () => {
  const $schema = 'https://json-schema.org/draft/2020-12/schema'
  const codes = (schema: Record<string, unknown>) => formProblems({ form: { schema, ui: {} } }).map(({ code }) => code)
  expect(codes({ $schema, type: 'object' })).toEqual([])
  expect(codes({ $schema, type: 'wrong' })).toEqual(['form-does-not-compile'])
  expect(codes({ $schema, type: 'string', format: 'no-such-format' })).toEqual(['form-does-not-compile'])
  expect(codes({ $schema, $ref: '#/$defs/nowhere' })).toEqual(['form-does-not-compile'])
  expect(codes({ type: 'object' })).toEqual(['form-not-2020-12'])
})

test('an event in life names procedures that there are, each but once, and how sure that is', async () => {
  const events = await readLifeEvents(folder)
  expect(events.map(({ name }) => name.vi)).toEqual(expect.arrayContaining(['Sinh con', 'Kết hôn', 'Xây nhà']))
  const codes = new Set(procedures.map(({ code }) => code))
  for (const { procedures: named } of events) {
    expect(named.filter((code) => !codes.has(code))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  }
  expect(new Set(events.map(({ code }) => code)).size).toBe(events.length)
  // Nobody has published such a list for these procedures: it is general knowledge, to be checked.
  expect(events.filter(({ confidence }) => confidence !== 'K')).toEqual([])
})

test('a folder without events in life has none', async () => {
  expect(await readLifeEvents(new URL('nowhere/', folder))).toEqual([])
})
