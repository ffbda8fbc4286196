import { PassThrough } from 'node:stream'
import { makeLog } from '@dossier/platform/log'
import { keylessRoutes } from '@dossier/platform/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packed, posted } from './on-the-way.ts'
import {
  clerk,
  collection,
  courier,
  desk,
  expectBalance,
  openPostOffice,
  papersNow,
  type PostOffice,
  submitted,
} from './post-office.ts'

let post: PostOffice
let lines = ''
beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'trace'
  const written = new PassThrough().on('data', (chunk) => (lines += String(chunk)))
  post = await openPostOffice(undefined, makeLog('postal', written))
  delete process.env['LOG_LEVEL']
})
afterAll(() => post.close())

test('every route that may change something takes effect once, scans and carriers’ calls by ids of their own', async () => {
  const described = (await post.get(clerk, '/openapi.json')).json()
  expect(keylessRoutes(described)).toEqual(['post /scans', 'post /carriers/{carrier}/statuses'])
})

describe('who sees which papers', () => {
  const stranger = 'officer:ia-kha.intake'

  test('a desk on the way sees the chain, a stranger and a citizen nothing', async () => {
    const { dossierId } = await submitted(post)
    const url = `/dossiers/${dossierId}/custody`
    expect((await post.get(clerk, url)).statusCode).toBe(200)
    expect((await post.get('service:notifications', url)).statusCode).toBe(200)
    expect((await post.get(stranger, url)).statusCode).toBe(403)
    expect((await post.get(courier, url)).statusCode).toBe(403)
    expect((await post.get('citizen:x', url)).statusCode).toBe(404) // not even that there is one
    expect((await post.get(clerk, '/dossiers/01990000-0000-7000-8000-00000000ffff/custody')).statusCode).toBe(404)
  })

  test('the courier sees the papers of what his office carries, and of nothing else (QĐ 45/2016 art. 16.5)', async () => {
    const [mine, notYet] = [await posted(post), await packed(post)]
    const other = 'officer:ia-kha.post'
    expect((await post.get(courier, `/parcels/${mine.code}`)).json().papers).toHaveLength(3)
    expect((await post.get(courier, `/parcels/${notYet.code}`)).statusCode).toBe(403)
    expect((await post.get(other, `/parcels/${mine.code}`)).statusCode).toBe(403)
    expect((await post.get(other, '/parcels?organisation=H21.08.05.06')).statusCode).toBe(403)
    const { parcels } = (await post.get(courier, '/parcels?organisation=H21.08.05.06')).json()
    const state = new Map(parcels.map((one: { code: string; state: string }) => [one.code, one.state]))
    // What waits in his commune he is to fetch: that it is there he sees, what is in it not yet.
    expect(Object.fromEntries(state)).toEqual({ [mine.code]: 'posted', [notYet.code]: 'packed' })
    expect((await post.get(clerk, '/parcels/RA473124828VN')).json()).toMatchObject({
      status: 422,
      code: 's10-check-digit',
    })
    expect((await post.get(clerk, '/parcels/RA473124829VN')).json()).toMatchObject({
      status: 404,
      code: 'parcel-unknown',
    })
  })

  test('the address is for who packs and who carries, and each look is written down, refused ones too', async () => {
    const { code } = await posted(post)
    const url = `/parcels/${code}/recipient`
    expect((await post.get(courier, url)).json()).toEqual(collection.sender)
    expect((await post.get(stranger, url)).statusCode).toBe(403)
    const { rows } = await post.db.query(
      'select viewer, mandate, granted from view_of_person where about = $1 order by id',
      [code],
    )
    expect(rows).toEqual([
      { viewer: courier, mandate: 'postal-worker@H21.08.05.06', granted: true },
      { viewer: stranger, mandate: null, granted: false },
    ])
  })

  test('the balance and the permission table', async () => {
    expect((await post.get('service:insight', '/custody/balance')).json()).toMatchObject({ closes: true, faults: [] })
    expect((await post.get(courier, '/custody/balance')).statusCode).toBe(403)
    expect((await post.get(clerk, '/permissions')).json().Collect).toEqual([
      { roles: ['postal-worker'], relation: 'post' },
    ])
    expect((await post.get(clerk, `/custody?organisation=${desk}`)).json().papers.length).toBeGreaterThan(0)
    expect((await post.get(clerk, '/custody?organisation=H21.08.01.01')).statusCode).toBe(403)
    await expectBalance(post)
  })
})

test('after Kafka was wiped every line is told again exactly as it was told first', async () => {
  const { dossierId } = await submitted(post)
  const bodies = async () => {
    const { rows } = await post.db.query('select body from outbox where key = $1 order by tx, id', [dossierId])
    return rows.map(({ body }) => ({ ...body, requestId: undefined }))
  }
  const first = await bodies()
  expect((await post.post('service:postal', '/operations/re-announce', {})).json().lines).toBeGreaterThan(first.length)
  expect((await bodies()).slice(first.length)).toEqual(first)
  expect((await post.post(clerk, '/operations/re-announce', {})).statusCode).toBe(403)
})

test('name, telephone and address of a citizen are in their own tables and nowhere else', async () => {
  const sender = { name: 'Kính Chiếu Yêu', phone: '0987654321', address: 'Thôn Chim Báo' }
  const { dossierId } = await submitted(post, { sender })
  const papers = (await papersNow(post, dossierId)).map(({ paper }) => paper)
  await post.post(clerk, '/parcels', { dossierId, from: desk, to: null, papers, postage: 0 })
  await post.post(courier, '/collections', { ...collection, sender: { ...sender, phone: 'x 0987654321' } })
  await post.post(courier, '/collections', { ...collection, sender, papers: { '01': { originals: 'Kính Chiếu Yêu' } } })
  const canaries = Object.values(sender)
  expect(lines).toContain('answered')
  expect(canaries.filter((canary) => lines.includes(canary))).toEqual([])
  const { rows: tables } = await post.db.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables)
    for (const canary of canaries) {
      const { rows } = await post.db.query(`select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`, [
        canary,
      ])
      if (rows.length > 0) found.push(name)
    }
  expect(new Set(found)).toEqual(new Set(['collection', 'recipient']))
})
