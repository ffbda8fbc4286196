import type { CalendarVersion } from '@dossier/contracts/calendar'
import { DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestHash } from '../../platform/src/canonical-json.ts'
import { buildCertificate } from '../src/certify.ts'
import { explanationsIn, verifyCertificate } from '../src/due-date-certificate.ts'
import { calendar, centre, commune, district, local, province } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { lifeNames, lives } from './lives.ts'
import { p1, p4, p5, p6 } from './procedures.ts'
import { live, randomLife } from './random-lives.ts'

const supplement: Wish = { type: 'RequestSupplement', defects: [{ component: '01', defect: 'missing' }] }
const note = 'Thông báo nộp lệ phí trước bạ'

/** The reference dossier: commune, district, province; its limit is the sum of its stages. */
const routed = () =>
  life({ procedure: p6, desk: commune.desk })
    .opens('2021-04-13 09:40', 'post')
    .does('2021-04-13 09:40', { type: 'Accept' })
    .hands('2021-04-13 10:30', '2021-04-13 11:00', commune.culture)
    .hands('2021-04-19 16:30', '2021-04-20 08:15', district.labour)
    .hands('2021-04-28 15:00', '2021-04-29 14:00', province.labour)

const supplemented = (clock: 'restart' | 'resume') =>
  life({ procedure: { ...p5, supplement: { clock, legalBasis: 'fx' } }, desk: commune.desk })
    .opens('2021-08-23 08:15')
    .does('2021-08-23 08:30', { type: 'Accept' })
    .hands('2021-08-23 09:00', '2021-08-23 09:30', commune.culture)
    .does('2021-08-25 10:10', { ...supplement, type: 'ProposeSupplement' })
    .does('2021-08-25 10:40', supplement)
    .does('2021-09-10 15:20', { type: 'ReceiveSupplement' })

const paid = () =>
  life({ procedure: p4, desk: centre.desk })
    .opens('2025-12-08 08:45')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
    .does('2025-12-22 09:00', { type: 'RequestConsultation', consultation: 'tax' })
    .does('2025-12-29 10:00', { type: 'RequestObligation', obligation: 'tax', amount: 1_250_000, note })
    .does('2026-01-07 10:10', { type: 'RecordPayment', obligation: 'tax', proof: 'GW-20260107-1' })

const onTheAfternoon = () =>
  life({ procedure: p1, desk: commune.desk }).opens('2021-08-31 15:30').does('2021-08-31 15:40', { type: 'Accept' })

/** Two agencies at once, before the lead's own day. */
const branched = (sum = false) =>
  life({
    procedure: sum ? { ...p1, limit: { ...p1.limit, statutory: 'sum-of-stages' } } : p1,
    desk: commune.desk,
  })
    .opens('2024-12-31 08:00')
    .does('2024-12-31 08:20', { type: 'Accept' })

const certificateOf = (told: Life, hashOf = requestHash) => {
  const certificate = buildCertificate(told.record, told.law('2026-01-01 08:00'), { product: '0.1.0', hashOf })
  if (certificate === undefined) throw new Error('the dossier has no due date')
  return DueDateCertificate.parse(certificate)
}
const differing = (content: unknown) => verifyCertificate(content, requestHash)?.map(({ at }) => at)

const told = {
  'a route over three levels': routed,
  'a supplement that restarts the clock': () => supplemented('restart'),
  'a supplement after which it goes on': () => supplemented('resume'),
  'a payment in which it stood': paid,
  'an arrival after the cut-off': onTheAfternoon,
  'branches at the same time': branched,
  'branches in a sum of stages': () => branched(true),
}

describe.each(Object.entries(told))('the certificate of %s', (_name, tell) => {
  test('states the due date of the record, and follows from its own content', () => {
    const certificate = certificateOf(tell())
    const { code, count } = tell().dossier()
    expect(certificate.dossier).toBe(code)
    expect(certificate.due).toEqual(count?.due)
    expect(certificate.stageDues).toEqual(count?.stages.map(({ due }) => due))
    expect(verifyCertificate(JSON.parse(JSON.stringify(certificate)), requestHash)).toEqual([])
  })

  test('shows any one changed member: where it is, or what no longer follows', () => {
    const text = JSON.stringify(certificateOf(tell()))
    const unnoticed = placesIn(JSON.parse(text)).filter((path) => {
      const changed = JSON.parse(text)
      change(changed, path)
      const [member = '', inner = ''] = path
      if (member === 'certificate') return verifyCertificate(changed, requestHash) !== undefined // another kind: none at all
      const seal = member === 'hashes' ? `hashes.${inner}` : member === 'hash' ? 'hash' : `hashes.${member}`
      return differing(changed)?.every((at) => at !== seal && at !== member && !at.startsWith(`${member}.`)) ?? true
    })
    expect(unnoticed).toEqual([])
  })

  test('explains itself stage by stage, up to its due date', () => {
    const certificate = certificateOf(tell())
    const explanations = explanationsIn(certificate)
    expect(explanations.at(-1)?.due).toEqual(certificate.due)
    expect(explanations.map(({ from, due }) => [from, due.on])).toEqual(
      certificate.walk.map(({ from, to }) => [from, to]),
    )
  })
})

