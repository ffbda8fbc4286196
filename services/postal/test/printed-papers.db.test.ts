import { makePrinter } from '@dossier/documents/printer'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  clerk,
  collected,
  collection,
  countedBy,
  delivery,
  courier,
  openPostOffice,
  type PostOffice,
  submitted,
} from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

const printer = makePrinter()
let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice(undefined, undefined, { printer })
})
afterAll(async () => {
  await post.close()
  await printer.close()
})

const textOf = async (pdf: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true })
  return text.normalize('NFC').replaceAll(/\s+/g, ' ')
}
const slipOf = async (parcel: string): Promise<string> =>
  (await post.db.query('select slip from parcel where code = $1', [parcel])).rows[0].slip

test('S01: the slip names the sender, the desk, each paper, the postage and the day promised', async () => {
  const { parcel } = await collected(post)
  const answer = await post.get(courier, `/slips/${await slipOf(parcel)}.pdf`)
  expect(answer.statusCode).toBe(200)
  const text = await textOf(answer.rawPayload)
  for (const words of [
    collection.sender.name,
    'Bộ phận Một cửa xã Ia Grăng',
    'Bản khai cá nhân',
    '26.000',
    '13/04/2021',
    'J + 1',
  ])
    expect(text).toContain(words)
})

test('the slip of a result names the citizen it goes to, and after delivery who took it home', async () => {
  const { parcel } = await postedResult(post, '2021-05-12')
  const slip = await slipOf(parcel)
  const before = await post.get(courier, `/slips/${slip}.pdf`)
  expect(before.statusCode).toBe(200)
  const text = await textOf(before.rawPayload)
  for (const words of ['Nguyễn Thị Bưởi', 'Kết quả giải quyết', '13/05/2021']) expect(text).toContain(words)
  expect((await stepOf(post, parcel, 'delivered', delivery)).statusCode).toBe(200)
  const after = await textOf((await post.get(clerk, `/slips/${slip}.pdf`)).rawPayload)
  for (const words of ['16:00 ngày 12/05/2021', 'Bưu điện - Văn hóa xã Ia Grăng']) expect(after).toContain(words)
  post.at('2021-04-12 15:30')
})

test('the label says where it goes and by when, and not a word of what is in it', async () => {
  const { parcel } = await collected(post)
  const answer = await post.get(courier, `/parcels/${parcel}/label.pdf`)
  expect(answer.statusCode).toBe(200)
  const text = await textOf(answer.rawPayload)
  expect(text).toContain('13/04/2021')
  expect(text).not.toContain('Bản khai')
})

test('S01: the handover record shows what was declared and counted, before and after the courier has signed', async () => {
  const { parcel } = await collected(post)
  const number = await countedBy(post, parcel)
  const before = await textOf((await post.get(clerk, `/handover-records/${number}.pdf`)).rawPayload)
  expect(before).toContain(number)
  expect(before).toContain(collection.sender.name)
  await post.post(courier, `/handover-records/${number}/signature`, {})
  const after = await post.get(courier, `/handover-records/${number}.pdf`)
  expect(after.statusCode).toBe(200)
  expect(await textOf(after.rawPayload)).toContain('Nhân viên')
})

test('a manifest lists its bags for both offices', async () => {
  const { parcel } = await collected(post)
  const to = 'H21.08.64'
  const answer = await post.post(courier, '/manifests', { to, bags: [{ seal: 'NP-1', parcels: [parcel] }] })
  const { code } = answer.json()
  for (const who of [courier, 'officer:huyen-ia-grai.post']) {
    const paper = await post.get(who, `/manifests/${code}.pdf`)
    expect(paper.statusCode).toBe(200)
    expect(await textOf(paper.rawPayload)).toContain('NP-1')
  }
  expect((await post.get(clerk, `/manifests/${code}.pdf`)).statusCode).toBe(403)
  const [bag] = answer.json().bags
  const label = await post.get(courier, `/bags/${bag}/label.pdf`)
  expect(label.statusCode).toBe(200)
  for (const words of [bag, code, 'NP-1']) expect(await textOf(label.rawPayload)).toContain(words)
  expect((await post.get('officer:huyen-ia-grai.post', `/bags/${bag}/label.pdf`)).statusCode).toBe(403)
  expect((await post.get(courier, '/bags/TT-210412-9999/label.pdf')).statusCode).toBe(404)
})

test('strangers see none of them, and that they asked is written down', async () => {
  const { parcel, number } = await submitted(post)
  const stranger = 'officer:ia-sao.intake'
  for (const url of [
    `/slips/${await slipOf(parcel)}.pdf`,
    `/parcels/${parcel}/label.pdf`,
    `/handover-records/${number}.pdf`,
  ])
    expect((await post.get(stranger, url)).statusCode).toBe(403)
  const looks = 'select what, granted from view_of_person where viewer = $1 order by id'
  expect((await post.db.query(looks, [stranger])).rows).toEqual(
    ['slip', 'label', 'handover-record'].map((what) => ({ what, granted: false })),
  )
})

test.each(['/slips/PG-210412-9999.pdf', '/handover-records/BB-210412-9999.pdf', '/manifests/BK-210412-9999.pdf'])(
  '%s is not there',
  async (url) => {
    expect((await post.get(courier, url)).statusCode).toBe(404)
  },
)

test('a label of a code with a wrong check digit is refused', async () => {
  expect((await post.get(courier, '/parcels/CA473124820VN/label.pdf')).statusCode).toBe(422)
})
