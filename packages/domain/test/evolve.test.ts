import { DossierState } from '@dossier/contracts/dossier'
import { DossierEvent } from '@dossier/contracts/dossier-event'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { lightOf } from '../src/alarm-plan.ts'
import { axesOf, moves } from '../src/axes.ts'
import { type Dossier, isOver } from '../src/dossier.ts'
import { evolve } from '../src/evolve.ts'
import { isInForce } from '../src/organisations.ts'
import { wrongOf } from '../src/wrongs.ts'
import { local, organisations } from './fixtures.ts'
import type { Life } from './life.ts'
import { lifeNames, lives } from './lives.ts'
import { live, randomLife } from './random-lives.ts'

vi.setConfig({ testTimeout: 60_000 }) // hundreds of lives each, on a machine that may be busy

const always = (check: (told: Life, at: string, before: Dossier, lines: number) => void, numRuns = 300) =>
  fc.assert(
    fc.property(randomLife, (random) => {
      let before: Dossier | undefined
      let lines = 1
      live(random, (told, at) => {
        check(told, at, before ?? told.dossier(), lines)
        before = told.dossier()
        lines = told.record.length
      })
    }),
    { numRuns },
  )
const replay = ({ record }: Life) => record.reduce<Dossier | undefined>(evolve, undefined)

test.each(lifeNames)('folding its record gives the dossier %s again', (name) => {
  expect(replay(lives[name]())).toEqual(lives[name]().dossier())
})

test('no event but the opening makes a dossier', () => {
  const [, ...later] = lives.returned().record
  expect(later.reduce<Dossier | undefined>(evolve, undefined)).toBeUndefined()
})

test('an event changes a new dossier and leaves the old one as it was', () => {
  const { record } = lives.returned()
  let dossier: Dossier | undefined
  for (const line of record) {
    const before = structuredClone(dossier)
    const next = evolve(dossier, line)
    expect(dossier).toEqual(before)
    dossier = next
  }
})

test('whatever is asked of it and when, a dossier is what its record says', () => {
  always((told) => expect(replay(told)).toEqual(told.dossier()), 100)
})

test('whatever happens, exactly one organisation holds a dossier', () => {
  always((told) => {
    const { holder } = told.dossier()
    expect(organisations.rows.has(holder)).toBe(true)
  })
})

test('whatever happens, the holder changes only by an accepted handover, a succession, or back to the desk with the citizen’s business', () => {
  const toTheDesk = ['SupplementRequested', 'ResultSigned', 'DossierStopped']
  always((told, _at, before, lines) => {
    const { holder, receivingDesk } = told.dossier()
    const moved = holder !== before.holder
    const types: string[] = told.record.slice(lines).map(({ event }) => event.type)
    const lawful =
      types.includes('HandoverAccepted') ||
      types.includes('AgencySucceeded') ||
      (holder === receivingDesk && types.some((one) => toTheDesk.includes(one)))
    expect(!moved || lawful).toBe(true)
  })
})

test('whatever happens, the due date moves only with an event that counts it', () => {
  always((told, _at, before, lines) => {
    const dates = ({ count }: Dossier) => JSON.stringify([count?.due, count?.stages.map(({ id, due }) => [id, due])])
    const moved = dates(told.dossier()) !== dates(before)
    const types: string[] = told.record.slice(lines).map(({ event }) => event.type)
    const counting = [
      'DossierAccepted',
      'SupplementReceived',
      'ObligationPaid',
      'LimitVariantApplied',
      'DossierRecounted',
    ]
    const cause = types.some((type) => counting.includes(type))
    expect(moved && !cause).toBe(false)
  })
})

test('whatever happens, one supplement is asked for without a legal basis, one notice before acceptance, one new appointment', () => {
  always((told) => {
    const events = told.record.map(({ event }) => event)
    const unfounded = (type: string) =>
      events.filter((event) => event.type === type && !('legalBasis' in event && event.legalBasis !== undefined))
    expect(unfounded('SupplementRequested').length).toBeLessThanOrEqual(1)
    expect(unfounded('CompletionRequested').length).toBeLessThanOrEqual(1)
    expect(events.filter(({ type }) => type === 'DossierReappointed').length).toBeLessThanOrEqual(1)
  })
})

