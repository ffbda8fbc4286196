import { OrganisationCode } from '@dossier/contracts/organisation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invitationDays, type Scan, scanProblem, scanSteps, type ScanStep, storyOf } from '../src/parcel-story.ts'

const office = OrganisationCode.parse('H21.08.01.06')
const at = (minute: number) => new Date(Date.UTC(2021, 3, 12, 1, minute)).toISOString()
const scan = (step: ScanStep, minute: number, more: Partial<Scan> = {}): Scan => ({
  id: `${step}-${minute}`,
  step,
  happenedAt: at(minute),
  recordedAt: at(minute),
  by: 'ia-kha.post',
  office,
  detail: {},
  corrects: null,
  ...more,
})
const signed = { to: 'applicant', identityChecked: true, signed: true } as const
const way = [scan('taken', 0), scan('arrived', 10), scan('attempted', 20, { detail: { invited: true } })]

describe('the story of a parcel', () => {
  test('is told by its scans, in the order in which they happened', () => {
    const delivered = scan('delivered', 30, { detail: signed })
    expect(storyOf([delivered, ...way.toReversed()])).toEqual({
      state: 'delivered',
      office: null,
      courier: null,
      postedAt: at(0),
      attempts: [{ at: at(20), reason: 'other', invited: true }],
      closedAt: at(30),
    })
    expect(invitationDays(storyOf(way))).toEqual(['2021-04-12'])
  })

  test('an error is corrected by a scan that names it', () => {
    const wrong = scan('lost', 25)
    const right = scan('departed', 26, { corrects: wrong.id })
    expect(storyOf([...way, wrong]).state).toBe('lost')
    expect(storyOf([right, ...way, wrong])).toMatchObject({ state: 'under-way', closedAt: null })
  })

  test('at one instant comes first what comes first on the way, whatever the ids', () => {
    const [taken, delivered] = [scan('taken', 0, { id: 'z' }), scan('delivered', 0, { id: 'a', detail: signed })]
    expect(storyOf([delivered, taken])).toMatchObject({ state: 'delivered', office: null })
  })

  test('what is over stays over, and only what is lost is found', () => {
    const delivered = scan('delivered', 15, { detail: signed })
    expect(storyOf([...way, delivered])).toMatchObject({ state: 'delivered', closedAt: at(15), attempts: [] })
    expect(storyOf([...way, delivered, scan('lost', 25), scan('found', 30)])).toMatchObject({ closedAt: at(15) })
    expect(storyOf([...way, scan('found', 22), scan('lost', 25)])).toMatchObject({ state: 'lost', closedAt: at(25) })
  })

  test('scans shuffled and doubled tell the same story', () => {
    const scans = fc.array(
      fc.record({ step: fc.constantFrom(...scanSteps), minute: fc.nat({ max: 30 }), n: fc.nat({ max: 50 }) }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(
        scans.chain((list) => {
          const each = list.map(({ step, minute, n }) => scan(step, minute, { id: `${step} ${n} ${minute}` }))
          const twice = [...each, ...each]
          const sizes = { minLength: twice.length, maxLength: twice.length }
          return fc.tuple(fc.constant(each), fc.shuffledSubarray(twice, sizes))
        }),
        ([each, shuffled]) => {
          expect(storyOf(shuffled)).toEqual(storyOf(each))
        },
      ),
    )
  })
})

describe('a scan that does not belong', () => {
  const over = [...way, scan('delivered', 30, { detail: signed })]
  test.each([
    ['of a closed parcel', over, scan('departed', 40), 'parcel-closed'],
    ['that ends it a second time', over, scan('returned', 25), 'parcel-closed'],
    ['before the post took it', [], scan('departed', 5), 'not-posted'],
    ['told of a time before the post took it', [scan('taken', 10)], scan('departed', 5), 'not-posted'],
    [
      'a delivery without signature',
      way,
      scan('delivered', 30, { detail: { ...signed, signed: false } }),
      'delivery-unsigned',
    ],
    [
      'a delivery without identity check',
      way,
      scan('delivered', 30, { detail: { to: 'applicant', signed: true } }),
      'delivery-unsigned',
    ],
    [
      'a delivery to a representative without authorisation',
      way,
      scan('delivered', 30, { detail: { ...signed, to: 'representative' } }),
      'delivery-unsigned',
    ],
    ['found without loss', way, scan('found', 30), 'not-lost'],
    ['found before it was lost', [...way, scan('lost', 30)], scan('found', 25), 'not-lost'],
    [
      'lost before it was lost and found',
      [...way, scan('lost', 30), scan('found', 35)],
      scan('lost', 25),
      'parcel-closed',
    ],
    ['seen between loss and find', [...way, scan('lost', 30), scan('found', 35)], scan('arrived', 32), 'parcel-closed'],
    [
      'a correction of the find after which it was delivered',
      [...way, scan('lost', 25), scan('found', 26), scan('delivered', 30, { detail: signed })],
      scan('arrived', 26, { id: 'right', corrects: 'found-26' }),
      'parcel-closed',
    ],
    ['a correction of nothing', way, scan('departed', 30, { corrects: 'x' }), 'unknown-scan'],
  ] as const)('%s', (_, scans, next, code) => {
    expect(scanProblem(scans, next, true)).toBe(code)
  })

  test('what was seen before the end and told after it still counts', () => {
    expect(scanProblem(over, scan('out-for-delivery', 28), true)).toBeNull()
  })

  test('to an authority nothing is delivered without a joint count', () => {
    expect(scanProblem(way, scan('delivered', 30, { detail: signed }), false)).toBe('handover-record-needed')
  })
})
