import { createHash } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDisk } from '@dossier/platform/disk'
import { as, citizen, get, newKey, officer, openOffice, otherCitizen, pdf, upload, type Office } from './office.ts'
import { zipOf } from './zip.ts'

const maxUploadBytes = 100_000
let office: Office
beforeAll(async () => {
  office = await openOffice({ maxUploadBytes })
})
afterAll(() => office.close())

const count = async (table: string) => Number((await office.db.query(`select count(*) from ${table}`)).rows[0].count)
const filesIn = async (folder: string) =>
  (await readdir(`${office.disk}/${folder}`, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
const sorted = (names: string[]) => names.toSorted((a, b) => a.localeCompare(b))
const kept = async () => sorted((await filesIn('.')).map(({ name }) => name))

test('a file is kept under its digest and given back to its uploader as it was', async () => {
  const bytes = pdf('một')
  const response = await upload(office, citizen, { bytes, name: 'Giấy chứng sinh.pdf'.normalize('NFD') })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const size = bytes.length
  expect(response.statusCode).toBe(201)
  expect(response.json()).toMatchObject({ sha256, size, type: 'application/pdf' })
  expect(await kept()).toContain(sha256)
  const content = await get(office, citizen, `/uploads/${response.json().uploadId}/content`)
  expect(content.rawPayload.equals(bytes)).toBe(true)
  expect(content.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
  const name = encodeURIComponent('Giấy chứng sinh.pdf')
  expect(content.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${name}`)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const word = [
  {
    name: '[Content_Types].xml',
    body: Buffer.from(
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
  },
  { name: 'word/document.xml', body: Buffer.from('<w:document/>') },
]

test('what a file is its content says, not its name', async () => {
  const asPdf = await upload(office, citizen, { bytes: png, name: 'anh.pdf' })
  expect(asPdf.json().type).toBe('image/png')
  const asWord = await upload(office, citizen, { bytes: zipOf(word), name: 'don.txt' })
  expect(asWord.json().type).toMatch(/wordprocessingml/)
})

const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])
const page = Buffer.from('<html><script>alert(1)</script></html>')
test.each([
  ['a program', program, 'file-type-not-allowed', 415],
  ['a web page', page, 'file-type-not-allowed', 415],
  ['nothing at all', Buffer.alloc(0), 'file-empty', 422],
  ['a PDF with a script', pdf('/S /JavaScript'), 'file-active', 422],
  ['a PDF with a script in disguise', pdf('/S /J#61vaScript'), 'file-active', 422],
  [
    'a document with macros',
    zipOf([...word, { name: 'word/vbaProject.bin', body: Buffer.from('x') }]),
    'file-active',
    422,
  ],
  ['a document that unpacks to gigabytes', zipOf(word, 4_000_000_000), 'file-active', 422],
  ['a document that unpacks to hundreds of its size', zipOf(word, 1_000_000), 'file-active', 422],
  ['one byte too many', Buffer.concat([pdf(), Buffer.alloc(maxUploadBytes)]), 'file-too-large', 413],
])('%s with the right extension is refused and leaves nothing', async (_, bytes, code, status) => {
  const before = [await kept(), await count('upload')]
  const response = await upload(office, citizen, { bytes, name: 'giay-to.pdf' })
  expect(response.json()).toMatchObject({ status, code })
  expect([await kept(), await count('upload')]).toEqual(before)
})

test('the largest file allowed is taken', async () => {
  const bytes = Buffer.concat([pdf('lớn'), Buffer.alloc(maxUploadBytes - pdf('lớn').length)])
  expect((await upload(office, citizen, { bytes })).statusCode).toBe(201)
})

test('the same content twice lies on the disk once, and each uploader has his own', async () => {
  const bytes = pdf('hai lần')
  const before = await kept()
  const first = (await upload(office, citizen, { bytes })).json()
  const second = (await upload(office, otherCitizen, { bytes })).json()
  expect(second.sha256).toBe(first.sha256)
  expect(second.uploadId).not.toBe(first.uploadId)
  expect(await kept()).toEqual(sorted([...before, String(first.sha256)]))
})

test('the same upload sent again is the same upload; another file under its key is refused', async () => {
  const key = newKey()
  const first = await upload(office, citizen, { bytes: pdf('lặp'), key })
  const again = await upload(office, citizen, { bytes: pdf('lặp'), key })
  expect(again.json()).toEqual(first.json())
  const other = await upload(office, citizen, { bytes: pdf('khác'), key })
  expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  expect(await filesIn('incoming')).toEqual([])
})

test('an upload broken off leaves nothing', async () => {
  const before = [await kept(), await count('upload')]
  await office.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = Object(office.app.server.address())
  const socket = connect(port, '127.0.0.1')
  const head = Object.entries({
    host: 'intake',
    ...as(citizen, newKey()),
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': '90000',
  })
  socket.write(`POST /uploads HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  socket.write(
    `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${pdf().toString('latin1')}`,
  )
  await expect.poll(async () => (await filesIn('incoming')).length).toBe(1) // it has begun to arrive
  socket.destroy()
  await expect.poll(async () => (await filesIn('incoming')).length, { timeout: 5_000 }).toBe(0)
  expect([await kept(), await count('upload')]).toEqual(before)
})

test('an upload belongs to its uploader: nobody else finds it', async () => {
  const { uploadId } = (await upload(office, citizen, { bytes: pdf('riêng') })).json()
  for (const subject of [otherCitizen, officer, 'service:casework'])
    expect((await get(office, subject, `/uploads/${uploadId}/content`)).statusCode).toBe(404)
})

test('a request without a file, or not in parts, says what to send', async () => {
  const headers = as(citizen, newKey())
  const json = await office.app.inject({ method: 'POST', url: '/uploads', headers, payload: { file: 'x' } })
  expect(json.json()).toMatchObject({ status: 400, code: 'file-absent' })
})

test('what a crash left half-taken is swept at the next start, once it is old', async () => {
  await writeFile(`${office.disk}/incoming/old`, 'x')
  await writeFile(`${office.disk}/incoming/new`, 'x')
  await utimes(`${office.disk}/incoming/old`, new Date(0), new Date(0))
  await openDisk(office.disk)
  expect((await filesIn('incoming')).map(({ name }) => name)).toEqual(['new'])
})