test('whatever happens, what has ended opens again only where a delivery was told by mistake, and owes apologies alone', () => {
  always((told, at, before) => {
    const dossier = told.dossier()
    const stays = isOver(before) && told.last()?.type !== 'ReturnWithdrawn'
    expect(stays ? dossier.state : before.state).toBe(before.state)
    expect(isOver(dossier) ? told.plan(at).filter((one) => wrongOf(one) === undefined) : []).toEqual([])
    expect(isOver(dossier) ? dossier.clock.is : 'stopped').toMatch(/stopped|not-started/)
  })
})

test('whatever happens, the plan is in order, each alarm once, none that has sounded', () => {
  always((told, at) => {
    const plan = told.plan(at)
    const ids = plan.map(({ id }) => id)
    expect(plan.map((alarm) => alarm.at)).toEqual(plan.map((alarm) => alarm.at).toSorted())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => told.dossier().sounded.includes(id))).toEqual([])
    const sounded = told.dossier().sounded
    expect(new Set(sounded).size).toBe(sounded.length)
  })
})

test('whatever happens, state and clock agree, and a clock that stands plans no alarm of its own', () => {
  const ofTheClock = /^(stage-warning|stage-overdue|due-soon|apology-by|overdue|appointment-missed)$/
  const clockOf = {
    submitted: 'not-started',
    'completion-requested': 'not-started',
    'not-accepted': 'not-started',
    withdrawn: 'not-started',
    accepted: 'running',
    'in-progress': 'running',
    'supplement-requested': 'paused',
    'obligation-requested': 'paused',
    completed: 'stopped',
    returned: 'stopped',
    stopped: 'stopped',
  } as const
  always((told, at) => {
    const dossier = told.dossier()
    expect(dossier.clock.is).toBe(clockOf[dossier.state])
    const running = dossier.clock.is === 'running'
    expect(
      running ? [] : told.plan(at).filter((one) => ofTheClock.test(one.kind) && wrongOf(one) === undefined),
    ).toEqual([])
    expect(lightOf(dossier, told.law(at), local(at)) === 'paused').toBe(dossier.clock.is === 'paused')
  })
})

test('whatever happens, an act that changes the plan or the story’s axes is one the conductor hears of', () => {
  const story = (told: Life, dossier: Dossier, at: string) => {
    const { holder, stage, clock, due, level } = axesOf(dossier, told.law(at))
    return JSON.stringify({ holder, stage, clock, due, level })
  }
  always((told, at, before, lines) => {
    const types = told.record.slice(lines).map(({ event }) => event.type)
    const quiet = types.length > 0 && !types.some((type) => moves(type)) && !types.includes('AlarmSounded')
    expect(quiet ? story(told, told.dossier(), at) : '').toBe(quiet ? story(told, before, at) : '')
  })
})

test('random lives reach every state, ask again and promise again: the promises above are put to the test', () => {
  const reached = new Set<string>()
  const asked = new Set<string>()
  const see = (told: Life) => {
    reached.add(told.dossier().state)
    for (const { event } of told.record) asked.add(event.type)
  }
  fc.assert(
    fc.property(randomLife, (random) => void live(random, see)),
    { numRuns: 4_000, seed: 1072025 },
  )
  expect([...reached].toSorted()).toEqual(DossierState.options.toSorted())
  const events = DossierEvent.options.map(({ shape }) => shape.type.value)
  expect(events.filter((type) => !asked.has(type))).toEqual([])
})

test('a handover is only ever accepted by an office that was there when it was offered', () => {
  always((told) => {
    const offers = told.record.filter(({ event }) => event.type === 'HandoverOffered')
    const day = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)
    const dead = offers.filter(({ event, at }) => {
      const row = event.type === 'HandoverOffered' ? organisations.rows.get(event.to) : undefined
      return row === undefined || !isInForce(row, day(at))
    })
    expect(dead).toEqual([])
  }, 100)
})
