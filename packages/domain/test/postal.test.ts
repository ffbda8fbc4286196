import { readFileSync } from 'node:fs'
import { Fault } from '@dossier/contracts/parcel'
import { PostalClasses } from '@dossier/contracts/postal-class'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldNotices } from '../src/notice.ts'
import { invitationProblem, nextInvitationFrom, returnProblem } from '../src/postal-invitations.ts'
import { answeredInTime, complaintAnswerBy, complaintsUntil, complaintTooLate } from '../src/postal-complaints.ts'
import { afterFound, bearerOf, compensationPayBy, owedFor, type PostalCost } from '../src/postal-compensation.ts'
import { classBetween, promisedBy, type PromiseTerms } from '../src/postal-promise.ts'
import { calendar, centre, code, commune, district, local, organisations, province } from './fixtures.ts'
import { swap } from './notices.ts'

const file = new URL('../../../services/postal/data/postal-classes.json', import.meta.url)
const classes = PostalClasses.parse(JSON.parse(readFileSync(file, 'utf8')))
const between = (from: string, to: string, on = '2021-04-12') =>
  classBetween({ from: code(from), to: code(to), on }, classes, organisations)
const inDistrict = between(commune.desk, district.desk)
const inProvince = between(commune.desk, province.desk)
const promised = (postedOn: string, more: PromiseTerms = {}, by = inDistrict, version = calendar) => {
  const counted = promisedBy(by, postedOn, version, more)
  return 'missingYear' in counted ? counted : counted.due.on
}
const on = (counted: ReturnType<typeof complaintsUntil>) => ('missingYear' in counted ? counted : counted.due.on)

describe('promise', () => {
  test.each([
    ['2021-04-12', '2021-04-13', 'S01 step 1: handed over on Monday afternoon'],
    ['2021-05-12', '2021-05-13', 'S01 step 6: the result'],
    ['2021-03-17', '2021-03-18', 'S08: the result that was lost'],
    ['2025-06-30', '2025-07-01', 'S09 U: the day its receiver ended'],
    ['2021-04-20', '2021-04-22', 'over Giỗ Tổ'],
    ['2024-05-03', '2024-05-04', 'to a worked Saturday'],
    ['2021-09-01', '2021-09-06', 'over the National Day and a weekend'],
  ])('in one district, posted on %s: by %s (%s)', (postedOn, by) => {
    expect(promised(postedOn)).toBe(by)
  })

  test('S01 step 5: paper from the province by J + 2', () => {
    expect(promised('2021-05-10', {}, inProvince)).toBe('2021-05-12')
  })

  test('with the slip of an appointment each class has twice as long', () => {
    const terms = { appointmentSlip: true }
    const posted = '2021-04-05'
    const by = ['same-district', 'same-province', 'between-centres', 'between-provinces'].map((id) => {
      const found = classes.classes.find((one) => one.id === id)
      return found && [promised(posted, {}, found), promised(posted, terms, found)]
    })
    expect(by).toEqual([
      ['2021-04-06', '2021-04-07'],
      ['2021-04-07', '2021-04-09'],
      ['2021-04-08', '2021-04-13'],
      ['2021-04-09', '2021-04-15'],
    ])
  })

  test('days of force majeure do not count', () => {
    const flood = { from: local('2021-04-12 20:00'), to: local('2021-04-14 23:00'), document: 'fx' }
    expect(promised('2021-04-12', { forceMajeure: [flood] })).toBe('2021-04-15')
  })

  test('S10: a calendar published later moves it', () => {
    const later = { ...calendar, version: 'VN-2026-2', years: foldNotices([swap], calendar.years) }
    expect([promised('2026-11-20'), promised('2026-11-20', {}, inDistrict, later)]).toEqual([
      '2026-11-23',
      '2026-11-25', // 24/11 is off in both
    ])
  })

  test('in a year nobody announced there is none', () => {
    expect(promised('2026-12-31')).toEqual({ missingYear: 2027 })
  })
})

describe('class', () => {
  test.each([
    [commune.desk, district.desk, '2021-04-12', 'same-district'],
    [commune.desk, commune.neighbour, '2025-06-30', 'same-district'],
    [commune.desk, province.desk, '2021-04-12', 'same-province'],
    [centre.desk, province.desk, '2026-08-27', 'same-province'],
    [commune.desk, district.desk, '2025-07-01', 'same-province'],
    [commune.desk, 'H29', '2021-04-12', 'between-provinces'],
  ])('from %s to %s on %s goes by %s', (from, to, day, id) => {
    expect(between(from, to, day).id).toBe(id)
  })

  test('terrain as published comes before any other', () => {
    const [terrain] = classes.classes
    if (terrain?.between.is !== 'terrain') throw new Error('The first class is for special terrain')
    const places = [{ code: commune.committee, document: 'fx', confidence: 'fx' as const }]
    const published = {
      ...classes,
      classes: [{ ...terrain, between: { ...terrain.between, places } }, ...classes.classes],
    }
    const ends = { from: province.desk, to: commune.desk, on: '2021-04-12' }
    expect(classBetween(ends, published, organisations).id).toBe('special-terrain')
  })

  test('both ends in great cities go faster', () => {
    const centres = [{ code: code('H21'), name: 'fx', confidence: 'fx' as const }]
    const only = { ...classes, centres, classes: classes.classes.filter(({ between: { is } }) => is !== 'same') }
    expect(classBetween({ from: commune.desk, to: province.desk, on: '2021-04-12' }, only, organisations).id).toBe(
      'between-centres',
    )
  })

  test('a file without a class for any two ends is refused', () => {
    const without = classes.classes.filter(({ between: { is } }) => is !== 'anywhere')
    expect(PostalClasses.safeParse({ ...classes, classes: without }).success).toBe(false)
  })
})

