import { CalendarNotice, type CalendarVersion } from '@dossier/contracts/calendar'
import { foldNotices } from '@dossier/domain/notice'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPostalClasses } from '../src/postal-classes.ts'
import { makeRecount } from '../src/recount.ts'
import {
  clerk,
  collected,
  courier,
  local,
  office,
  openPostOffice,
  type PostOffice,
  publishedFiles,
} from './post-office.ts'
import { postedResult, stepOf } from './result-by-post.ts'

let post: PostOffice
let calendars: CalendarVersion[]
let troubles: unknown[]
beforeEach(async () => {
  post = await openPostOffice(local('2021-03-17 15:00'))
  calendars = []
  troubles = []
})
afterEach(() => post.close())

/** A notice published on a day: other days off, as S10 has it. */
const publish = (publishedOn: string, off: string[], more: Partial<CalendarVersion> = {}) => {
  const before = post.published.calendarOn('2021-03-17')
  if (before === undefined) throw new Error('There is no calendar')
  const notice = CalendarNotice.parse({
    id: 'fx.off',
    layer: { is: 'nation' },
    document: { number: 'fx', confidence: 'fx' },
    about: 'fx',
    knownSince: publishedOn,
    off: off.map((day) => ({ day, why: 'swap', name: 'Nghỉ hoán đổi' })),
    worked: [],
  })
  calendars.push({
    ...before,
    version: `VN-2026-${calendars.length + 2}`,
    publishedOn,
    years: foldNotices([notice], before.years),
    notices: undefined,
    ...more,
  })
}
const recount = () =>
  makeRecount({
    db: post.db,
    clock: post.clock,
    classes: readPostalClasses(),
    published: {
      ...post.published,
      calendarOn: (day) =>
        calendars.findLast(({ publishedOn }) => publishedOn <= day) ?? post.published.calendarOn(day),
    },
    report: (trouble) => troubles.push(trouble),
  })()
const moves = async (dossierId: string) =>
  (await post.events(dossierId)).filter(({ type }) => type === 'PostalLimitMoved')
const complaint = {
  about: 'late',
  words: 'Chậm.',
  contact: { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng' },
}

test('S10: a calendar published meanwhile moves a promise, once, with both calendars, and the alarm with it', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  publish('2021-03-17', ['2021-03-18'])
  expect(await recount()).toBe(1)
  expect(await recount()).toBe(0)
  expect(await moves(dossierId)).toEqual([
    {
      type: 'PostalLimitMoved',
      limit: 'promise',
      parcel,
      was: { on: '2021-03-18' },
      now: { on: '2021-03-19' },
      calendars: ['VN-2026-1', 'VN-2026-2'],
    },
  ])
  post.at('2021-03-19 00:00')
  expect(await post.sweep(), 'no longer silent').toBe(0)
  post.at('2021-03-20 00:00')
  expect(await post.sweep()).toBe(1)
  expect(troubles).toEqual([])
})

test('a calendar that moves nothing is noted without a line', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  publish('2021-03-17', ['2021-03-25'])
  expect(await recount()).toBe(0)
  expect(await moves(dossierId)).toEqual([])
  const { rows } = await post.db.query('select calendar from parcel where code = $1', [parcel])
  expect(rows).toEqual([{ calendar: 'VN-2026-2' }])
})

test('what has been delivered, and what has become an alarm, stays as it was', async () => {
  const delivered = await postedResult(post, '2021-03-17')
  const overdue = await postedResult(post, '2021-03-17')
  post.at('2021-03-18 10:00')
  await stepOf(post, delivered.parcel, 'delivered', { to: 'applicant', identityChecked: true, signed: true })
  post.at('2021-03-19 00:00')
  await post.sweep()
  publish('2021-03-19', ['2021-03-18'])
  expect(await recount()).toBe(0)
  expect([await moves(delivered.dossierId), await moves(overdue.dossierId)]).toEqual([[], []])
})

test('answers and compensations that are owed move too', async () => {
  const { dossierId, parcel } = await postedResult(post, '2021-03-17')
  post.at('2021-03-22 09:00')
  await stepOf(post, parcel, 'lost', { fault: 'operator', decision: '05' })
  await post.post(courier, `/parcels/${parcel}/liability`, {
    harm: 'lost',
    fault: 'operator',
    record: '05',
    recordedOn: '2021-03-22',
  })
  await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)
  publish('2021-03-22', ['2021-03-24', '2021-04-22'])
  expect(await recount()).toBe(2)
  expect(await moves(dossierId)).toMatchObject([
    { limit: 'complaint-answer', complaint: 'KN-210322-0001', was: { on: '2021-03-29' }, now: { on: '2021-03-30' } },
    { limit: 'compensation', was: { on: '2021-04-22' }, now: { on: '2021-04-23' } },
  ])
  post.at('2021-03-30 00:00')
  expect(await post.sweep()).toBe(0)
  post.at('2021-03-31 00:00')
  expect(await post.sweep()).toBe(1)
})

test('a complaint in a year nobody announced has a day all the same, which moves when the year is announced', async () => {
  const known = post.published.calendarOn('2021-12-22')
  if (known === undefined) throw new Error('There is no calendar')
  const upTo = (year: number) => known.years.filter((one) => one.year <= year)
  await post.close()
  const published = { ...publishedFiles(), calendarOn: () => ({ ...known, years: upTo(2021) }) }
  post = await openPostOffice(local('2021-12-22 15:00'), undefined, { published })
  const { dossierId, parcel } = await postedResult(post, '2021-12-22')
  post.at('2021-12-29 09:00')
  const received = await post.post(clerk, `/parcels/${parcel}/complaints`, complaint)
  expect(received.json()).toMatchObject({ answerBy: { on: '2022-01-06' } }) // Monday 3/1 by the law alone
  publish('2021-12-29', ['2022-01-04'])
  await recount()
  expect(await moves(dossierId)).toMatchObject([{ limit: 'complaint-answer', now: { on: '2022-01-07' } }])
})

test('the day by which a citizen is to hear of the appointment moves with the calendar too, and its alarm', async () => {
  post.at('2021-03-17 15:00')
  const { dossierId, parcel } = await collected(post, { returnBy: 'desk' })
  const promised = async () =>
    (await post.get(courier, `/appointments?office=${office}`)).json().appointments[0].promised.on
  const before = await promised()
  publish('2021-03-17', [before])
  expect(await recount()).toBeGreaterThan(0)
  expect(await recount()).toBe(0)
  const after = await promised()
  expect(after > before).toBe(true)
  expect((await moves(dossierId)).filter((one) => 'limit' in one && one.limit === 'appointment')).toMatchObject([
    { parcel, was: { on: before }, now: { on: after } },
  ])
  const { rows } = await post.db.query(`select min(at) as at from silence where what = 'appointment'`)
  expect(rows[0].at > local(`${after} 00:00`)).toBe(true)
})
