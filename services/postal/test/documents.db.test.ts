import { createHash } from 'node:crypto'
import { makePrinter } from '@dossier/documents/printer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSetDocuments } from '../src/documents/set-documents.ts'
import { readPostalClasses } from '../src/postal-classes.ts'
import {
  clerk,
  collected,
  courier,
  delivery,
  desk,
  office,
  openPostOffice,
  type PostOffice,
  submitted,
} from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

const printer = makePrinter()
let post: PostOffice
let setDocuments: () => Promise<number>
beforeAll(async () => {
  post = await openPostOffice(undefined, undefined, { printer })
  const { db, clock, files, published } = post
  const classes = readPostalClasses()
  const report = (trouble: unknown) => post.trouble.push(trouble)
  setDocuments = makeSetDocuments({ db, clock, files, printer, published, classes, report })
})
afterAll(async () => {
  await post.close()
  await printer.close()
})

const issued = async (dossierId: string) =>
  (await post.events(dossierId)).flatMap((event) => (event.type === 'PostalDocumentIssued' ? [event] : []))
const bytesOf = async (url: string, who = clerk) => {
  const answer = await post.get(who, url)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('slip and record are set once when both have signed, told to the dossier, and the same bytes for ever', async () => {
  const { dossierId, parcel, number } = await submitted(post)
  await Promise.all([setDocuments(), setDocuments()])
  expect(await setDocuments()).toBe(0)
  const [slip, record, ...more] = await issued(dossierId)
  expect(more).toEqual([])
  expect([slip, record]).toMatchObject([
    { kind: 'posting-slip', parcel, pages: 1 },
    { kind: 'handover-record', number, parcel, pages: 1 },
  ])
  const first = await bytesOf(`/handover-records/${number}.pdf`)
  expect(digestOf(first)).toBe(record?.sha256)
  expect(digestOf(await bytesOf(`/documents/${record?.document}.pdf`, courier))).toBe(record?.sha256)
  // Whatever a row would say tomorrow, what was signed stays.
  await post.db.query('update record_parcel set remark = $2 where record = $1', [number, 'sửa sau'])
  expect((await bytesOf(`/handover-records/${number}.pdf`)).equals(first)).toBe(true)
  await expect(post.db.query('delete from document where id = $1', [record?.document])).rejects.toThrow('issued')
})

test('the slip of a result is kept as it was posted, and as it was delivered', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-05-12')
  await setDocuments()
  await stepOf(post, parcel, 'delivered', delivery)
  await setDocuments()
  const slips = (await issued(dossierId)).filter((one) => one.parcel === parcel)
  expect(slips.map(({ kind }) => kind)).toEqual(['posting-slip', 'delivery-slip'])
  expect(slips[0]?.sha256).not.toBe(slips[1]?.sha256)
  expect(digestOf(await bytesOf(`/slips/${slips[0]?.number}.pdf`))).toBe(slips[1]?.sha256)
  expect(digestOf(await bytesOf(`/documents/${slips[0]?.document}.pdf`))).toBe(slips[0]?.sha256)
  post.at('2021-04-12 15:30')
})

test('the list of a trip stands under the office that gave it, and under the one that took it', async () => {
  const { parcel } = await collected(post)
  const to = 'H21.08.64'
  const { code } = (await post.post(courier, '/manifests', { to, loose: [parcel] })).json()
  await post.post('officer:huyen-ia-grai.post', `/manifests/${code}/taking`, { parcels: [parcel] })
  await setDocuments()
  const list = async (who: string, of: string) => (await post.get(who, `/documents?office=${of}`)).json().documents
  expect(await list(courier, office)).toMatchObject([{ kind: 'manifest', number: code, pages: 1 }, {}, {}, {}])
  expect(await list('officer:huyen-ia-grai.post', to)).toMatchObject([{ kind: 'manifest-taken', number: code }])
  expect((await post.get('officer:ia-sao.intake', `/documents?office=${desk}`)).statusCode).toBe(403)
})

test('a label is kept as it was first printed and stands on its dossier once, however many print it', async () => {
  const { dossierId, parcel } = await collected(post)
  const url = `/parcels/${parcel}/label.pdf`
  const all = await Promise.all(Array.from({ length: 4 }, () => bytesOf(url, courier)))
  const labels = async () => (await issued(dossierId)).filter(({ kind }) => kind === 'label')
  const [label, ...more] = await labels()
  expect(more).toEqual([])
  expect(label).toMatchObject({ number: parcel, parcel, pages: 1 })
  expect(new Set(all.map(digestOf))).toEqual(new Set([label?.sha256]))
  post.at('2021-04-12 17:00')
  expect(digestOf(await bytesOf(url, courier)), 'an hour later it says the same').toBe(label?.sha256)
  expect(digestOf(await bytesOf(`/documents/${label?.document}.pdf`, courier))).toBe(label?.sha256)
  expect((await post.get('officer:ia-sao.intake', `/documents/${label?.document}.pdf`)).statusCode).toBe(403)

  // Sent on, it says another day: that is another paper, and the first stays.
  await post.db.query(`update parcel set promised = '{"on":"2021-04-15"}' where code = $1`, [parcel])
  const second = digestOf(await bytesOf(url, courier))
  expect((await labels()).map(({ sha256 }) => sha256)).toEqual([label?.sha256, second])
  expect(second).not.toBe(label?.sha256)
  expect(digestOf(await bytesOf(`/documents/${label?.document}.pdf`, courier))).toBe(label?.sha256)
  post.at('2021-04-12 15:30')
})

test('the label of a bag is kept too, and is a paper of no dossier', async () => {
  const { dossierId, parcel } = await collected(post)
  const sent = await post.post(courier, '/manifests', { to: 'H21.08.64', bags: [{ seal: 'NP-2', parcels: [parcel] }] })
  const [bag] = sent.json().bags
  const first = await bytesOf(`/bags/${bag}/label.pdf`, courier)
  expect((await bytesOf(`/bags/${bag}/label.pdf`, courier)).equals(first)).toBe(true)
  const { rows } = await post.db.query('select kind, office, sha256 from document where number = $1', [bag])
  expect(rows).toEqual([{ kind: 'bag-label', office, sha256: digestOf(first) }])
  expect((await issued(dossierId)).filter(({ kind }) => kind === 'label')).toEqual([])
})

test('one that cannot be set is reported and tried again later; it keeps back no other', async () => {
  const broken = `insert into document (id, kind, number, office, happened_at, next_at)
    values (gen_random_uuid(), 'handover-record', 'BB-0', $1, $2, $2)`
  await post.db.query(broken, [desk, '2021-04-01T00:00:00.000Z'])
  const { dossierId } = await submitted(post)
  await setDocuments()
  expect(await issued(dossierId)).toHaveLength(2)
  expect(post.trouble.splice(0).map(String)).toEqual(['Error: The handover-record BB-0 could not be set'])
  const [waiting] = (await post.db.query(`select tries, next_at as at from document where number = 'BB-0'`)).rows
  expect(waiting).toEqual({ tries: 1, at: '2021-04-12T08:30:30.000Z' })
})
