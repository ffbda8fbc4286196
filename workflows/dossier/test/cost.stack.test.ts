import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepHistory } from './histories.ts'
import { heldBy, newStory, openTheatre, realServer, type Theatre } from './story.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre(realServer)
})
afterAll(() => theatre.close())

test('a story is joined midway by its latest news, and one that was terminated begins again', async () => {
  const story = await newStory(theatre)
  await story.hears(7, { state: 'in-progress' }, story.alarm('overdue', 2))
  await story.handle().terminate('wiped')
  await story.hears(7, { state: 'in-progress' }, story.alarm('overdue', 0))
  await expect.poll(story.sounded, { timeout: 30_000 }).toEqual(['overdue:0'])
})

test('a story whose worker died goes on with the next one', async () => {
  const story = await newStory(theatre)
  await story.hears(1, {}, story.alarm('overdue', 1))
  await theatre.changeWorker()
  await story.hears(2, { state: 'returned' })
  await story.handle().result()
  expect((await story.handle().describe()).status.name).toBe('COMPLETED')
})

test('a long story goes on in a new run, with what it knew and the alarm it waited for', async () => {
  const story = await newStory(theatre)
  await story.begins({ longFrom: 20 })
  const first = (await story.handle().describe()).runId
  for (let seq = 1; seq <= 8; seq += 1) {
    await story.hears(seq, { stage: { id: `s${seq}`, place: 1, of: 3 } }, story.alarm('overdue', 9))
    await expect.poll(() => shown(story), { timeout: 20_000 }).toContain(`line ${seq} of`)
  }
  expect((await story.handle().describe()).runId).not.toBe(first)
  await story.hears(9, {}, story.alarm('overdue', 0))
  await expect.poll(story.sounded, { timeout: 30_000 }).toEqual(['overdue:0'])
  await story.hears(10, { state: 'returned' })
  await story.handle().result()
})

const shown = async (story: Awaited<ReturnType<typeof newStory>>) =>
  JSON.stringify(await story.handle().query('__temporal_workflow_metadata'))

test('the reference dossier costs at most 50 events, 22 state transitions and no activity', async () => {
  const story = await newStory(theatre)
  const { alarm, hears } = story
  const settled = async (seq: number) => {
    // Each piece of news alone, as when days lie between them: the dearest way.
    await expect
      .poll(async () => JSON.stringify(await story.handle().query('__temporal_workflow_metadata')))
      .toContain(`line ${seq} of`)
  }
  const overdue = alarm('overdue', 34)
  const apology = alarm('apology-by', 31)
  const soon = alarm('due-soon', 30)
  const stage = (id: string, place: number) => ({ stage: { id, place, of: 3 } })
  const working = { state: 'in-progress' } as const
  await hears(2, {}, alarm('stage-warning', 7), alarm('stage-overdue', 7.5), soon, apology, overdue) // accepted
  await settled(2)
  await hears(5, working, alarm('handover-unanswered', 7), alarm('stage-overdue', 7.5), soon, apology, overdue) // offered
  await settled(5)
  const atDistrict = { ...working, ...stage('district', 2), level: 'district', ...heldBy('H21.08.54') } as const
  await hears(6, atDistrict, alarm('stage-warning', 21), alarm('stage-overdue', 21.5), soon, apology, overdue)
  await settled(6)
  await hears(8, atDistrict, alarm('handover-unanswered', 16), alarm('stage-overdue', 21.5), soon, apology, overdue)
  await settled(8)
  const atProvince = { ...working, ...stage('province', 3), level: 'province', ...heldBy('H21.52') } as const
  await hears(9, atProvince, alarm('stage-warning', 28), alarm('stage-overdue', 28.5), soon, apology, overdue)
  await settled(9)
  const done = { state: 'completed', clock: 'stopped', ...stage('province', 3) } as const
  await hears(12, done, alarm('result-uncollected', 41), alarm('result-uncollected', 69))
  await settled(12)
  await hears(13, { ...done, state: 'returned', delivery: 'returned' })
  await story.handle().result()

  const { events } = await story.handle().fetchHistory()
  await keepHistory('reference-dossier', story.handle())
  const activities = (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes != null)
  const { raw, historyLength } = await story.handle().describe()
  const transitions = Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0)
  expect(transitions, 'the server counts them').toBeGreaterThan(0)
  expect(historyLength).toBeLessThanOrEqual(50)
  expect(transitions).toBeLessThanOrEqual(22)
  expect(activities).toEqual([])
})
