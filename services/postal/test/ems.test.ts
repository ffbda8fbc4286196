import { OrganisationCode } from '@dossier/contracts/organisation'
import { ParcelCode } from '@dossier/contracts/parcel'
import { mintS10 } from '@dossier/domain/s10'
import { Transient } from '@dossier/platform/transient'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Carrier } from '../src/carriers/carrier.ts'
import { makeEms } from '../src/carriers/ems.ts'
import { localTime, readHookBody } from '../src/carriers/hook-body.ts'
import { isSigned, signatureOf } from '../src/carriers/signature.ts'
import { factOf, readStatusList } from '../src/carriers/status-list.ts'
import { openMyVnpost } from './my-vnpost.ts'

let vnpost: Awaited<ReturnType<typeof openMyVnpost>>
let ems: Carrier
beforeEach(async () => {
  vnpost = await openMyVnpost()
  ems = makeEms({ url: vnpost.url, username: 'fx', password: 'fx', customerCode: 'fx' })
})
afterEach(() => vnpost.close())

const orderOf = (serial: number) => ({
  parcel: ParcelCode.parse(mintS10('CA', serial)),
  from: OrganisationCode.parse('H21.08.51'),
  to: { name: 'Nguyễn Văn A', phone: '0900000000', address: 'Thôn 1' },
})

test('a token that ended is asked for anew, once', async () => {
  await ems.order(orderOf(1))
  vnpost.endToken()
  expect(await ems.order(orderOf(2))).toEqual({ trackingCode: mintS10('EJ', 2) })
})

test('an order whose answer was lost is not ordered twice', async () => {
  vnpost.loseNextAnswer()
  await expect(ems.order(orderOf(1))).rejects.toThrow(Transient)
  expect(await ems.order(orderOf(1))).toEqual({ trackingCode: mintS10('EJ', 1) })
  expect(vnpost.created()).toBe(1)
})

test('an address it does not serve is refused in its words, and not asked for again', async () => {
  expect(await ems.order(orderOf(99))).toEqual({ refused: 'Không phục vụ địa chỉ này' })
})

test('its history is read whatever its shape, oldest first', async () => {
  const ordered = await ems.order(orderOf(1))
  const code = 'trackingCode' in ordered ? ordered.trackingCode : ''
  vnpost.tell(code, 14, ['18/03/2021', '09:30'], { receiver: 'applicant', identityChecked: true, signed: true })
  expect((await ems.history(code))?.map((one) => [one.code, one.at])).toEqual([
    ['1', '2021-03-17T09:00:00.000Z'],
    ['14', '2021-03-18T02:30:00.000Z'],
  ])
  expect(await ems.proof(code)).toEqual({
    to: 'applicant',
    identityChecked: true,
    authorisationShown: false,
    signed: true,
  })
})

const body = (more: object = {}) =>
  Buffer.from(
    JSON.stringify({
      tracking_code: 'EJ012345678VN',
      order_code: 'ODR356',
      status_code: 4,
      status_name: 'Đang vận chuyển',
      note: 'Đã đóng chuyến thư đi',
      locate: '890100 - KTC1 Vĩnh Long',
      datetime: '28/08/2019 07:54:50',
      total_weight: 240,
      money_collect: 0,
      total_fee: 34000,
      ...more,
    }),
  )

test('a call is read in the time of Vietnam', () => {
  expect(readHookBody(body())).toEqual({
    trackingCode: 'EJ012345678VN',
    orderCode: 'ODR356',
    code: '4',
    at: '2019-08-28T00:54:50.000Z',
  })
})

test.each([
  ['no JSON', Buffer.from('tracking_code=1')],
  ['nothing', Buffer.alloc(0)],
  ['another shape', Buffer.from('{"TrackingCode":"EJ012345678VN"}')],
  ['a day that is none', body({ datetime: '31/02/2021 07:54:50' })],
  ['a day as others write it', body({ datetime: '2021-02-28 07:54:50' })],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
])('%s is not read', (_what, raw) => {
  expect(readHookBody(raw)).toBeUndefined()
})

test('times as they are written', () => {
  expect([localTime('17/03/2021 16:00'), localTime('17/03/2021 24:00:00'), localTime('1/3/2021 16:00:00')]).toEqual([
    '2021-03-17T09:00:00.000Z',
    undefined,
    undefined,
  ])
})

test('a signature is of these bytes under this transaction, and of nothing else', () => {
  const signature = signatureOf('secret', 't-1', body())
  expect(isSigned('secret', 't-1', body(), signature)).toBe(true)
  expect(isSigned('secret', 't-2', body(), signature), 'sent again under another id').toBe(false)
  expect(isSigned('secret', 't-1', body({ status_code: 7 }), signature), 'another body').toBe(false)
  expect(isSigned('other', 't-1', body(), signature), 'another secret').toBe(false)
  expect(isSigned('secret', 't-1', body(), ''), 'none').toBe(false)
  expect(isSigned('secret', 't-1', body(), signature.slice(0, -1)), 'half of it').toBe(false)
})

test('codes of both lists are known by their list, and one nobody has heard of is not', () => {
  const list = readStatusList('ems')
  expect([factOf(list, 'web-hook', '4'), factOf(list, 'history', '4'), factOf(list, 'web-hook', '4711')]).toEqual([
    { step: 'departed' },
    null,
    undefined,
  ])
  expect(readStatusList('simulated').statuses.length).toBeGreaterThan(0)
})
