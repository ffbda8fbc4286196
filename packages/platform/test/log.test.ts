import { expect, test } from 'vitest'
import { onBehalfOf } from '../src/context.ts'
import { createServer } from '../src/http.ts'
import { makeLog } from '../src/log.ts'
import { scrub } from '../src/scrub.ts'

const lines: string[] = []
const log = makeLog('casework', { write: (line) => void lines.push(line) })
const written = (say: () => void): string => {
  lines.length = 0
  say()
  return lines.join('')
}

const id = '079203004567'
const canary = 'canary-Nguyễn-Thị-Hoa'

/** What pg throws: an Error with the server's fields. */
const pgError = (code: string, message: string) =>
  Object.assign(new Error(message), {
    code,
    severity: 'ERROR',
    detail: `Key (cccd)=(${id}) already exists: ${canary}.`,
    where: canary,
    table: 'applicant',
    constraint: 'applicant_cccd_key',
  })

test.each<[string, () => void]>([
  ['in a message', () => log.info(`accepted ${id}`)],
  ['in an array', () => log.info({ list: ['x', id] }, 'list')],
  ['as a bare number', () => log.info({ list: [791203004567], one: 123456789 }, 'numbers')],
  ['in a nested error', () => log.error(new Error('outer', { cause: new Error(`inner ${id}`) }))],
  ['in an aggregated error', () => log.error({ err: new AggregateError([new Error(id)], 'many') })],
  ['in the detail of a database error', () => log.error(pgError('23505', 'duplicate key value'))],
  ['in the cause of an error', () => log.error({ error: new Error('x', { cause: pgError('23505', 'dup') }) })],
  ['quoted by a database error', () => log.error({ err: pgError('22007', `invalid date: "${canary}"`) })],
  ['in a body', () => log.info({ body: { name: canary }, req: { body: { name: canary } } }, 'body')],
  ['in headers', () => log.info({ req: { headers: { authorization: `Bearer ${canary}` } } }, 'headers')],
  ['with letters before it', () => log.info(`cccd${id}`)],
  ['in a path', () => log.info({ url: `/citizens/${id}/dossiers` })],
  ['with spaces', () => log.info('079 203 004 567')],
  ['as an older id', () => log.info('CMND 024567891.')],
])('a personal id or a name %s does not reach the log', (_, say) => {
  const line = written(say)
  expect(line).not.toMatch(/79203004567|203 004|791203004567|123456789|024567891|canary/)
  expect(() => JSON.parse(line)).not.toThrow()
})

test.each([
  ['0912345678'],
  ['0912 345 678'],
  ['+84912345678'],
  ['84 91 234 56 78'],
  ['02838221234'],
  ['hoa.nguyen@example.vn'],
  ['Bearer abc.def-ghi'],
  ['eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJvZmZpY2VyOjcifQ.c2lnbmF0dXJl'],
])('%s is taken out of a line', (secret) => {
  expect(scrub(`told ${secret} today`)).toBe('told [redacted] today')
})

test.each([
  ['01990000-0000-7000-8000-000000000001'],
  ['4bf92f3577b34da6a3ce929d0e0e4736'],
  ['H21.08.05-261124-0001'],
  ['2026-11-22T15:42:02.099Z'],
  ['1.000894'],
  ['casework.dossier.v1/3/1042'],
  ['1795362123123'],
])('%s is ours and stays', (ours) => {
  expect(scrub(`{"x":"${ours}"}`)).toBe(`{"x":"${ours}"}`)
})

test('an error keeps what helps: its kind, place, code and constraint', () => {
  const line = JSON.parse(written(() => log.error(pgError('23505', 'duplicate key value'))))
  expect(line.err).toMatchObject({ code: '23505', table: 'applicant', constraint: 'applicant_cccd_key' })
  expect(line.err.stack).toContain('log.test.ts')
})

test('a line says for which service and request it was written', () => {
  const line = written(() => onBehalfOf({ requestId: 'desk-7.1' }, () => log.info('x')))
  expect(JSON.parse(line)).toMatchObject({ service: 'casework', requestId: 'desk-7.1', level: 'info' })
})

test('a server logs a request once, without what was sent or asked for', async () => {
  const app = createServer({ log }).register(async (inner) => {
    inner.post('/letters/:to', { config: { access: 'public' } }, async (request) => {
      request.log.info('writing')
      throw pgError('23505', 'duplicate')
    })
  })
  lines.length = 0
  await app.inject({ method: 'POST', url: `/letters/${id}?name=${canary}`, payload: { canary } })
  expect(lines.join('')).not.toMatch(/canary|79203004567/)
  const [writing, failed, answered] = lines.map((line) => JSON.parse(line))
  expect(writing).toMatchObject({ msg: 'writing', requestId: answered.requestId })
  expect(failed).toMatchObject({ msg: 'request failed', requestId: answered.requestId })
  expect(answered).toMatchObject({ msg: 'answered', route: '/letters/:to', status: 500 })
  expect(lines.every((line) => line.match(/requestId/g)?.length === 1)).toBe(true)
})
