import { expect, test } from 'vitest'
import { type Figures, figuresBy, figuresOf, percentage, percentagesOf } from '../src/figures.ts'
import { periodOf } from '../src/period.ts'
import { accept, flat, signed } from './figures-readers.ts'
import { commune, district, local } from './fixtures.ts'
import { life } from './life.ts'
import { lives } from './lives.ts'
import { p5, p8 } from './procedures.ts'

const day = periodOf('2025-12-08', '2025-12-11')
const standings = [
  'resolved.early',
  'resolved.onTime',
  'resolved.late',
  'pending.inTime',
  'pending.overdue',
  'paused.supplement',
  'paused.obligation',
  'withdrawn',
  'stopped',
]

test.each([
  ['accepted', 'pending.inTime'],
  ['in-progress', 'pending.inTime'],
  ['on-offer', 'pending.inTime'],
  ['supplement-requested', 'paused.supplement'],
  ['obligation-requested', 'paused.obligation'],
  ['completed', 'resolved.early'],
  ['returned', 'resolved.early'],
  ['stopped', 'stopped'],
] as const)('a dossier that is %s is new, and counts as %s alone', (name, part) => {
  const figures = figuresOf([lives[name]().record], day)
  expect(figures.new.total).toBe(1)
  expect(flat(figures).filter(([key]) => standings.includes(key))).toEqual(
    standings.map((key) => [key, key === part ? 1 : 0]),
  )
})

test.each([
  ['submitted', []],
  ['completion-requested', [['sentHome', 1]]],
  ['not-accepted', [['notAccepted.total', 1]]],
  ['withdrawn', [['withdrawnBefore', 1]]],
] as const)('one that is %s was never accepted: it stands outside the balance', (name, told) => {
  expect(flat(figuresOf([lives[name]().record], day)).filter(([, value]) => value > 0)).toEqual(told)
})

test('due on the last day of a period and unfinished, it is in time there and overdue in the next', () => {
  // Due on Tuesday 07/12/2021.
  const { record } = life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:30')
    .does('2021-11-09 10:00', accept)
  const standing = (to: string) => figuresOf([record], periodOf('2021-11-01', to)).pending
  expect(standing('2021-12-08')).toEqual({ total: 1, inTime: 1, overdue: 0 })
  expect(standing('2021-12-09')).toEqual({ total: 1, inTime: 0, overdue: 1 })
})

test('midnight belongs to the day that begins, and the day is that of Vietnam', () => {
  const at = (when: string) =>
    life({ procedure: p8, desk: district.desk }).opens('2021-03-15 23:00').does(when, accept).record
  const first = periodOf('2021-03-15', '2021-03-16')
  expect(figuresOf([at('2021-03-15 23:59')], first).new.total).toBe(1)
  expect(figuresOf([at('2021-03-16 00:00')], first).new.total).toBe(0)
  const second = periodOf('2021-03-16', '2021-03-17')
  expect(figuresOf([at('2021-03-16 06:59')], second).new.total).toBe(1)
  expect(figuresOf([at('2021-03-16 00:00')], second)).toMatchObject({ carried: 0, new: { total: 1 } })
  const told = life({ procedure: p8, desk: district.desk }).opens('2021-03-15 08:00').does('2021-03-15 09:00', accept)
  signed(told.hands('2021-03-15 10:00', '2021-03-15 10:30', district.finance), '2021-03-16 00:00')
  expect(figuresOf([told.record], first)).toMatchObject({ pending: { total: 1 }, resolved: { total: 0 } })
  expect(figuresOf([told.record], second)).toMatchObject({ carried: 1, resolved: { total: 1 } })
})

test('figures are told apart by desk, procedure, field and channel, and together give the whole', () => {
  const arrived = (procedure: typeof p8, desk: typeof district.desk, by: 'desk' | 'post' | 'online') =>
    life({ procedure, desk }).opens('2021-03-15 09:00', by).does('2021-03-15 09:00', accept).record
  const all = [
    arrived(p8, district.desk, 'desk'),
    arrived(p8, commune.desk, 'post'),
    arrived(p5, commune.desk, 'online'),
    arrived(p5, commune.desk, 'online'),
  ]
  const march = periodOf('2021-03-01', '2021-04-01')
  const fieldOf = (procedure: string) => (procedure === 'p8' ? 'business' : 'social')
  const by = (what: 'desk' | 'procedure' | 'field' | 'channel') =>
    Object.fromEntries([...figuresBy(what, all, march, { fieldOf })].map(([key, figures]) => [key, figures.new.total]))
  expect(by('desk')).toEqual({ [district.desk]: 1, [commune.desk]: 3 })
  expect(by('procedure')).toEqual({ p8: 2, p5: 2 })
  expect(by('field')).toEqual({ business: 2, social: 2 })
  expect(by('channel')).toEqual({ desk: 1, post: 1, online: 2 })
  const where = { desk: commune.desk, channel: 'online', field: 'social', procedure: 'p5' } as const
  expect(figuresOf(all, march, { where, fieldOf }).new).toEqual({ total: 2, desk: 0, post: 0, online: 2 })
  expect(figuresOf(all, march, { where: { field: 'other' }, fieldOf }).new.total).toBe(0)
})

test('without a dossier all is nothing, and a share of nothing is no number', () => {
  const nothing = figuresOf([], day)
  expect(percentagesOf(nothing).inTime).toEqual({ numerator: 0, denominator: 0, percent: null })
})

test('shares are rounded to two decimals, numerator and denominator beside them', () => {
  expect(percentage(379_004, 390_726)).toEqual({ numerator: 379_004, denominator: 390_726, percent: 97 })
  expect(percentage(2, 3).percent).toBe(66.67)
})

test('what is overdue and unfinished is not left out of the share in time', () => {
  const late: Pick<Figures, 'resolved' | 'pending'> = {
    resolved: { total: 3, early: 1, onTime: 2, late: 0, refused: 0 },
    pending: { total: 2, inTime: 1, overdue: 1 },
  }
  expect(percentagesOf({ ...figuresOf([], day), ...late }).inTime).toEqual({
    numerator: 3,
    denominator: 4,
    percent: 75,
  })
})

test('an instant without lines tells nothing', () => {
  expect(figuresOf([[]], { from: local('2021-01-01 00:00'), to: local('2021-01-01 00:00') }).new.total).toBe(0)
})
