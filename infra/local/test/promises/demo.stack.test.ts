import { rmSync } from 'node:fs'
import { Client } from '@temporalio/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Driver, openDriver } from '../../driver.ts'
import { freePorts } from '../../ports.ts'
import { openStack, type Stack } from '../../stack.ts'
import { linesInKafka } from '../../story/compare.ts'
import { moment } from '../../story/local-time.ts'
import { peopleOf } from '../../story/people.ts'
import { handIn } from '../../story/hand-in.ts'
import { namespace, withTemporal } from '../../temporal.ts'

let stack: Stack
let driver: Driver
beforeAll(async () => {
  const clock = { mode: 'driven', at: moment('2021-04-12T07:00') } as const
  stack = openStack({ name: `test-${process.pid}-demo`, ports: await freePorts(), clock, unsafe: true, env: {} })
  await stack.start()
  driver = await openDriver(stack.plan)
}, 180_000)
afterAll(async () => {
  await driver.close()
  await stack.stop()
  rmSync(stack.plan.folder, { recursive: true, force: true })
}, 60_000)

test('what falls due while time is moved sounds at its own minute, in order', async () => {
  const desk = peopleOf(stack.plan)('officer:ia-pech.intake')
  const begun = driver.now()
  const id = await handIn(desk)
  await desk.act(id, { type: 'Accept' })
  const rang = (await driver.moveTo('2021-07-01T00:00:00.000Z')).filter(({ dossierId }) => dossierId === id)
  const { body } = await desk.get('casework', `/dossiers/${id}`)
  const timeline: { at: string; event: { type: string; alarm?: { at: string } } }[] = Object(body)['timeline']
  const sounded = timeline.filter(({ event }) => event.type === 'AlarmSounded')
  expect(begun < (rang[0]?.at ?? '')).toBe(true)
  expect(rang.map(({ kind }) => kind)).toEqual([
    'stage-warning',
    'stage-overdue',
    'apology-draft',
    'due-soon',
    'apology-unsigned',
    'apology-unsigned',
    'apology-by',
    'overdue',
  ])
  expect(sounded.map(({ at }) => at)).toEqual(sounded.map(({ event }) => event.alarm?.at))
}, 120_000)

test('an agency that ends at midnight is succeeded at midnight, and everybody knows: ledger, Temporal, Kafka and intake', async () => {
  const people = peopleOf(stack.plan)
  const [before, after] = [people('officer:ia-pech.intake'), people('officer:xa-ia-grai.intake')]
  await driver.moveTo(moment('2025-06-30T09:00'))
  const id = await handIn(before)
  const [accepted] = (await before.act(id, { type: 'Accept' })).slice(-1)
  await driver.moveTo(moment('2025-07-01T07:30'))
  expect((await before.get('casework', `/dossiers/${id}`)).status).toBe(404)
  const { body } = await after.get('casework', `/dossiers/${id}`)
  const timeline: { at: string; event: { type: string } }[] = Object(body)['timeline']
  expect(timeline.at(-1)).toMatchObject({ at: moment('2025-07-01T00:00'), event: { type: 'AgencySucceeded' } })
  expect(body['axes']).toMatchObject({ holder: 'H21.91.01', code: accepted?.axes.code, due: accepted?.axes.due })
  const story = await withTemporal(stack.address.temporal, (connection) =>
    new Client({ connection, namespace }).workflow.getHandle(id).describe(),
  )
  expect(story.searchAttributes['DossierAgency']).toEqual(['H21.91.01'])
  expect(await linesInKafka(stack.address.kafka, id)).toEqual(timeline.map((_, i) => i + 1))
  const shown = await after.get('intake', `/applications/${id}`)
  expect(Object(shown.body['progress'])['holder']).toBe('H21.91.01')
}, 120_000)

test('a notice published today moves the dossiers it concerns, and their alarms in Temporal; the citizen’s service hears of it', async () => {
  const people = peopleOf(stack.plan)
  const [desk, control] = [people('officer:xa-ia-grai.intake'), people('officer:gia-lai.procedure-control')]
  await driver.moveTo(moment('2026-11-10T09:00'))
  const id = await handIn(desk, { receivingDesk: 'H21.91.01' })
  await desk.act(id, { type: 'Accept' })
  await driver.settle()
  const dueOf = async () => String(Object((await desk.get('casework', `/dossiers/${id}`)).body['axes'])['due'].on)
  const before = await dueOf()
  const notice = {
    id: 'fx.nghi-hoan-doi',
    layer: { is: 'nation' },
    document: { number: '1/TB-BNV', confidence: 'fx' },
    about: 'Hoán đổi ngày làm việc',
    knownSince: '2026-11-10',
    off: [{ day: before, why: 'swap', name: 'Nghỉ hoán đổi' }],
  }
  const whatIf = await control.post('casework', '/calendar/what-if', notice)
  expect(whatIf.body['moved']).toContainEqual(expect.objectContaining({ dossierId: id, before: { on: before } }))
  expect((await control.post('catalogue', '/notices', notice)).status).toBe(200)
  expect(await dueOf()).toBe(before)
  const published = await control.post('catalogue', '/notices/fx.nghi-hoan-doi/publish', {})
  expect(published.body).toMatchObject({ state: 'published' })
  await expect.poll(dueOf, { timeout: 20_000 }).not.toBe(before)
  await driver.settle()
  const after = await dueOf()
  const { body } = await desk.get('casework', `/dossiers/${id}`)
  expect(Object(body['timeline']).at(-1).event).toMatchObject({
    type: 'DossierRecounted',
    from: 'VN-2026-1',
    calendar: published.body['calendar'],
  })
  expect(Object(Object((await desk.get('intake', `/applications/${id}`)).body['progress'])['due'])['on']).toBe(after)
  const rang = (await driver.moveTo(moment('2026-12-31T09:00'))).filter(({ dossierId }) => dossierId === id)
  const [overdue] = rang.filter(({ kind }) => kind === 'overdue')
  expect(overdue?.at).toBe(new Date(Date.parse(`${after}T00:00:00+07:00`) + 86_400_000).toISOString())
}, 120_000)
