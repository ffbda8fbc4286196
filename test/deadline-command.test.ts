import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { routed } from '../packages/documents/test/certificates.ts'
import { read } from '../packages/documents/test/pdf.ts'
import { buildCertificate } from '../packages/domain/src/certify.ts'
import { commune } from '../packages/domain/test/fixtures.ts'
import { life } from '../packages/domain/test/life.ts'
import { p6 } from '../packages/domain/test/procedures.ts'
import { requestHash } from '../packages/platform/src/canonical-json.ts'

const checkout = fileURLToPath(new URL('..', import.meta.url))
const questions = 'packages/domain/test/fixtures/deadline-questions.json'
const ask = (args: string[], input = '') => {
  const options = { cwd: checkout, input, encoding: 'utf8', maxBuffer: 100_000_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/deadline.ts', ...args], options)
  return { status, stdout, stderr }
}
const due = { id: 'F01', ask: 'due', from: '2024-02-05T09:10', limit: { amount: 10, unit: 'working-day' } }

test('answers a file of questions in its order, and prints nothing else', () => {
  const { status, stdout, stderr } = ask([questions])
  expect([status, stderr]).toEqual([0, ''])
  const answers: { id: string; answer: unknown }[] = JSON.parse(stdout)
  expect(answers).toHaveLength(424)
  expect(answers[0]).toEqual({ id: 'F01', answer: { due: '2024-02-26' } })
})

test('reads standard input, and answers the others where one is malformed', () => {
  const { status, stdout } = ask(['-'], JSON.stringify([{ id: 7, ask: 'due' }, 'what?', due]))
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject([
    { id: 7, answer: { error: 'field-missing', detail: { field: 'from' } } },
    { id: null, answer: { error: 'wrong-type' } },
    { id: 'F01', answer: { due: '2024-02-26' } },
  ])
})

test('--explain adds the walk to each answer, day by day and in sentences', () => {
  const { status, stdout } = ask(['-', '--explain'], JSON.stringify([due, { ...due, from: '2024-02-31T09:10' }]))
  expect(status).toBe(0)
  const [answered, malformed]: { answer: { walk: { days: unknown[]; vi: string[] }[] } }[] = JSON.parse(stdout)
  const [walk] = answered?.answer.walk ?? []
  expect(answered?.answer).toMatchObject({ due: '2024-02-26' })
  expect(walk?.days).toHaveLength(22)
  expect(walk?.days[4]).toMatchObject({ day: '2024-02-09', counted: false, why: 'holiday', name: 'Tết Nguyên đán' })
  expect(walk?.vi.at(-1)).toBe('Hạn: Thứ Hai 26/02/2024, hết ngày.')
  expect(malformed?.answer).toMatchObject({ error: 'impossible-date', walk: [] })
})

test('verify recounts a certificate: 0 where it is equal, 1 where it differs, and says where', () => {
  const told = life({ procedure: p6, desk: commune.desk }).opens('2021-04-13 09:40')
  const { record, law } = told.does('2021-04-13 09:40', { type: 'Accept' })
  const certifier = { product: '0.1.0', hashOf: requestHash }
  const certificate = buildCertificate(record, law('2021-04-13 09:40'), certifier)
  const equal = ask(['verify', '-'], JSON.stringify(certificate))
  expect(equal).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^Equal: .*2021-05-17/) })
  const changed = ask(['verify', '-'], JSON.stringify({ ...certificate, due: { on: '2021-05-18' } }))
  expect(changed).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('due.on: says "2021-05-18", "2021-05-17" follows'),
  })
})

test('pdf writes a certificate as a page with the names of the catalogue, and none that differs', async () => {
  const { certificate } = routed
  const page = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'page.pdf')
  const changed = ask(['pdf', '-', page], JSON.stringify({ ...certificate, due: { on: '2021-05-18' } }))
  expect([changed.status, existsSync(page)]).toEqual([1, false])
  const written = ask(['pdf', '-', page], JSON.stringify(certificate))
  expect(written).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(page) })
  const { pages, text } = await read(readFileSync(page))
  expect([pages, text]).toEqual([1, expect.stringContaining('BỘ PHẬN MỘT CỬA XÃ IA GRĂNG')])
  expect(text).toContain('Sở Lao động - Thương binh và Xã hội tỉnh Gia Lai')
})

test.each([
  ['a page that is not named', ['pdf', '-'], '{}'],
  ['a certificate that is none', ['verify', '-'], '{"due":"tomorrow"}'],
  ['no certificate', ['verify'], ''],
  ['no file', [], ''],
  ['two files', [questions, questions], ''],
  ['an option it does not know', [questions, '--sometimes'], ''],
  ['a file that is not there', ['no-such-file.json'], ''],
  ['a folder', ['packages'], ''],
  ['what is not JSON', ['-'], 'one, two'],
  ['JSON that is no list', ['-'], '{}'],
])('%s is one clear line on standard error, and exit 2', (_what, args, input) => {
  const { status, stdout, stderr } = ask(args, input)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^[^\n]{10,300}\n$/)
})