describe('invitations', () => {
  test('S12: after Friday 28/08/2026 not before Friday 04/09', () => {
    expect(nextInvitationFrom('2026-08-28', calendar)).toBe('2026-09-04')
    expect(invitationProblem(['2026-08-28'], '2026-09-01', calendar)).toEqual({
      code: 'invitation-too-early',
      from: '2026-09-04',
    })
    expect(invitationProblem(['2026-08-28'], '2026-09-04', calendar)).toBeNull()
    expect(invitationProblem([], '2026-08-28', calendar)).toBeNull()
  })

  test('S12: back after the second, not after the first', () => {
    expect(returnProblem([], calendar)).toEqual({ code: 'too-few-invitations', from: null })
    expect(returnProblem(['2026-08-28'], calendar)).toEqual({ code: 'too-few-invitations', from: '2026-09-04' })
    expect(returnProblem(['2026-08-28', '2026-09-04'], calendar)).toBeNull()
  })

  test('two that turn out to lie too close together are one', () => {
    const close = ['2026-08-27', '2026-08-28']
    expect(returnProblem(close, calendar)).toEqual({ code: 'too-few-invitations', from: '2026-09-04' })
    expect(returnProblem([...close, '2026-09-04'], calendar)).toBeNull()
  })

  test('what the recipient refused to take goes back at once, where the post office is set so', () => {
    expect(returnProblem(['2026-08-28'], calendar, { refused: true })).toBeNull()
  })

  test('in a year nobody announced the next has no day, and is too early', () => {
    expect(nextInvitationFrom('2026-12-31', calendar)).toEqual({ missingYear: 2027 })
    expect(invitationProblem(['2026-12-31'], '2027-01-20', calendar)).toEqual({
      code: 'invitation-too-early',
      from: null,
    })
  })
})

describe('complaints', () => {
  test('S08: about what was promised for 18/03/2021 until Monday 20/09', () => {
    expect(on(complaintsUntil('2021-03-18', calendar))).toBe('2021-09-20')
    expect(complaintTooLate('2021-03-18', local('2021-09-20 23:59'), calendar)).toBeNull()
    expect(complaintTooLate('2021-03-18', local('2021-09-21 00:00'), calendar)).toBe('2021-09-20')
  })

  test('S08: received on Wednesday 24/3 answered by Wednesday 31/3; between provinces two working days later', () => {
    const at = local('2021-03-24 09:00')
    expect(on(complaintAnswerBy(at, inDistrict, calendar))).toBe('2021-03-31')
    expect(on(complaintAnswerBy(at, between(commune.desk, 'H29'), calendar))).toBe('2021-04-02')
    expect(answeredInTime({ on: '2021-03-31' }, local('2021-03-31 23:59'))).toBe(true)
    expect(answeredInTime({ on: '2021-03-31' }, local('2021-04-01 00:00'))).toBe(false)
  })

  test('none is refused for a last day that cannot be counted', () => {
    expect(complaintTooLate('2026-10-15', local('2027-08-01 09:00'), calendar)).toBeNull()
  })
})

describe('compensation', () => {
  test('S08: a loss by the operator costs at least 104.000 đ for postage of 26.000 đ', () => {
    expect(owedFor('lost', 'operator', 26_000)).toEqual({ is: 'owed', atLeast: 104_000, refund: 26_000 })
    expect(owedFor('damaged', 'operator', 26_000)).toEqual({ is: 'owed', atLeast: 104_000, refund: 26_000 })
  })

  test('lateness by the operator costs the postage', () => {
    expect(owedFor('late', 'operator', 26_000)).toEqual({ is: 'owed', atLeast: 26_000, refund: 26_000 })
  })

  test('S09: what was late because its receiver ended costs nothing; before the fault is known nothing is said', () => {
    expect(owedFor('late', 'receiver-ended', 26_000)).toEqual({ is: 'nothing' })
    expect(owedFor('lost', 'unknown', 26_000)).toEqual({ is: 'undecided' })
  })

  test('is paid within 30 days of the liability record, a rest day rolls', () => {
    expect(on(compensationPayBy('2021-03-24', calendar))).toBe('2021-04-23')
    expect(on(compensationPayBy('2021-03-22', calendar))).toBe('2021-04-22') // 21/4 is Giỗ Tổ
  })

  test('S08: who takes the parcel found repays, who refuses it keeps what was paid', () => {
    expect(afterFound('taken', { amount: 104_000, paid: 104_000 })).toEqual({ repay: 104_000, owed: 0 })
    expect(afterFound('taken', { amount: 104_000, paid: 0 })).toEqual({ repay: 0, owed: 0 })
    expect(afterFound('refused', { amount: 104_000, paid: 0 })).toEqual({ repay: 0, owed: 104_000 })
  })

  test('whatever the fault, the citizen never bears what is not his own', () => {
    const faults = Fault.options.filter((fault) => fault !== 'receiver')
    const costs: PostalCost[] = ['repeat-delivery', 'return', 're-issue']
    fc.assert(
      fc.property(fc.constantFrom(...faults), fc.constantFrom(...costs), (fault, cost) => {
        expect(bearerOf(cost, fault)).not.toBe('citizen')
      }),
    )
    expect(bearerOf('repeat-delivery', 'receiver')).toBe('citizen')
    expect(bearerOf('re-issue', 'operator')).toBe('operator')
  })
})
