import { keylessRoutes } from '@dossier/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { makePublished } from '../src/published.ts'
import { desk, openOffice, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const ask = async (url: string) => (await office.app.inject({ url })).json()
const codes = async (url: string) => (await ask(url)).procedures.map(({ version }: { version: string }) => version)

test('the list shows what is in force today, without a login', async () => {
  const { on, total, procedures } = await ask('/procedures')
  expect(on).toBe('2021-09-01')
  expect(total).toBe(procedures.length)
  const versions = procedures.map(({ version }: { version: string }) => version)
  expect(versions).toContain('1.001612@2021-01-04')
  expect(versions).not.toContain('1.001612@2025-07-01')
})

test('each procedure is posted once on any day, in the version of that day', async () => {
  expect(await codes('/procedures?on=2025-06-30&q=ho+kinh+doanh')).toEqual(['1.001612@2021-01-04'])
  expect(await codes('/procedures?on=2025-07-01&q=ho+kinh+doanh')).toEqual(['1.001612@2025-07-01'])
  expect(await codes('/procedures?on=2020-01-01&q=ho+kinh+doanh')).toEqual([])
})

test('the list is narrowed by field, level, channel and words', async () => {
  expect(await codes('/procedures?level=district')).toEqual(
    expect.arrayContaining(['1.009994@2021-01-01', '1.001612@2021-01-04']),
  )
  expect(await codes('/procedures?level=district')).not.toContain('1.000894@2016-01-01')
  expect(await codes('/procedures?channel=online')).not.toContain('2.000815@2015-04-10')
  expect(await codes('/procedures?field=chung-thuc&q=ban+sao+tu+ban+chinh')).toEqual(['2.000815@2015-04-10'])
})

test('pages follow one another without a gap', async () => {
  const whole = await codes('/procedures')
  const pages = [await codes('/procedures?limit=3'), await codes('/procedures?limit=100&offset=3')]
  expect(pages.flat()).toEqual(whole)
})

test('the posting holds every component the law demands (NĐ 63/2010 art. 8)', async () => {
  const posting = await ask('/procedures/1.009994')
  expect(Object.keys(posting)).toEqual(
    expect.arrayContaining(
      [
        'name',
        'steps',
        'ways',
        'components',
        'sets',
        'limit',
        'subject',
        'authority',
        'form',
        'conditions',
        'fees',
        'result',
      ].concat(['decision', 'legalBasis', 'channels', 'online', 'desks']),
    ),
  )
  expect(posting.components[0]).toMatchObject({ id: '01', originals: 1 })
  expect(posting.desks).toEqual([
    { code: 'H21.08.51', name: expect.stringContaining('Ia Grai'), level: 'district', sessions: expect.any(Array) },
  ])
})

test('a desk is told who settles the matter behind it, by name', async () => {
  const { authority } = await ask(`/procedures/fx.tro-cap-khang-chien?desk=${desk}`)
  expect(authority.map(({ unit }: { unit: { code: string } | null }) => unit?.code)).toEqual([
    desk,
    'H21.08.54',
    'H21.52',
  ])
  const { authority: unnamed } = await ask('/procedures/fx.tro-cap-khang-chien')
  expect(unnamed[0].unit).toBeNull()
})

test('fees are those of the day and the channel', async () => {
  const fees = async (query: string) =>
    (await ask(`/procedures/1.001612?${query}`)).fees.map(({ amount }: { amount: number }) => amount)
  expect(await fees('channel=online')).toEqual([100_000])
  expect(await fees('on=2025-06-30')).toEqual([100_000])
})

test('what is not posted on a day is not found, a channel that is closed says so', async () => {
  expect(await ask('/procedures/1.001612?on=2019-01-01')).toMatchObject({ status: 404, code: 'not-found' })
  expect(await ask('/procedures/2.000815?channel=online')).toMatchObject({ status: 409, code: 'channel-closed' })
  expect(await ask('/procedures?on=yesterday')).toMatchObject({ status: 400, errors: [{ pointer: '#/query/on' }] })
})

test('with an empty copy of the catalogue nothing is said, rather than that nothing is posted', async () => {
  const empty = { all: () => new Map() }
  const published = makePublished({ procedures: empty, organisations: empty, officers: empty, calendars: empty })
  const { db, time } = office
  const clock = { now: () => time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const files = {
    take: () => Promise.reject(new Error('not asked')),
    read: () => {
      throw new Error('not asked')
    },
  }
  const app = buildApp({ db, clock, published, files }, { authenticate: () => Promise.reject(new Error('not asked')) })
  expect((await app.inject({ url: '/procedures' })).statusCode).toBe(503)
  await app.close()
})

test('every route is documented, with its answers', async () => {
  const { paths } = await ask('/openapi.json')
  const routes = Object.entries<Record<string, { responses: object }>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => `${method} ${path} ${Object.keys(responses).join()}`),
  )
  expect(routes.toSorted()).toEqual([
    'delete /drafts/{procedure} 200,4XX,5XX',
    'get /applications/mine 200,4XX,5XX',
    'get /applications/on-paper 200,4XX,5XX',
    'get /applications/{id} 200,4XX,5XX',
    'get /applications/{id}/contact 200,4XX,5XX',
    'get /applications/{id}/summary 200,4XX,5XX',
    'get /drafts 200,4XX,5XX',
    'get /drafts/{procedure} 200,4XX,5XX',
    'get /drafts/{procedure}/prefill 200,4XX,5XX',
    'get /feedback 200,4XX,5XX',
    'get /feedback/by-reference/{reference} 200,4XX,5XX',
    'get /feedback/figures 200,4XX,5XX',
    'get /feedback/mine 200,4XX,5XX',
    'get /feedback/published 200,4XX,5XX',
    'get /feedback/{id} 200,4XX,5XX',
    'get /feedback/{id}/giver 200,4XX,5XX',
    'get /findings 200,4XX,5XX',
    'get /payment-orders 200,4XX,5XX',
    'get /procedures 200,4XX,5XX',
    'get /procedures/{code} 200,4XX,5XX',
    'get /uploads/{id}/content 200,4XX,5XX',
    'post /applications 201,4XX,5XX',
    'post /applications/check 200,4XX,5XX',
    'post /applications/{id}/amendments 200,4XX,5XX',
    'post /feedback 201,4XX,5XX',
    'post /feedback/by-reference/{reference}/more 200,4XX,5XX',
    'post /feedback/{id}/acts 200,4XX,5XX',
    'post /findings 201,4XX,5XX',
    'post /findings/{id}/acts 200,4XX,5XX',
    'post /operations/discard 200,4XX,5XX',
    'post /operations/re-announce 200,4XX,5XX',
    'post /operations/redrive 200,4XX,5XX',
    'post /payment-orders 201,4XX,5XX',
    'post /payment-orders/{id}/outcome 200,4XX,5XX',
    'post /payments 201,4XX,5XX',
    'post /uploads 201,4XX,5XX',
    'put /drafts/{procedure} 200,4XX,5XX',
  ])
})

test('every route that changes something asks for an Idempotency-Key', async () => {
  // A trial keeps nothing, a draft's saving is guarded by its revision, and erased twice is erased.
  expect(keylessRoutes(await ask('/openapi.json')).toSorted()).toEqual([
    'delete /drafts/{procedure}',
    'post /applications/check',
    'put /drafts/{procedure}',
  ])
})
