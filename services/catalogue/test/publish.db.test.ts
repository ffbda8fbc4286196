import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, control, openCatalogue, procedureFile } from './catalogue.ts'

let catalogue: Awaited<ReturnType<typeof openCatalogue>>
beforeAll(async () => {
  catalogue = await openCatalogue()
  await catalogue.load()
})
afterAll(() => catalogue.close())

/** A new procedure of its own code, after the model of the marriage registration of today. */
const draft = (code: string, change: Partial<ProcedureVersion> = {}): ProcedureVersion => {
  const { validFrom, ...model } = { ...procedureFile('1.001776@2025-07-01'), ...change }
  return { ...model, validFrom, id: `${code}@${validFrom}`, code }
}
const put = (version: ProcedureVersion, more = {}) =>
  catalogue.send('PUT', `/procedures/${version.id}`, control, version, more)
const publish = (version: ProcedureVersion) => catalogue.send('POST', `/procedures/${version.id}/publish`, control)

test('a draft is the authors’ own until it is published', async () => {
  const version = draft('9.000001')
  expect((await put(version)).json()).toEqual({ key: version.id, revision: 1, state: 'draft' })
  expect(await catalogue.outbox(version.id)).toEqual([])
  expect((await catalogue.send('GET', `/procedures/${version.id}`, undefined)).statusCode).toBe(404)
  expect((await catalogue.send('GET', `/procedures/${version.id}`, control)).json().state).toBe('draft')
  const listed = await catalogue.send('GET', '/procedures?code=9.000001', undefined)
  expect(listed.json()).toEqual({ procedures: [] })
  const drafts = async (who?: string) =>
    (await catalogue.send('GET', '/procedures?code=9.000001&state=draft', who)).json().procedures.length
  expect([await drafts(control), await drafts(admin), await drafts(undefined)]).toEqual([1, 0, 0])
})

test('a published version is posted, announced once, and stays as it is for ever', async () => {
  const version = draft('9.000002')
  await put(version)
  expect((await publish(version)).json()).toEqual({ key: version.id, revision: 2, state: 'published' })
  expect((await publish(version)).json()).toEqual({ key: version.id, revision: 2, state: 'published' })
  expect((await catalogue.send('GET', `/procedures/${version.id}`, undefined)).json().version.name).toBe(version.name)
  const told = await catalogue.outbox(version.id)
  expect(told.map(({ topic, body }) => [topic, body.revision])).toEqual([['catalogue.procedure.v1', 2]])

  const again = await put({ ...version, name: 'Tên khác' })
  expect([again.statusCode, again.json().code]).toEqual([409, 'published-version-changes-never'])
  expect(await catalogue.outbox(version.id)).toHaveLength(1)
})

test('a version that cannot hold is refused with every reason, naming the stages (scenario S07)', async () => {
  const version = draft('9.000003', {
    limit: { statutory: { amount: 9, unit: 'working-day' }, variants: [] },
    consultations: [
      {
        id: 'fire',
        name: 'Cảnh sát',
        level: 'province',
        function: 'fire-police',
        silence: 'deemed-consent',
        limit: { amount: 12, unit: 'day' },
      },
    ],
  })
  await put(version)
  const refused = await publish(version)
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'publication-refused'])
  expect(refused.json().errors).toMatchObject([
    {
      pointer: '#/limit/statutory',
      code: 'stages-exceed-limit',
      en: expect.stringContaining('"decide" 10 working days'),
    },
    { pointer: '#/consultations/0/legalBasis', code: 'deemed-consent-without-legal-basis' },
  ])
  expect(await catalogue.outbox(version.id)).toEqual([])
  expect((await catalogue.send('GET', `/procedures/${version.id}`, control)).json().state).toBe('draft')
})

test('a form that does not compile is not published', async () => {
  const version = draft('9.000004')
  version.form.schema = { ...version.form.schema, type: 'nonsense' }
  await put(version)
  const refused = await publish(version)
  expect(refused.json().errors).toMatchObject([{ pointer: '#/form/schema', code: 'form-does-not-compile' }])
})

test('the version it follows ends the day before, and both are told', async () => {
  const version = draft('9.000005')
  const next = draft('9.000005', { validFrom: '2026-12-01' })
  for (const one of [version, next]) {
    await put(one)
    expect((await publish(one)).statusCode).toBe(200)
  }
  const before = await catalogue.send('GET', `/procedures/${version.id}`, undefined)
  expect(before.json()).toMatchObject({ revision: 3, version: { validTo: '2026-11-30' } })
  expect((await catalogue.outbox(version.id)).map(({ body }) => body.revision)).toEqual([2, 3])
  const inForce = async (on: string) =>
    (await catalogue.send('GET', `/procedures?code=9.000005&on=${on}`, undefined)).json().procedures
  expect(await inForce('2026-11-30')).toMatchObject([{ id: version.id }])
  expect(await inForce('2026-12-01')).toMatchObject([{ id: next.id }])
})

test('of two versions for the same days only one is published, however close they come', async () => {
  const rivals = [draft('9.000006'), draft('9.000006')].map((one, i) => ({ ...one, id: `${one.id}.${i + 1}` }))
  for (const one of rivals) await put(one)
  const answers = await Promise.all(rivals.map(publish))
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 422])
  const refused = answers.find(({ statusCode }) => statusCode === 422)
  expect(refused?.json().errors).toMatchObject([{ code: 'version-overlaps' }])
})

test('drafts written at the same time each have a revision of their own', async () => {
  const versions = Array.from({ length: 20 }, (_, i) => ({ ...draft('9.000007'), note: `${i}` }))
  const answers = await Promise.all(versions.map((version) => put(version)))
  const revisions = answers.map((answer) => answer.json().revision).toSorted((a, b) => a - b)
  expect(revisions).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
})

test('who saw an older revision is told so instead of overwriting', async () => {
  const version = draft('9.000008')
  await put(version)
  await put({ ...version, note: 'a' })
  const late = await put({ ...version, note: 'b' }, { 'if-match': '"1"' })
  expect([late.statusCode, late.json().code, late.json().revision]).toEqual([409, 'moved-on', 2])
  expect((await put({ ...version, note: 'b' }, { 'if-match': '"2"' })).statusCode).toBe(200)
})

test('the same request sent again is one revision', async () => {
  const version = draft('9.000009')
  const key = { 'idempotency-key': 'once' }
  const [a, b] = [await put(version, key), await put(version, key)]
  expect(b.json()).toEqual(a.json())
  const other = await put({ ...version, note: 'x' }, key)
  expect(other.json().code).toBe('idempotency-key-reused')
})

test('what does not fit the contract, or its address, is named by its place', async () => {
  const version = draft('9.000010')
  const unfit = await catalogue.send('PUT', `/procedures/${version.id}`, control, { ...version, chance: true })
  expect(unfit.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '#/body/chance' }] })
  const astray = await catalogue.send('PUT', '/procedures/9.000011@2025-07-01', control, version)
  expect(astray.json().code).toBe('key-disagrees')
  expect((await publish(draft('9.000012'))).json().code).toBe('no-draft')
})
