import { expect, test } from 'vitest'
import { nextVersion } from '../src/notice.ts'
import { noticeProblems } from '../src/notice-problems.ts'
import { calendar, organisations } from './fixtures.ts'
import { notice, provincial, swap } from './notices.ts'

const second = nextVersion(calendar, swap, { version: 'VN-2026-2', publishedOn: '2026-11-19' })
const against = (one: ReturnType<typeof notice>, version = calendar, today = '2026-11-19') =>
  noticeProblems(one, { calendar: version, today, organisations }).map(({ pointer, code }) => `${pointer} ${code}`)

test('a swap announced before its days stands against nothing', () => {
  expect(against(swap)).toEqual([])
})

test.each([
  ['a day that is off already', { off: ['2026-11-24'] }, '/off/0/day already-off'],
  ['a weekend', { off: ['2026-11-22'] }, '/off/0/day already-off'],
  ['a working day as one to be worked', { worked: ['2026-11-25'] }, '/worked/0/day already-working'],
  ['a Sunday as worked', { worked: ['2026-11-29'] }, '/worked/0/day worked-day-no-saturday'],
  ['a holiday as worked', { worked: ['2026-11-24'] }, '/worked/0/day revoke-instead'],
  ['a day in two lists', { off: ['2026-11-23'], revoked: ['2026-11-23'] }, '/revoked/0 named-twice'],
  ['a day twice in one list', { off: ['2026-11-23', '2026-11-23'] }, '/off/1/day named-twice'],
  ['a year nobody announced', { off: ['2027-01-04'] }, '/off/0/day year-not-announced'],
  ['a day that has passed', { off: ['2026-11-18'] }, '/off/0/day past-day'],
  ['what nobody named as revoked', { revoked: ['2026-11-25'] }, '/revoked/0 nothing-to-revoke'],
  ['a year again in full', { announces: [2026], off: ['2026-11-23'] }, '/announces/0 year-already-announced'],
  ['a year without any day', { announces: [2028], off: ['2026-11-23'] }, '/announces/0 year-without-days'],
  [
    'a day it cannot have been known since',
    { knownSince: '2026-11-20', off: ['2026-11-23'] },
    '/knownSince known-later',
  ],
  ['no day at all', {}, ' notice-empty'],
])('a notice that names %s is refused', (_, said, problem) => {
  expect(against(notice(said))).toEqual([problem])
})

test('what an earlier notice said is taken back by its name, not said once more', () => {
  expect(against(notice({ off: ['2026-11-28'] }), second)).toEqual(['/off/0/day revoke-instead'])
  expect(against(notice({ worked: ['2026-11-28'] }), second)).toEqual(['/worked/0/day already-working'])
  expect(against(notice({ revoked: ['2026-11-23', '2026-11-28'] }), second)).toEqual([])
})

test('a day that has passed may be named on purpose, with the reason', () => {
  const past = { off: ['2026-11-18'], retroactive: true }
  expect(against(notice(past))).toEqual(['/reason reason-missing'])
  expect(against(notice({ ...past, reason: 'Công bố muộn' }))).toEqual([])
  expect(against(notice({ off: ['2026-11-19'] }))).toEqual([]) // today has not passed
})

test('a province that does not exist, or is none, speaks for nobody', () => {
  expect(against(provincial('2026-11-23', 'H99'))).toEqual(['/layer/province layer-unknown'])
  expect(against(provincial('2026-11-23', 'H21.91'))).toEqual(['/layer/province layer-unknown'])
  expect(against(provincial('2026-11-23'))).toEqual([])
})

test('a province announces no year, and takes back its own days alone', () => {
  const layer = provincial('2026-11-23').layer
  expect(against(notice({ layer, announces: [2027], off: ['2027-01-01'] }))).toEqual([
    '/announces/0 province-announces-year',
  ])
  expect(against(notice({ layer, revoked: ['2026-11-24'] }))).toEqual(['/revoked/0 nothing-to-revoke'])
  const own = nextVersion(calendar, provincial('2026-11-23'), { version: 'VN-2026-2', publishedOn: '2026-11-19' })
  expect(against(notice({ layer, revoked: ['2026-11-23'] }), own)).toEqual([])
  expect(against(notice({ layer, off: ['2026-11-23'] }), own)).toEqual(['/off/0/day already-off'])
  expect(against(notice({ off: ['2026-11-23'] }), own)).toEqual([]) // the nation does not know of it
})

test('no notice takes the id of another, be it one read out of an older version', () => {
  expect(against(notice({ id: swap.id, off: ['2026-11-25'] }), second)).toEqual(['/id id-taken'])
  expect(against(notice({ id: 'vn-2026-1.2026.1', off: ['2026-11-25'] }))).toEqual(['/id id-taken'])
})

test('each problem speaks to both readers and names the day', () => {
  const [problem] = noticeProblems(notice({ off: ['2026-11-24'] }), { calendar, today: '2026-11-19', organisations })
  expect(problem).toMatchObject({ vi: 'Ngày 2026-11-24 vốn đã là ngày nghỉ.', en: '2026-11-24 is a day off already.' })
})
