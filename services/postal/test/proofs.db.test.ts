import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeEraseProofs } from '../src/proofs/proofs.ts'
import { posted } from './on-the-way.ts'
import { clerk, courier, delivery, openPostOffice, type PostOffice } from './post-office.ts'

let post: PostOffice
beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())

// The smallest PNG: one point.
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const jpeg = (bytes: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(bytes - 4)])
let ids = 0
const scanned = async (step: string, detail: object) => {
  const { code } = await posted(post)
  const id = `phone-${(ids += 1)}`
  const [happenedAt, row] = [post.time.at, { id, parcel: code, step, detail }]
  const answer = await post.post(courier, '/scans', { scans: [{ ...row, happenedAt }] })
  expect(answer.json().scans).toEqual([{ id, outcome: 'counted' }])
  return { id, code, url: `/parcels/${code}/proofs` }
}
const proof = (scan: string, kind: string, content = png) => ({ scan, kind, takenAt: post.time.at, content })
const saidBy = async (answer: ReturnType<PostOffice['post']>) => {
  const { statusCode, body } = await answer
  return [statusCode, JSON.parse(body).code]
}

test('signature and photo of a delivery are kept with it, once however often they are sent', async () => {
  const { id, code, url } = await scanned('delivered', delivery)
  const first = await post.post(courier, url, proof(id, 'signature'))
  const again = await post.post(courier, url, proof(id, 'signature'))
  const photo = await post.post(courier, url, proof(id, 'photo', jpeg(500_000).toString('base64')))
  expect([first, again, photo].map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
  expect(again.json()).toEqual(first.json())
  const [one, ...others] = (await post.get(clerk, `/parcels/${code}/deliveries`)).json().deliveries
  expect(others).toEqual([])
  expect(one).toMatchObject({ scan: id, step: 'delivered', to: 'applicant', by: courier.replace('officer:', '') })
  expect(one.proofs).toMatchObject([
    { kind: 'signature', sha256: first.json().sha256, isErased: false },
    { kind: 'photo', isErased: false },
  ])
  const shown = await post.get(clerk, `${url}/${id}/signature`)
  expect([shown.headers['content-type'], shown.rawPayload]).toEqual(['image/png', Buffer.from(png, 'base64')])
})

test('another signature in place of the first, no picture, too large, or of a wrong step, is refused', async () => {
  const { id, url } = await scanned('delivered', delivery)
  const attempt = await scanned('attempted', { reason: 'signature-refused' })
  const large = jpeg(200_001).toString('base64')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
  expect(await saidBy(post.post(courier, url, proof(id, 'signature', svg)))).toEqual([422, 'proof-not-a-picture'])
  expect(await saidBy(post.post(courier, url, proof(id, 'signature', large)))).toEqual([422, 'proof-too-large'])
  expect((await post.post(courier, url, proof(id, 'signature'))).statusCode).toBe(201)
  const other = jpeg(100).toString('base64')
  expect(await saidBy(post.post(courier, url, proof(id, 'signature', other)))).toEqual([409, 'proof-kept'])
  const misplaced = proof(attempt.id, 'signature')
  expect(await saidBy(post.post(courier, attempt.url, misplaced))).toEqual([422, 'proof-out-of-place'])
  expect(await saidBy(post.post(courier, url, proof('phone-none', 'photo')))).toEqual([404, 'not-found'])
  expect(await saidBy(post.post('officer:ia-kha.post', url, proof(id, 'photo')))).toEqual([403, 'not-permitted'])
})

test('who will not sign is a recorded reason, and nothing is delivered', async () => {
  const { code, url, id } = await scanned('attempted', { reason: 'signature-refused', invited: true })
  expect((await post.post(courier, url, proof(id, 'photo'))).statusCode).toBe(201)
  expect((await post.get(clerk, `/parcels/${code}`)).json()).toMatchObject({ state: 'attempted', attempts: 1 })
  const { deliveries } = (await post.get(clerk, `/parcels/${code}/deliveries`)).json()
  expect(deliveries).toMatchObject([{ reason: 'signature-refused', proofs: [{ kind: 'photo' }] }])
})

test('only who may read custody sees them, and each look is written down, refused ones too', async () => {
  const { id, code, url } = await scanned('delivered', delivery)
  await post.post(courier, url, proof(id, 'signature'))
  for (const [who, status] of [
    [clerk, 200],
    [courier, 403],
    ['officer:ia-kha.intake', 403],
  ] as const) {
    expect((await post.get(who, `${url}/${id}/signature`)).statusCode).toBe(status)
    expect((await post.get(who, `/parcels/${code}/deliveries`)).statusCode).toBe(status)
  }
  expect((await post.get('citizen:x', `${url}/${id}/signature`)).statusCode).toBe(403)
  const views = 'select viewer, what, granted from view_of_person where about = $1 order by id'
  expect((await post.db.query(views, [code])).rows).toEqual([
    { viewer: clerk, what: 'signature', granted: true },
    { viewer: courier, what: 'signature', granted: false },
    { viewer: 'officer:ia-kha.intake', what: 'signature', granted: false },
  ])
})

test('when its time is over the picture is erased, and that there was one stays', async () => {
  const { id, code, url } = await scanned('delivered', delivery)
  await post.post(courier, url, proof(id, 'signature'))
  const erase = makeEraseProofs({ ...post, keptDays: 30 })
  expect(await erase()).toBe(0)
  const now = post.time.at
  post.time.at = new Date(Date.parse(now) + 31 * 86_400_000).toISOString()
  expect(await erase()).toBeGreaterThan(0)
  expect(await saidBy(post.get(clerk, `${url}/${id}/signature`))).toEqual([409, 'proof-erased'])
  const { deliveries } = (await post.get(clerk, `/parcels/${code}/deliveries`)).json()
  expect(deliveries[0].proofs).toMatchObject([{ kind: 'signature', isErased: true }])
  const { rows } = await post.db.query('select content from delivery_proof where scan = $1', [id])
  expect(rows).toEqual([{ content: null }])
  await expect(post.db.query('delete from delivery_proof where scan = $1', [id])).rejects.toThrow('not changed')
  post.time.at = now
})
