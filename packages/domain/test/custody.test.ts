import type { Custodian } from '@dossier/contracts/parcel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainsOf, compareCounts, custodianIn, type CustodyFact, givingProblem, type Held } from '../src/custody.ts'
import { OrganisationCode } from '@dossier/contracts/organisation'

const office = (code: string) => OrganisationCode.parse(code)
const desk: Custodian = { kind: 'desk', organisation: office('H21.08.01.01') }
const archive: Custodian = { kind: 'archive', organisation: office('H21.08.01') }
const officer: Custodian = { kind: 'officer', officer: 'ia-kha.justice', organisation: office('H21.08.01') }
const parcel: Custodian = { kind: 'parcel', parcel: 'CA100000007VN' }
const citizen: Custodian = { kind: 'citizen' }
const all = [desk, archive, officer, parcel, citizen]

const at = (minute: number) => new Date(Date.UTC(2021, 3, 12, 1, minute)).toISOString()
let ids = 0
const fact = (papers: string[], from: Custodian | null, to: Custodian, minute: number): CustodyFact => ({
  id: `f${(ids += 1)}`,
  step: from === null ? 'registered' : 'moved',
  papers,
  from,
  to,
  happenedAt: at(minute),
  recordedAt: at(minute),
  corrects: null,
})
const kinds = (chain: readonly Held[] | undefined) => chain?.map(({ custodian: { kind } }) => kind)

describe('a chain of custody', () => {
  const story = [
    fact(['a', 'b'], null, citizen, 0),
    fact(['a', 'b'], citizen, parcel, 1),
    fact(['a', 'b'], parcel, desk, 30),
    fact(['a'], desk, officer, 40),
  ]

  test('begins when the interval before it ends, and is open at its end', () => {
    const { chains, contradictions } = chainsOf(story)
    expect(chains.get('a')).toEqual([
      { custodian: citizen, since: at(0), until: at(1), fact: expect.any(String) },
      { custodian: parcel, since: at(1), until: at(30), fact: expect.any(String) },
      { custodian: desk, since: at(30), until: at(40), fact: expect.any(String) },
      { custodian: officer, since: at(40), until: null, fact: expect.any(String) },
    ])
    expect(kinds(chains.get('b'))).toEqual(['citizen', 'parcel', 'desk'])
    expect(contradictions).toEqual([])
  })

  test('a fact that comes late takes its place by when it happened', () => {
    const late = { ...fact(['b'], desk, archive, 35), recordedAt: at(600) }
    const { chains } = chainsOf([...story, late, { ...fact(['b'], archive, desk, 38), recordedAt: at(601) }])
    expect(kinds(chains.get('b'))).toEqual(['citizen', 'parcel', 'desk', 'archive', 'desk'])
  })

  test('nobody gives what they do not have: the fact is named and moves nothing', () => {
    const wrong = fact(['a', 'x'], archive, desk, 50)
    const { chains, contradictions } = chainsOf([...story, wrong])
    expect(kinds(chains.get('a'))?.at(-1)).toBe('officer')
    expect(contradictions).toEqual([
      { fact: wrong.id, paper: 'a', custodian: officer },
      { fact: wrong.id, paper: 'x', custodian: null },
    ])
  })

  test('a correction stands in the place of what it names, and what it withdraws has not been', () => {
    const [, , unpacked] = story
    const corrected = { ...fact(['a'], parcel, desk, 31), corrects: unpacked?.id ?? '' }
    expect(kinds(chainsOf([...story, corrected]).chains.get('b'))).toEqual(['citizen', 'parcel'])
    const taken = { ...fact([], parcel, parcel, 60), step: 'withdrawn' as const, corrects: unpacked?.id ?? '' }
    expect(kinds(chainsOf([...story, taken]).chains.get('a'))).toEqual(['citizen', 'parcel'])
  })
})

const papers = ['a', 'b', 'c']
const anyFact = fc.record({
  papers: fc.subarray(papers, { minLength: 1 }),
  from: fc.option(fc.constantFrom(...all), { nil: null }),
  to: fc.constantFrom(...all),
  minute: fc.nat({ max: 20 }),
  recorded: fc.nat({ max: 5 }),
  corrects: fc.option(fc.nat({ max: 30 }), { nil: null, freq: 6 }),
})
const stories = fc.array(anyFact, { maxLength: 30 }).map((list): CustodyFact[] =>
  list.map(({ minute, recorded, corrects, ...rest }, i) => ({
    ...rest,
    id: `id-${String(i).padStart(2, '0')}`,
    step: rest.from === null ? 'registered' : 'moved',
    happenedAt: at(minute),
    recordedAt: at(minute + recorded),
    corrects: corrects !== null && corrects < i ? `id-${String(corrects).padStart(2, '0')}` : null,
  })),
)

describe('whatever is told, in whatever order and however often', () => {
  test('facts shuffled and doubled give the same chains as in order', () => {
    fc.assert(
      fc.property(
        stories.chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2, maxLength: facts.length * 2 }),
          ),
        ),
        ([facts, shuffled]) => {
          const [expected, got] = [chainsOf(facts), chainsOf(shuffled)]
          expect(got.chains).toEqual(expected.chains)
          expect(got.contradictions).toEqual(expected.contradictions)
        },
      ),
    )
  })

  test('no paper has a gap, an overlap, or two open ends', () => {
    fc.assert(
      fc.property(stories, (facts) => {
        for (const chain of chainsOf(facts).chains.values()) {
          expect(chain.map(({ until }) => until)).toEqual([...chain.slice(1).map(({ since }) => since), null])
          expect(chain.every(({ since, until }) => until === null || until >= since)).toBe(true)
        }
      }),
    )
  })
})

describe('refusals', () => {
  test('of giving', () => {
    expect(givingProblem(desk, desk)).toBeNull()
    expect(givingProblem(archive, desk)).toBe('not-givers-paper')
    expect(givingProblem(parcel, desk)).toBe('paper-in-other-parcel')
    expect(givingProblem(undefined, desk)).toBe('foreign-item')
    expect(givingProblem(custodianIn(chainsOf([]), 'a'), desk)).toBe('foreign-item')
  })

  test('of counts that differ', () => {
    expect(compareCounts(['a', 'b'], ['b', 'c'])).toEqual({ agreed: ['b'], missing: ['a'], foreign: ['c'] })
  })
})
