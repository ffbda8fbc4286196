import { Organisation } from '@dossier/contracts/organisation'
import { relayBatch } from '@dossier/platform/relay'
import { keylessRoutes } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, control, files, openCatalogue } from './catalogue.ts'

let catalogue: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  catalogue = await openCatalogue()
  await catalogue.load()
})
afterAll(() => catalogue.close())

const codes = async (query: string): Promise<string[]> => {
  const { organisations } = (await catalogue.send('GET', `/organisations?${query}`, undefined)).json()
  return Organisation.array()
    .parse(organisations)
    .map(({ code }) => code)
}

test('there are thirteen communes until 30/06/2025 and five after, and no district any more', async () => {
  expect(await codes('on=2025-06-30&level=commune&function=peoples-committee')).toHaveLength(13)
  expect(await codes('on=2025-07-01&level=commune&function=peoples-committee')).toHaveLength(5)
  expect(await codes('on=2025-06-30&level=district')).not.toEqual([])
  expect(await codes('on=2025-07-01&level=district')).toEqual([])
})

test('everybody reads which procedures belong to an event in life', async () => {
  const { events } = (await catalogue.send('GET', '/life-events', undefined)).json()
  const born = events.find(({ code }: { code: string }) => code === 'sinh-con')
  expect(born).toMatchObject({ name: { vi: 'Sinh con' }, confidence: 'K' })
  expect(born.procedures).toContain('fx.lien-thong-khai-sinh')
})

test('every organisation that ended has somebody who does its work on 01/07/2025', async () => {
  const ended = files.organisations.filter(({ row }) => row.validTo !== null)
  expect(ended.length).toBeGreaterThan(100)
  for (const { row } of ended) {
    const url = `/organisations/${row.code}/successors?on=2025-07-01&address=H21.08.10`
    const { successor } = (await catalogue.send('GET', url, undefined)).json()
    expect(`${row.code} -> ${successor}`).toMatch(/-> H21\.\d\d/)
  }
})

test('an organisation that ends is written with its successors, and told', async () => {
  const row = files.organisations.find((one) => one.row.code === 'H21.95')?.row
  const ended = { ...row, validTo: '2026-12-31', successors: ['H21.94'] }
  const answer = await catalogue.send('PUT', '/organisations/H21.95', admin, ended)
  expect(answer.json()).toEqual({ key: 'H21.95', revision: 2, state: 'published' })
  expect((await catalogue.outbox('H21.95')).at(-1)?.body).toMatchObject({
    revision: 2,
    body: { successors: ['H21.94'] },
  })
  const again = await catalogue.send('PUT', '/organisations/H21.95', admin, ended)
  expect(again.json().revision).toBe(2)
  expect(await catalogue.outbox('H21.95')).toHaveLength(2)
})

test('a row that hangs in the air is refused by its place', async () => {
  const row = files.organisations.find((one) => one.row.code === 'H21.94')?.row
  const wrong = { ...row, parent: 'H22', validTo: '2020-01-01', successors: ['H23'] }
  const { errors, code } = (await catalogue.send('PUT', '/organisations/H21.94', admin, wrong)).json()
  expect(code).toBe('row-refused')
  expect(errors).toMatchObject([
    { pointer: '#/body/parent', code: 'organisation-unknown' },
    { pointer: '#/body/successors/0', code: 'organisation-unknown' },
    { pointer: '#/body/validTo', code: 'ends-before-it-begins' },
  ])
})

test('an office keeps other hours on one date by a document; sessions out of order are refused', async () => {
  const row = files.organisations.find((one) => one.row.code === 'H21.91.01')?.row
  const on = (day: string, ...sessions: string[][]) => ({
    day,
    sessions,
    document: 'x',
    confidence: 'fx',
    knownSince: null,
  })
  const exceptions = [on('2026-11-20'), on('2026-11-21', ['07:30', '11:30'])]
  const put = (of: object[]) => catalogue.send('PUT', '/organisations/H21.91.01', admin, { ...row, exceptions: of })
  expect((await put(exceptions)).json()).toMatchObject({ revision: 2, state: 'published' })
  expect((await catalogue.outbox('H21.91.01')).at(-1)?.body).toMatchObject({ body: { exceptions } })
  const wrong = [on('2026-11-20', ['13:00', '17:00'], ['07:30', '11:30']), on('2026-11-20', ['11:30', '07:30'])]
  const { errors } = (await put(wrong)).json()
  expect(errors.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)).toEqual([
    '#/body/exceptions named-twice',
    '#/body/exceptions/0/sessions sessions-disordered',
    '#/body/exceptions/1/sessions sessions-disordered',
  ])
})

test('an officer’s mandate names an organisation that exists', async () => {
  const mandates = [{ role: 'intake-officer', organisation: 'H99', from: '2026-01-01', to: '2025-01-01' }]
  const officer = { id: 'xa-ia-o.intake-3', title: 'Công chức tiếp nhận, Trung tâm', mandates }
  const refused = await catalogue.send('PUT', '/officers/xa-ia-o.intake-3', admin, officer)
  expect(refused.json().errors).toMatchObject([
    { pointer: '#/body/mandates/0/organisation' },
    { pointer: '#/body/mandates/0/to' },
  ])
})

test('after Kafka was wiped every published row is told again at the revision it has', async () => {
  await relayBatch(catalogue.db, async () => {})
  const before = (await catalogue.outbox()).length
  const draft = files.procedures[0]?.row
  await catalogue.send('PUT', '/procedures/9.000001@2014-01-01', control, {
    ...draft,
    id: '9.000001@2014-01-01',
    code: '9.000001',
  })
  const order = (key: string) =>
    catalogue.send('POST', '/operations/re-announce', 'service:runbook:ops', undefined, { 'idempotency-key': key })
  const answer = await order('again')
  const again = (await catalogue.outbox()).slice(before)
  expect(answer.json()).toEqual({ rows: again.length })
  expect((await order('again')).body, 'sent twice, told once').toBe(answer.body)
  expect((await catalogue.outbox()).slice(before)).toEqual(again)
  expect((await order('')).json()).toMatchObject({ code: 'idempotency-key-missing' })
  expect(again).toHaveLength(Object.values(files).flat().length)
  expect(again.find(({ key }) => key === 'H21.95')?.body.revision).toBe(2)
  expect(again.some(({ key }) => key === '9.000001@2014-01-01')).toBe(false)
})

test('the interface documents itself', async () => {
  const { paths } = (await catalogue.send('GET', '/openapi.json', undefined)).json()
  const undocumented = Object.entries<Record<string, { summary?: string }>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { summary }]) => (summary === undefined ? [`${method} ${path}`] : [])),
  )
  expect(Object.keys(paths)).toContain('/procedures/{id}/publish')
  expect(undocumented).toEqual([])
})

test('every route that changes something asks for an Idempotency-Key', async () => {
  expect(keylessRoutes((await catalogue.send('GET', '/openapi.json', undefined)).json())).toEqual([])
})
