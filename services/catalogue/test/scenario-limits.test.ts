import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Limit, Session } from '@dossier/contracts/time'
import { chain, dueAfter, startUnderCutOff } from '@dossier/domain/legal-clock'
import { makeTree, resolveUnit } from '@dossier/domain/organisations'
import { expect, test } from 'vitest'
import { readLawFiles } from '../src/law-files.ts'

const data = await readLawFiles(new URL('../data/', import.meta.url))
const tree = makeTree(data.organisations.map(({ row }) => row))
const calendar = data.calendars.map(({ row }) => row).find(({ version }) => version === 'VN-2026-1')
const sessions: Session[] = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
]

const procedure = (id: string) => {
  const found = data.procedures.find(({ row }) => row.id === id)?.row
  if (found === undefined || calendar === undefined) throw new Error(`${id} or the calendar is not in the data`)
  return found
}
const ways = () => {
  if (calendar === undefined) throw new Error('VN-2026-1 is not in the data')
  return { calendar, sessions }
}
const accepted = (id: string, local: string) => {
  const start = startUnderCutOff(
    `${new Date(`${local}:00+07:00`).toISOString()}`,
    procedure(id).limit.cutOff?.at,
    ways(),
  )
  if ('missingYear' in start) throw new Error(`${start.missingYear} is not announced`)
  return start
}
const stages = (id: string, local: string) => {
  const counts = chain(
    accepted(id, local),
    procedure(id).route.map(({ statutory }) => statutory),
    ways(),
  )
  return 'missingYear' in counts ? counts : counts.map(({ due }) => due.on)
}
const due = (id: string, local: string, limit: Limit | undefined = published(id)) => {
  const counted = dueAfter(accepted(id, local), limit, ways())
  return 'missingYear' in counted ? counted : counted.due.on
}
const published = (id: string): Limit => {
  const { statutory } = procedure(id).limit
  if (statutory === 'sum-of-stages') throw new Error(`${id} is counted by its stages`)
  return statutory
}
const variant = (id: string, name: string) => procedure(id).limit.variants.find((one) => one.id === name)?.statutory
const units = (id: string, desk: string, day: string) =>
  procedure(id).route.map((stage) => resolveUnit(tree, OrganisationCode.parse(desk), stage, day))

test('S01: three levels, 5 working days, 7 working days and 12 days', () => {
  const id = 'fx.tro-cap-khang-chien@2021-01-01'
  expect(stages(id, '2021-04-13T09:40')).toEqual(['2021-04-20', '2021-05-04', '2021-05-17'])
  expect(units(id, 'H21.08.05.01', '2021-04-13')).toEqual(['H21.08.05.01', 'H21.08.54', 'H21.52'])
})

test('S01, control under the law of 15/02/2022', () => {
  const id = 'fx.tro-cap-khang-chien@2022-02-15'
  expect(stages(id, '2022-04-05T09:00')).toEqual(['2022-04-13', '2022-04-22', '2022-05-04'])
})

test('S02 and S03: 7, 3, 7 and 3 working days are the published 20', () => {
  const id = '1.001776@2021-07-01'
  expect(due(id, '2021-08-23T08:30')).toBe('2021-09-22')
  expect(stages(id, '2021-09-10T15:20')).toEqual(['2021-09-21', '2021-09-24', '2021-10-05', '2021-10-08'])
  expect(stages(id, '2021-11-09T10:00')).toEqual(['2021-11-18', '2021-11-23', '2021-12-02', '2021-12-07'])
  expect(units(id, 'H21.08.10.01', '2021-08-23')).toEqual(['H21.08.10.04', 'H21.08.10', 'H21.08.54', 'H21.08'])
})

test('S04: 17 and 3 working days, commune Centre, land office, Chairman; tax is asked beside', () => {
  const id = 'fx.gcn-qsdd-lan-dau@2025-07-01'
  expect(stages(id, '2025-12-08T09:00')).toEqual(['2025-12-31', '2026-01-07'])
  expect(due(id, '2025-12-08T09:00')).toBe('2026-01-07')
  expect(units(id, 'H21.91.01', '2025-12-08')).toEqual(['H21.60.01', 'H21.91'])
  expect(procedure(id).financialObligation).toMatchObject({ pausesClock: true, from: 'notice' })
})

test('S05: two branches at once within 3 working days, 5 with verification, after 15:00 the next working day', () => {
  const id = 'fx.lien-thong-khai-sinh@2024-06-10'
  expect(due(id, '2024-12-30T15:05')).toBe('2025-01-06')
  expect(due(id, '2024-12-30T14:55')).toBe('2025-01-03')
  expect(due(id, '2024-12-31T08:20', variant(id, 'verification'))).toBe('2025-01-08')
  const branches = procedure(id).route.flatMap((stage) => stage.branches)
  const asked = branches.map((branch) =>
    resolveUnit(tree, OrganisationCode.parse('H21.08.05.01'), branch, '2024-12-31'),
  )
  expect(asked).toEqual(['H21.08.05.05', 'H21.08.62'])
})

test('S06: certified copies after 15:00 wait for the next working day; household business from a commune desk', () => {
  expect(due('2.000815@2015-04-10', '2021-09-01T14:50')).toBe('2021-09-01')
  expect(due('2.000815@2015-04-10', '2021-09-01T15:10')).toBe('2021-09-06')
  expect(due('1.001612@2021-01-04', '2021-09-01T15:30')).toBe('2021-09-08')
  expect(units('1.001612@2021-01-04', 'H21.08.05.01', '2021-09-01')).toEqual(['H21.08.57'])
  expect(due('1.000894@2016-01-01', '2021-09-07T10:00')).toBe('2021-09-07')
})

test('S07: 15 days at the district, and silence is consent only for those whose law says so', () => {
  const id = '1.009994@2021-01-01'
  expect(due(id, '2024-04-22T09:00')).toBe('2024-05-07')
  expect(units(id, 'H21.08.51', '2024-04-22')).toEqual(['H21.08.51', 'H21.08.56', 'H21.08'])
  const silence = procedure(id).consultations.map((one) => [one.id, one.silence, one.legalBasis !== undefined])
  expect(silence).toEqual([
    ['fire-police', 'deemed-consent', true],
    ['culture', 'deemed-consent', true],
    ['neighbour', 'none', false],
  ])
})

test('S08 and S09: household business takes 3 working days at either level', () => {
  expect(due('1.001612@2021-01-04', '2021-03-15T09:00')).toBe('2021-03-18')
  expect(due('1.001612@2025-07-01', '2025-07-02T09:00')).toBe('2025-07-07')
  expect(units('1.001612@2025-07-01', 'H21.91.01', '2025-07-02')).toEqual(['H21.91.03'])
  expect(due('1.009994@2021-01-01', '2025-06-18T09:00')).toBe('2025-07-03')
})

test('S10: dates of November 2026, and none at all in a year nobody announced', () => {
  const marriage = '1.000894@2016-01-01'
  expect(due(marriage, '2026-11-16T09:00', variant(marriage, 'verification'))).toBe('2026-11-23')
  expect(due('1.001776@2025-07-01', '2026-11-18T09:00')).toBe('2026-12-03')
  expect(due('1.001776@2025-07-01', '2026-12-22T09:00')).toEqual({ missingYear: 2027 })
  expect(due(marriage, '2026-12-22T09:00', variant(marriage, 'verification'))).toBe('2026-12-29')
})
