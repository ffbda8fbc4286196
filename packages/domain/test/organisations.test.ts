import { Organisation, type OrganisationCode, OrganisationCode as Code } from '@dossier/contracts/organisation'
import { expect, test } from 'vitest'
import {
  ancestors,
  authorityOf,
  inForce,
  isAbove,
  makeTree,
  mintingCode,
  officeOn,
  resolveUnit,
  successorOf,
  successorsOf,
} from '../src/organisations.ts'

type Input = Partial<Record<keyof Organisation, unknown>> & { code: string; function: string; level: string }
const row = (input: Input) =>
  Organisation.parse({
    name: input.code,
    parent: null,
    validFrom: '2000-01-01',
    validTo: null,
    sessions: [['07:30', '17:00']],
    confidence: 'fx',
    ...input,
  })
const until = { validTo: '2025-06-30' }
const since = { validFrom: '2025-07-01' }

// A province with one district of two communes; from 01/07/2025 two new communes straight under the province.
const tree = makeTree([
  row({ code: 'H21', function: 'peoples-committee', level: 'province' }),
  row({ code: 'H21.50', function: 'desk', level: 'province', parent: 'H21', mintsAs: 'H21' }),
  row({ code: 'H21.52', function: 'labour', level: 'province', parent: 'H21', ...until, successors: ['H21.71'] }),
  row({ code: 'H21.56', function: 'social-insurance', level: 'province', parent: 'H21' }),
  row({
    code: 'H21.56.01',
    function: 'social-insurance',
    level: 'province',
    parent: 'H21.56',
    ...since,
    serves: ['H21.91'],
  }),
  row({ code: 'H21.71', function: 'home-affairs', level: 'province', parent: 'H21', ...since, alsoFor: ['labour'] }),
  row({
    code: 'H21.08',
    function: 'peoples-committee',
    level: 'district',
    parent: 'H21',
    ...until,
    successors: ['H21.91', 'H21.92'],
  }),
  row({
    code: 'H21.08.51',
    function: 'desk',
    level: 'district',
    parent: 'H21.08',
    ...until,
    successors: ['H21.91.01', 'H21.92.01'],
  }),
  row({
    code: 'H21.08.57',
    function: 'finance',
    level: 'district',
    parent: 'H21.08',
    ...until,
    successors: ['H21.91.03', 'H21.92.03'],
  }),
  row({
    code: 'H21.08.05',
    function: 'peoples-committee',
    level: 'commune',
    parent: 'H21.08',
    ...until,
    successors: ['H21.91'],
  }),
  row({
    code: 'H21.08.05.01',
    function: 'desk',
    level: 'commune',
    parent: 'H21.08.05',
    ...until,
    mintsAs: 'H21.08.05',
    successors: ['H21.91.01'],
  }),
  row({ code: 'H21.08.05.04', function: 'culture', level: 'commune', parent: 'H21.08.05', ...until }),
  row({
    code: 'H21.08.09',
    function: 'peoples-committee',
    level: 'commune',
    parent: 'H21.08',
    ...until,
    successors: ['H21.92'],
  }),
  row({
    code: 'H21.08.09.01',
    function: 'desk',
    level: 'commune',
    parent: 'H21.08.09',
    ...until,
    successors: ['H21.92.01'],
  }),
  ...['H21.91', 'H21.92'].flatMap((code) => [
    row({ code, function: 'peoples-committee', level: 'commune', parent: 'H21', ...since }),
    row({ code: `${code}.01`, function: 'desk', level: 'commune', parent: code, ...since, mintsAs: code }),
    row({
      code: `${code}.03`,
      function: 'finance',
      level: 'commune',
      parent: code,
      ...since,
      alsoFor: ['construction'],
    }),
  ]),
])

const code = (text: string): OrganisationCode => Code.parse(text)
const unit = (desk: string, level: Organisation['level'], name: Organisation['function'], day: string) =>
  resolveUnit(tree, code(desk), { level, function: name }, day)

test.each([
  ['the commune’s own specialist', 'commune', 'culture', 'H21.08.05.04'],
  ['the commune’s leader', 'commune', 'peoples-committee', 'H21.08.05'],
  ['the office of the district above', 'district', 'finance', 'H21.08.57'],
  ['the department of the province above', 'province', 'labour', 'H21.52'],
] as const)('a dossier received at a commune desk goes to %s', (_, level, name, expected) => {
  expect(unit('H21.08.05.01', level, name, '2021-04-13')).toBe(expected)
})

test('there is no district in any route from the day it ended', () => {
  expect(unit('H21.08.51', 'district', 'finance', '2025-06-30')).toBe('H21.08.57')
  expect(unit('H21.08.51', 'district', 'finance', '2025-07-01')).toBeUndefined()
  expect(unit('H21.91.01', 'district', 'finance', '2025-07-01')).toBeUndefined()
})

