import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { requestHash } from '@dossier/platform/canonical-json'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileRow, LawFiles } from '../src/law-files.ts'
import { admin, control, files, openCatalogue, procedureFile } from './catalogue.ts'

let catalogue: Awaited<ReturnType<typeof openCatalogue>>
let first: string[]
beforeAll(async () => {
  catalogue = await openCatalogue()
  first = await catalogue.load()
})
afterAll(() => catalogue.close())

const rows = Object.values(files).flat().length
const asFile = <T>(file: string, row: T): FileRow<T> => ({ file, row, hash: requestHash(row) })
const withProcedure = (row: ReturnType<typeof procedureFile>): LawFiles => ({
  ...files,
  procedures: [...files.procedures.filter((one) => one.row.id !== row.id), asFile(`procedures/${row.id}.json`, row)],
})

test('every row is announced once, under its key, at revision 1', async () => {
  expect(first).toHaveLength(rows)
  const told = await catalogue.outbox()
  expect(told).toHaveLength(rows)
  expect(new Set(told.map(({ topic, key }) => `${topic} ${key}`)).size).toBe(rows)
  expect(told.filter(({ body }) => body.revision !== 1)).toEqual([])
  const marriage = told.find(({ key }) => key === '1.000894@2016-01-01')
  expect(marriage).toMatchObject({ topic: 'catalogue.procedure.v1', body: { body: { name: 'Đăng ký kết hôn' } } })
})

test('what is told fits the contract of its topic, for those who keep a copy', async () => {
  const topics = [procedureTopic, organisationTopic, calendarTopic, officerTopic]
  for (const { topic, key, body } of await catalogue.outbox()) {
    const told = topics.find(({ name }) => name === topic)?.schema.parse(body)
    expect(told?.key).toBe(key)
  }
})

test('the same files a second time write nothing and tell nothing', async () => {
  const before = (await catalogue.outbox()).length
  expect(await catalogue.load()).toEqual([])
  expect(await catalogue.outbox()).toHaveLength(before)
})

test('of two services that start at once one takes the files over', async () => {
  const other = await openCatalogue()
  const loads = await Promise.all([other.load(), other.load(), other.load()])
  expect(loads.map((keys) => keys.length).toSorted((a, b) => a - b)).toEqual([0, 0, rows])
  expect(await other.outbox()).toHaveLength(rows)
  await other.close()
})

test('a published version whose file changed stops the start, naming file and version', async () => {
  const changed = { ...procedureFile('1.001776@2021-07-01'), name: 'Tên khác' }
  const before = (await catalogue.outbox()).length
  await expect(catalogue.load(withProcedure(changed))).rejects.toThrow(
    /published-version-changed: procedures\/1\.001776@2021-07-01\.json .* 1\.001776@2021-07-01/,
  )
  expect(await catalogue.outbox()).toHaveLength(before)
})

test('a calendar whose file changed stops the start as well', async () => {
  const [calendar] = files.calendars
  if (calendar === undefined) throw new Error('There is no calendar')
  const changed = asFile(calendar.file, { ...calendar.row, cause: 'another' })
  await expect(catalogue.load({ ...files, calendars: [changed] })).rejects.toThrow(/calendars\/VN-2026-1\.json/)
})

test('the file of a calendar whose days cannot be stops the start, and leaves nothing', async () => {
  const [calendar] = files.calendars
  if (calendar === undefined) throw new Error('There is no calendar')
  const worked = [{ day: '2026-11-27', name: 'x', notice: 'x' }]
  const years = calendar.row.years.map((one) => (one.year === 2026 ? { ...one, worked } : one))
  const wrong = asFile('calendars/VN-2026-9.json', { ...calendar.row, version: 'VN-2026-9', years })
  await expect(catalogue.load({ ...files, calendars: [...files.calendars, wrong] })).rejects.toThrow(
    /VN-2026-9\.json cannot be published[\s\S]*worked-day-no-saturday/,
  )
  expect((await catalogue.send('GET', '/calendars/VN-2026-9', undefined)).statusCode).toBe(404)
})

test('a new file that may not be published stops the start with everything that is wrong, and leaves nothing', async () => {
  const wrong = { ...procedureFile('1.001776@2021-07-01'), id: '9.000001@2021-07-01', code: '9.000001' }
  wrong.limit.statutory = { amount: 19, unit: 'working-day' }
  await expect(catalogue.load(withProcedure(wrong))).rejects.toThrow(/9\.000001@2021-07-01[\s\S]*stages-exceed-limit/)
  expect((await catalogue.send('GET', '/procedures/9.000001@2021-07-01', control)).statusCode).toBe(404)
})

test('a changed organisation or officer is taken over as the next revision, and the earlier one stays on record', async () => {
  const renamed = files.organisations.map((one) =>
    one.row.code === 'H21.08.10.01' ? asFile(one.file, { ...one.row, name: 'Một cửa xã Ia Pếch' }) : one,
  )
  expect(await catalogue.load({ ...files, organisations: renamed })).toEqual(['organisation H21.08.10.01'])
  const told = await catalogue.outbox('H21.08.10.01')
  expect(told.map(({ body }) => body.revision)).toEqual([1, 2])
  const { rows: changes } = await catalogue.db.query(
    `select revision, body ->> 'name' as name from reference_change where key = 'H21.08.10.01' order by revision`,
  )
  expect(changes).toEqual([
    { revision: 1, name: 'Bộ phận Một cửa xã Ia Pếch' },
    { revision: 2, name: 'Một cửa xã Ia Pếch' },
  ])
})

test('what an administrator changed survives the next start', async () => {
  const officer = files.officers.find(({ row }) => row.id === 'ia-o.intake')?.row
  const ended = { ...officer, mandates: officer?.mandates.map((one) => ({ ...one, to: '2020-12-31' })) }
  expect((await catalogue.send('PUT', '/officers/ia-o.intake', admin, ended)).statusCode).toBe(200)
  const loaded = await catalogue.load()
  expect(loaded).not.toContain('officer ia-o.intake')
  const after = await catalogue.send('GET', '/officers/ia-o.intake', admin)
  expect(after.json()).toMatchObject({
    revision: 2,
    officer: { mandates: [{ to: '2020-12-31' }, { to: '2020-12-31' }] },
  })
})

test('an organisation below itself, or one that nobody knows, stops the start', async () => {
  const [province] = files.organisations.filter(({ row }) => row.code === 'H21')
  if (province === undefined) throw new Error('There is no province')
  const { row } = files.organisations.find((one) => one.row.code === 'H21.08') ?? province
  const others = files.organisations.filter((one) => one.row.code !== 'H21')
  const circle = asFile('organisations/province.json', { ...province.row, parent: row.code })
  await expect(catalogue.load({ ...files, organisations: [...others, circle] })).rejects.toThrow(/parent-below/)
})
