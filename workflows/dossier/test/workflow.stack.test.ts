import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepHistory } from './histories.ts'
import { heldBy, newStory, openTheatre, skippingTime, type Theatre } from './story.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre(skippingTime)
})
afterAll(() => theatre.close())

describe('alarms', () => {
  test('an agency that lets time pass hears each alarm once, in order, and the return of the result ends the story', async () => {
    const story = await newStory(theatre)
    await story.hears(1, {}, story.alarm('stage-warning', 3), story.alarm('apology-by', 4), story.alarm('overdue', 5))
    await theatre.env.sleep('6 days')
    expect(story.sounded()).toEqual(['stage-warning:3', 'apology-by:4', 'overdue:5'])
    await story.hears(5, { state: 'completed', clock: 'stopped' })
    await story.hears(6, { state: 'returned', clock: 'stopped' })
    await story.handle().result()
    await keepHistory('late-dossier', story.handle())
  })

  test('no alarm of the old time limit sounds while the citizen owes papers', async () => {
    const story = await newStory(theatre)
    await story.hears(1, {}, story.alarm('apology-by', 4))
    await theatre.env.sleep('2 days')
    await story.hears(2, { state: 'supplement-requested', clock: 'paused' }, story.alarm('supplement-window', 30))
    await theatre.env.sleep('10 days')
    expect(story.sounded()).toEqual([])
    await story.hears(3, { state: 'in-progress' }, story.alarm('apology-by', 16))
    await theatre.env.sleep('10 days')
    expect(story.sounded()).toEqual(['apology-by:16'])
    await keepHistory('supplement', story.handle())
  })

  test('silence after an offered handover sounds, unless the receiver accepts before', async () => {
    const [kept, silent] = [await newStory(theatre), await newStory(theatre)]
    const offer = [kept.alarm('handover-unanswered', 1), kept.alarm('stage-overdue', 8)]
    await kept.hears(1, {}, ...offer)
    await silent.hears(1, {}, ...offer)
    await kept.hears(2, { state: 'in-progress', ...heldBy('H21.08.54') }, kept.alarm('stage-overdue', 8))
    await theatre.env.sleep('2 days')
    expect(kept.sounded()).toEqual([])
    expect(silent.sounded()).toEqual(['handover-unanswered:1'])
  })

  test('move with a new count: a calendar published later gives later days, and the old ones stay silent', async () => {
    const story = await newStory(theatre)
    await story.hears(1, {}, story.alarm('apology-by', 4), story.alarm('overdue', 5))
    await theatre.env.sleep('2 days')
    await story.hears(2, { due: { on: '2021-05-19' } }, story.alarm('apology-by', 6), story.alarm('overdue', 7))
    await theatre.env.sleep('108 hours')
    expect(story.sounded()).toEqual(['apology-by:6'])
    await theatre.env.sleep('2 days')
    expect(story.sounded()).toEqual(['apology-by:6', 'overdue:7'])
    await keepHistory('recounted', story.handle())
  })

  test('is tried again until casework has heard it', async () => {
    const story = await newStory(theatre)
    theatre.failures.push('overdue:1', 'overdue:1')
    await story.hears(1, {}, story.alarm('overdue', 1))
    await theatre.env.sleep('2 days')
    expect(story.sounded()).toEqual(['overdue:1'])
  })

  test('a result nobody collects is chased a year long, in seconds', async () => {
    const story = await newStory(theatre)
    const chases = [14, 42, 200, 360].map((n) => story.alarm('result-uncollected', n))
    await story.hears(1, { state: 'completed', clock: 'stopped' }, ...chases)
    await theatre.env.sleep('365 days')
    expect(story.sounded()).toEqual(chases.map(({ id }) => id))
  })
})