test('a desk resolves nothing outside its own life, and nothing below or beside itself', () => {
  expect(unit('H21.08.05.01', 'province', 'labour', '2025-07-01')).toBeUndefined()
  expect(unit('H21.91.01', 'commune', 'finance', '2025-06-30')).toBeUndefined()
  expect(unit('H21.08.51', 'commune', 'culture', '2021-04-13')).toBeUndefined()
  expect(unit('H21.08.09.01', 'commune', 'culture', '2021-04-13')).toBeUndefined()
  expect(unit('H99', 'commune', 'culture', '2021-04-13')).toBeUndefined()
})

test('one unit may serve several functions', () => {
  expect(unit('H21.91.01', 'commune', 'construction', '2025-07-01')).toBe('H21.91.03')
  expect(unit('H21.91.01', 'province', 'labour', '2025-07-01')).toBe('H21.71')
})

test('a regional unit works for the communes it serves, the provincial one for all others', () => {
  expect(unit('H21.91.01', 'province', 'social-insurance', '2025-07-01')).toBe('H21.56.01')
  expect(unit('H21.92.01', 'province', 'social-insurance', '2025-07-01')).toBe('H21.56')
  expect(unit('H21.50', 'province', 'social-insurance', '2025-07-01')).toBe('H21.56')
})

test('the last day of an organisation is still its own', () => {
  expect(officeOn(tree, code('H21.08'), '2025-06-30')?.code).toBe('H21.08')
  expect(officeOn(tree, code('H21.08'), '2025-07-01')).toBeUndefined()
  const communes = (day: string) =>
    inForce(tree, day).filter((one) => one.level === 'commune' && one.function === 'desk')
  expect(communes('2025-06-30').map((one) => one.code)).toEqual(['H21.08.05.01', 'H21.08.09.01'])
  expect(communes('2025-07-01').map((one) => one.code)).toEqual(['H21.91.01', 'H21.92.01'])
})

test('ancestors lead from the parent to the root', () => {
  expect(ancestors(tree, code('H21.08.05.01')).map((one) => one.code)).toEqual(['H21.08.05', 'H21.08', 'H21'])
  expect(isAbove(tree, code('H21.08'), code('H21.08.05.01'))).toBe(true)
  expect(isAbove(tree, code('H21.08'), code('H21.08'))).toBe(false)
  expect(isAbove(tree, code('H21.08.05.01'), code('H21.08'))).toBe(false)
})

test('rows that name each other as parents end the walk instead of running for ever', () => {
  const circle = makeTree([
    row({ code: 'H01.01', function: 'desk', level: 'commune', parent: 'H01.02' }),
    row({ code: 'H01.02', function: 'desk', level: 'commune', parent: 'H01.01' }),
  ])
  expect(ancestors(circle, code('H01.01')).map((one) => one.code)).toEqual(['H01.02', 'H01.01'])
  expect(authorityOf(circle, code('H01.01'))).toBeUndefined()
})

test('a desk mints codes under its authority, never under its own code', () => {
  expect(mintingCode(tree, code('H21.08.05.01'))).toBe('H21.08.05')
  expect(mintingCode(tree, code('H21.08.51'))).toBe('H21.08')
  expect(mintingCode(tree, code('H21.50'))).toBe('H21')
})

test('a desk is its own successor until it ends, then its Centre is', () => {
  expect(successorOf(tree, code('H21.08.05.01'), '2025-06-30')).toBe('H21.08.05.01')
  expect(successorOf(tree, code('H21.08.05.01'), '2025-07-01')).toBe('H21.91.01')
})

test('a district office has several successors, and the address tells which one', () => {
  const office = code('H21.08.57')
  expect(successorsOf(tree, office, '2025-07-01')).toEqual(['H21.91.03', 'H21.92.03'])
  expect(successorOf(tree, office, '2025-07-01')).toBeUndefined()
  expect(successorOf(tree, office, '2025-07-01', code('H21.08.09.01'))).toBe('H21.92.03')
  expect(successorOf(tree, office, '2025-07-01', code('H21.91'))).toBe('H21.91.03')
})

test('successors are followed through time, and nobody succeeds what has not begun', () => {
  const chain = makeTree([
    row({ code: 'H01.01', function: 'desk', level: 'commune', validTo: '2020-12-31', successors: ['H01.02'] }),
    row({
      code: 'H01.02',
      function: 'desk',
      level: 'commune',
      validFrom: '2021-01-01',
      validTo: '2024-12-31',
      successors: ['H01.03'],
    }),
    row({ code: 'H01.03', function: 'desk', level: 'commune', validFrom: '2025-01-01' }),
  ])
  expect(successorOf(chain, code('H01.01'), '2022-01-01')).toBe('H01.02')
  expect(successorOf(chain, code('H01.01'), '2026-01-01')).toBe('H01.03')
  expect(successorOf(chain, code('H01.03'), '2022-01-01')).toBeUndefined()
})