test('a certificate carries the calendar of its own days alone, with the notices they come from', () => {
  const { calendar: carried, record } = certificateOf(routed())
  expect(carried.version).toBe(calendar.version)
  expect(carried.years.map(({ year, off }) => [year, off.map(({ day }) => day)])).toEqual([
    [2021, ['2021-04-21', '2021-04-30', '2021-05-03']],
  ])
  expect(record).toEqual([{ seq: 2, type: 'DossierAccepted', at: local('2021-04-13 09:40') }])
})

test('a restart counts from its end, a resume and a payment past the stretch in which the clock stood', () => {
  const stretch = { from: local('2021-08-25 10:40'), to: local('2021-09-10 15:20') }
  const restarted = certificateOf(supplemented('restart'))
  expect(restarted).toMatchObject({ interruptions: [{ ...stretch, effect: 'restart' }], dayZero: '2021-09-10' })
  const resumed = certificateOf(supplemented('resume'))
  expect(resumed).toMatchObject({ interruptions: [{ ...stretch, effect: 'pause' }], dayZero: '2021-08-23' })
  expect(resumed.due.on < restarted.due.on).toBe(true)
  expect(certificateOf(paid()).record.map(({ type }) => type)).toEqual([
    'DossierAccepted',
    'ObligationRequested',
    'ObligationPaid',
  ])
})

test('a due date that does not follow is told, however well it is sealed', () => {
  const certificate = certificateOf(routed())
  const { hashes: _hashes, hash: _hash, ...content } = { ...certificate, due: { on: '2021-05-18' } }
  const hashes = Object.fromEntries(Object.entries(content).map(([member, value]) => [member, requestHash(value)]))
  const forged = { ...content, hashes, hash: requestHash(hashes) }
  expect(verifyCertificate(forged, requestHash)).toEqual([{ at: 'due.on', says: '2021-05-18', follows: '2021-05-17' }])
  const { calendar: carried } = certificate
  expect(differing({ ...certificate, calendar: { ...carried, years: [] } })).toEqual([
    'calendar.years',
    'hashes.calendar',
  ])
})

test('what is no certificate is none, and a malformed one differs where it is malformed', () => {
  expect(verifyCertificate([], requestHash)).toBeUndefined()
  expect(verifyCertificate(null, requestHash)).toBeUndefined()
  expect(differing({ ...certificateOf(routed()), due: { on: '2021-02-31' } })).toEqual(['due.on'])
})

test('a member no certificate has is named, each by itself and with what it says alone', () => {
  const certificate = certificateOf(routed())
  const { office } = certificate
  const content = { ...certificate, note: 'x', seen: 1, office: { ...office, open: true } }
  expect(verifyCertificate(content, requestHash)).toEqual([
    { at: 'office.open', says: true, follows: 'no such member' },
    { at: 'note', says: 'x', follows: 'no such member' },
    { at: 'seen', says: 1, follows: 'no such member' },
  ])
})

test.each(lifeNames)('a dossier that is %s has a certificate if it has a due date', (name) => {
  const one = lives[name]()
  const certificate = buildCertificate(one.record, one.law('2026-01-01 08:00'), {
    product: '0.1.0',
    hashOf: requestHash,
  })
  expect(certificate?.due).toEqual(one.dossier().count?.due)
  expect(certificate === undefined ? [] : differing(certificate)).toEqual([])
})

test('whatever happens to a dossier, its certificate states the due date it has and follows from its own content', () => {
  fc.assert(
    fc.property(randomLife, (wish) => {
      const calendars = new Map<string, CalendarVersion>()
      const one = live(wish, (told, at) => {
        const { calendar: inForce } = told.law(at)
        calendars.set(inForce.version, inForce)
      })
      const pinned = calendars.get(one.record.length === 0 ? '' : (one.dossier().pinned?.calendar ?? ''))
      const law = { ...one.law('2026-01-01 08:00'), calendar: pinned ?? calendar }
      const certificate = buildCertificate(one.record, law, { product: '0.1.0', hashOf: requestHash })
      expect(certificate?.due).toEqual(one.record.length === 0 ? undefined : one.dossier().count?.due)
      expect(certificate === undefined ? [] : differing(certificate)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

/** Every path to a value that holds no other, and to every list. */
const placesIn = (value: unknown, path: string[] = []): string[][] => {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([member, one]) => placesIn(one, [...path, member]))
  return Array.isArray(value) ? [path, ...inner] : inner
}

/** Changes what stands there to something else of its kind; a list loses its first member, or gains one. */
const change = (root: unknown, path: readonly string[]): void => {
  const holder = path.slice(0, -1).reduce((value, member) => Object(value)[member], root)
  const last = path.at(-1) ?? ''
  Object(holder)[last] = otherThan(Object(holder)[last])
}

const otherThan = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? [null] : value.slice(1)
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  const text = String(value)
  if (/^[0-9a-f]{64}$/.test(text)) return text.replace(/^./, (first) => (first === '0' ? '1' : '0'))
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) === text
    ? `${text}x`
    : text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
}