describe('a result by post', () => {
  const done = { state: 'completed', clock: 'stopped' } as const
  const waits = (dispatch: number) => ({ ...done, delivery: 'to-dispatch', dispatch }) as const
  const underWay = (dispatch: number) => ({ ...done, delivery: 'under-way', dispatch }) as const

  test('is ordered once, however often it is told that it waits; its silence is sounded and asked about', async () => {
    const story = await newStory(theatre)
    await story.hears(1, waits(1))
    await story.hears(2, waits(1))
    await story.hears(3, underWay(1), story.alarm('delivery-overdue', 2))
    await theatre.env.sleep('3 days')
    expect(story.sounded()).toEqual(['delivery-overdue:2'])
    expect(story.ordered()).toEqual(['dispatch 1', 'inquiry 1'])
    await story.hears(4, { state: 'returned', clock: 'stopped', delivery: 'returned' })
    await story.handle().result()
    await keepHistory('result-by-post', story.handle())
  })

  test('a post that answers no inquiry keeps no later alarm from sounding and no story from ending', async () => {
    const story = await newStory(theatre)
    theatre.deaf.add(story.dossierId)
    await story.hears(1, underWay(1), story.alarm('delivery-overdue', 1), story.alarm('result-uncollected', 3))
    await theatre.env.sleep('4 days')
    expect(story.sounded()).toEqual(['delivery-overdue:1', 'result-uncollected:3'])
    await story.hears(2, { state: 'returned', clock: 'stopped', delivery: 'returned' })
    await story.handle().result()
    expect(story.ordered()).toEqual([])
  })

  test('a delivery told by mistake had ended the story: it begins again, and its silence is sounded', async () => {
    const story = await newStory(theatre)
    await story.hears(1, underWay(1), story.alarm('delivery-overdue', 3))
    await story.hears(2, { state: 'returned', clock: 'stopped', delivery: 'returned' })
    await story.handle().result()
    await story.hears(3, underWay(1)) // old news alone begins nothing
    await story.hearsItWasNone(4, underWay(1), story.alarm('delivery-overdue', 3))
    await theatre.env.sleep('4 days')
    expect(story.sounded()).toEqual(['delivery-overdue:3'])
    await story.hears(5, { state: 'returned', clock: 'stopped', delivery: 'returned' })
    await story.handle().result()
  })

  test('lost and issued anew is another dispatch; one come back waits for the citizen at the desk', async () => {
    const story = await newStory(theatre)
    await story.hears(1, waits(1))
    await story.hears(2, underWay(1), story.alarm('delivery-overdue', 5))
    await story.hears(3, { ...done, delivery: 'lost' })
    await theatre.env.sleep('6 days')
    expect(story.sounded()).toEqual([])
    await story.hears(5, waits(2))
    await story.hears(6, underWay(2), story.alarm('delivery-overdue', 9))
    await story.hears(7, { ...done, delivery: 'undelivered' }, story.alarm('result-uncollected', 20))
    await theatre.env.sleep('20 days')
    expect(story.ordered()).toEqual(['dispatch 1', 'dispatch 2'])
    expect(story.sounded()).toEqual(['result-uncollected:20'])
  })
})

describe('news', () => {
  test('that is old changes nothing, and after the end it starts no second story', async () => {
    const story = await newStory(theatre)
    await story.hears(2, { state: 'supplement-requested' }, story.alarm('supplement-window', 4))
    await story.hears(1, {}, story.alarm('apology-by', 1))
    await theatre.env.sleep('5 days')
    expect(story.sounded()).toEqual(['supplement-window:4'])
    await story.hears(4, { state: 'stopped' })
    await story.handle().result()
    await story.hears(1, {})
    expect((await story.handle().describe()).status.name).toBe('COMPLETED')
  })

  test('of a dossier that is over ends the story it starts at once', async () => {
    const story = await newStory(theatre)
    await story.hears(9, { state: 'returned', clock: 'stopped' })
    await story.handle().result()
    expect(story.sounded()).toEqual([])
  })
})

test('an operator finds a dossier and understands it without this code', async () => {
  const story = await newStory(theatre)
  await story.hears(
    1,
    { stage: { id: 'district', place: 2, of: 3 }, level: 'district', requests: ['withdrawal'], ...heldBy('H21.08.54') },
    story.alarm('overdue', 9),
  )
  await expect
    .poll(async () => (await story.handle().describe()).searchAttributes)
    .toMatchObject({
      DossierCode: ['H21.08.10-210413-0001'],
      DossierLevel: ['district'],
      DossierAgency: ['H21.08.54'],
      DossierStage: ['district'],
      DossierDue: ['2021-05-17'],
      DossierClock: ['running'],
    })
  const shown = await story.handle().query('__temporal_workflow_metadata')
  const text = JSON.stringify(shown)
  expect(text).toContain('stage 2 of 3 (district), held by H21.08.54')
  expect(text).toContain('Công dân yêu cầu rút hồ sơ')
  expect(text).toContain('next: overdue at')
})
