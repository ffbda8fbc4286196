import { readFileSync, statSync } from 'node:fs'

export type Count = { passed: number; failed: number; why?: string }

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; status: string; assertionResults: unknown[] }[]
}

/**
 * Reads Vitest's JSON report. Silence is a failure: a project that ran no test, wrote no report in this run, or ended badly
 * without a failed test, and a file that could not even be collected, count as one each.
 */
export const countTests = (report: string, startedAt: number, code: number | NodeJS.Signals): Count => {
  const read = readReport(report, startedAt)
  if (!read) return { passed: 0, failed: 1, why: `Vitest wrote no report (ended with ${code})` }
  const unread = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const passed = read.numPassedTests
  const failed = read.numFailedTests + unread.length
  if (failed > 0) return { passed, failed }
  if (passed === 0) return { passed, failed: 1, why: 'no test ran' }
  if (code !== 0) return { passed, failed: 1, why: `every test passed, but Vitest ended with ${code}` }
  return { passed, failed }
}

const readReport = (report: string, startedAt: number): Report | undefined => {
  try {
    if (statSync(report).mtimeMs < startedAt) return undefined
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}
