import { type Level, Organisation, type OrganisationFunction } from '@dossier/contracts/organisation'
import { expect, test } from 'vitest'
import { makeTree } from '../src/organisations.ts'
import { receivingDesks, whyNotReceived } from '../src/receiving.ts'

const office = (
  code: string,
  level: Level,
  does: OrganisationFunction,
  parent: string | null,
  validTo: string | null = null,
) =>
  Organisation.parse({
    code,
    name: `Cơ quan mẫu ${code}`,
    level,
    function: does,
    parent,
    validFrom: '2018-01-01',
    validTo,
    sessions: [['07:30', '11:30']],
    confidence: 'fx',
  })
const commune = (code: string) => [
  office(code, 'commune', 'peoples-committee', 'H01'),
  office(`${code}.01`, 'commune', 'desk', code),
  office(`${code}.02`, 'commune', 'justice', code),
]
const tree = makeTree([
  office('H01', 'province', 'peoples-committee', null),
  office('H01.50', 'province', 'desk', 'H01'),
  ...commune('H01.01'),
  ...commune('H01.02'),
  office('H01.03', 'commune', 'peoples-committee', 'H01'),
  office('H01.03.01', 'commune', 'desk', 'H01.03', '2020-12-31'),
  office('H02', 'province', 'peoples-committee', null),
])
const code = (text: string) => Organisation.shape.code.parse(text)
type Received = Parameters<typeof whyNotReceived>[1]
const stage: Received['route'][number] = {
  id: 'stage',
  name: 'Bước mẫu',
  level: 'commune',
  function: 'justice',
  role: 'case-officer',
  statutory: { amount: 1, unit: 'day' },
  signs: false,
  branches: [],
}
const bound: Received = { receivedAt: ['commune'], boundaryFree: false, route: [stage] }
const free = { ...bound, boundaryFree: true }
const why = (desk: string, version = bound, place?: string, day = '2021-01-01') =>
  whyNotReceived(tree, version, code(desk), { day, place: place === undefined ? undefined : code(place) })

test('a desk of a receiving level with a unit for every stage receives', () => {
  expect(receivingDesks(tree, bound, '2021-01-01').map((desk) => desk.code)).toEqual(['H01.01.01', 'H01.02.01'])
})

test('a desk of another level, and an office that is no desk, do not receive', () => {
  expect(why('H01.50')).toBe('not-received-here')
  expect(why('H01.01.02')).toBe('not-received-here')
})

test('a desk whose time has ended, or that never was, is no desk', () => {
  expect(why('H01.03.01')).toBe('unknown-organisation')
  expect(why('H01.77')).toBe('unknown-organisation')
})

test('a desk does not receive what nobody behind it could settle', () => {
  expect(why('H01.03.01', bound, undefined, '2020-12-31')).toBe('unit-missing')
})

test('within boundaries the desk must be that of the place, or above it', () => {
  expect(why('H01.01.01', bound, 'H01.01.02')).toBeUndefined()
  expect(why('H01.02.01', bound, 'H01.01')).toBe('not-received-here')
  expect(why('H01.50', { ...bound, receivedAt: ['province'], route: [] }, 'H01.01')).toBeUndefined()
})

test('free of boundaries any desk of the province receives, of another province none', () => {
  expect(why('H01.02.01', free, 'H01.01')).toBeUndefined()
  expect(why('H01.02.01', free, 'H02')).toBe('not-received-here')
})
