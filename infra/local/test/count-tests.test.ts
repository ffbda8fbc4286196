import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countTests } from '../../../scripts/count-tests.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/report-`)
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (status: string, ...assertionResults: unknown[]) => ({ name: 'a.test.ts', status, assertionResults })
const count = (numPassedTests: number, numFailedTests: number, testResults: unknown[], code: number) => {
  writeFileSync(`${folder}/report`, JSON.stringify({ numPassedTests, numFailedTests, testResults }))
  return countTests(`${folder}/report`, 0, code)
}

test('tests are counted one by one', () => {
  expect(count(3, 0, [file('passed', {}, {}, {})], 0)).toEqual({ passed: 3, failed: 0 })
  expect(count(2, 1, [file('failed', {}, {}, {})], 1)).toEqual({ passed: 2, failed: 1 })
})

test('a file that could not be collected counts as a failure', () => {
  expect(count(2, 0, [file('passed', {}, {}), file('failed')], 1)).toEqual({ passed: 2, failed: 1 })
})

test('no test, a bad end and a missing or old report count as a failure', () => {
  expect(count(0, 0, [], 0)).toMatchObject({ passed: 0, failed: 1, why: 'no test ran' })
  expect(count(2, 0, [file('passed', {}, {})], 134)).toMatchObject({ passed: 2, failed: 1 })
  expect(countTests(`${folder}/missing`, 0, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(countTests(`${folder}/report`, Date.now() + 60_000, 0)).toMatchObject({ passed: 0, failed: 1 })
})
