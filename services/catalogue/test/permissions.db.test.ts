import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, control, files, nobody, openCatalogue, procedureFile } from './catalogue.ts'

let catalogue: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  catalogue = await openCatalogue()
  await catalogue.load()
})
afterAll(() => catalogue.close())

const version = { ...procedureFile('1.001776@2025-07-01'), id: '9.000001@2025-07-01', code: '9.000001' }
const organisation = files.organisations.find(({ row }) => row.code === 'H21.94')?.row
const officer = files.officers.find(({ row }) => row.id === 'xa-ia-o.intake')?.row

const acts = {
  'draft a procedure': ['PUT', `/procedures/${version.id}`, version],
  'publish a procedure': ['POST', `/procedures/${version.id}/publish`, undefined],
  'publish a notice': ['POST', '/notices/fx.nobody-drafted/publish', undefined],
  'write an organisation': ['PUT', '/organisations/H21.94', organisation],
  'write an officer': ['PUT', '/officers/xa-ia-o.intake', officer],
  're-announce': ['POST', '/operations/re-announce', undefined],
  'read officers': ['GET', '/officers', undefined],
  'read procedures': ['GET', '/procedures', undefined],
} as const
type Act = keyof typeof acts
const everything = Object.keys(acts)
const lawActs: Act[] = ['draft a procedure', 'publish a procedure', 'publish a notice']
const staffActs: Act[] = ['write an organisation', 'write an officer']

const permitted = async (who: string | undefined): Promise<string[]> => {
  const may: string[] = []
  for (const [name, [method, url, body]] of Object.entries(acts)) {
    const { statusCode } = await catalogue.send(method, url, who, body)
    if (![401, 403].includes(statusCode)) may.push(name)
  }
  return may
}

test.each([
  ['nobody known', undefined, ['read procedures']],
  ['a citizen', 'citizen:c1', ['read procedures']],
  ['an officer of a desk', nobody, ['read officers', 'read procedures']],
  ['an officer without an account here', 'officer:stranger', ['read officers', 'read procedures']],
  ['who controls procedures', control, [...lawActs, 'read officers', 'read procedures']],
  ['an administrator, who writes no law', admin, [...staffActs, 'read officers', 'read procedures']],
  ['a service', 'service:casework', ['read officers', 'read procedures']],
  ['a service with the scope ops', 'service:runbook:ops', ['re-announce', 'read officers', 'read procedures']],
  ['the catalogue itself', 'service:catalogue', ['re-announce', 'read officers', 'read procedures']],
])('%s may do this and nothing else', async (_, who, expected) => {
  expect(await permitted(who)).toEqual(everything.filter((one) => expected.includes(one)))
})

test('a mandate counts from its first to its last day', async () => {
  const from = '2026-12-01'
  const later = { role: 'procedure-control', organisation: 'H21.61', from, to: '2026-12-31' }
  const row = { id: 'gia-lai.procedure-control-2', title: 'Công chức kiểm soát thủ tục hành chính', mandates: [later] }
  await catalogue.send('PUT', `/officers/${row.id}`, admin, row)
  const own = { ...version, id: '9.000002@2025-07-01', code: '9.000002' }
  const put = async (now: string) => {
    catalogue.time.now = now
    return (await catalogue.send('PUT', `/procedures/${own.id}`, `officer:${row.id}`, own)).statusCode
  }
  expect(await put('2026-11-30T16:59:00.000Z')).toBe(403) // 23:59 of 30/11 in Vietnam
  expect(await put('2026-11-30T17:00:00.000Z')).toBe(200)
  expect(await put('2026-12-31T16:59:00.000Z')).toBe(200)
  expect(await put('2026-12-31T17:00:00.000Z')).toBe(403)
})

test('a refusal tells which mandate is needed', async () => {
  const refused = await catalogue.send('PUT', '/organisations/H21.94', control, organisation)
  expect([refused.json().code, refused.json().detail]).toEqual([
    'not-permitted',
    expect.stringContaining('system-admin'),
  ])
})
