import { Role } from '@dossier/contracts/organisation'
import { isInForce, makeTree } from '@dossier/domain/organisations'
import { expect, test } from 'vitest'
import { readLawFiles } from '../src/law-files.ts'

const { organisations, officers } = await readLawFiles(new URL('../data/', import.meta.url))
const tree = makeTree(organisations.map(({ row }) => row))
const mandates = officers.flatMap(({ row }) => row.mandates)
const on = (day: string) => mandates.filter(({ from, to }) => from <= day && (to === null || day <= to))

test('a mandate lies within the life of its organisation', () => {
  for (const { organisation, from, to } of mandates) {
    const row = tree.rows.get(organisation)
    expect(row === undefined ? organisation : undefined).toBeUndefined()
    if (row === undefined) continue
    expect(isInForce(row, from)).toBe(true)
    expect(row.validTo === null || (to !== null && to <= row.validTo)).toBe(true)
  }
})

test.each(['2021-04-13', '2025-06-30', '2025-07-01', '2026-11-24'])('on %s every role of the law is held', (day) => {
  const held = new Set(on(day).map(({ role }) => role))
  expect(Role.options.filter((role) => !held.has(role))).toEqual([])
})

test.each(['2021-04-13', '2025-07-01'])(
  'on %s every desk has intake, its stand-in, a head and somebody for fees',
  (day) => {
    const desks = [...tree.rows.values()].filter((row) => row.function === 'desk' && isInForce(row, day))
    const roles = (code: string) =>
      on(day)
        .filter(({ organisation }) => organisation === code)
        .map(({ role }) => role)
        .filter((role) => role !== 'case-officer') // a commune's specialists sit at its desk
    expect(desks.length).toBeGreaterThan(5)
    for (const { code } of desks)
      expect(roles(code).toSorted()).toEqual(['fee-collector', 'intake-officer', 'intake-officer', 'one-stop-head'])
  },
)

test.each(['2021-04-13', '2025-07-01'])('on %s each committee has who signs for it and who drafts for it', (day) => {
  const rows = [...tree.rows.values()]
  const committees = rows.filter((row) => row.function === 'peoples-committee' && isInForce(row, day))
  for (const { code, level } of committees) {
    const roles = on(day)
      .filter(({ organisation }) => organisation === code)
      .map(({ role }) => role)
    const needed = level === 'province' ? ['signatory'] : ['signatory', 'case-officer']
    expect(needed.filter((role) => !roles.some((one) => one === role))).toEqual([])
  }
})

test('nobody of the district or of an old commune has a mandate on 01/07/2025', () => {
  expect(on('2025-07-01').filter(({ organisation }) => organisation.startsWith('H21.08'))).toEqual([])
  expect(on('2025-06-30').some(({ organisation }) => organisation.startsWith('H21.08'))).toBe(true)
})

test('accounts are named by their office', () => {
  for (const { row } of officers) expect(row.title).toMatch(/^\p{Lu}/u)
  expect(officers.find(({ row }) => row.id === 'ia-pech.intake')?.row.title).toBe(
    'Công chức tiếp nhận, Bộ phận Một cửa xã Ia Pếch',
  )
})
