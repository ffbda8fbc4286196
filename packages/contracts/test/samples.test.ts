import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ApplicationEvent, ApplicationMessage, applicationTopic } from '../src/application.ts'
import { DossierMessage, dossierTopic } from '../src/dossier.ts'
import { DossierCommand } from '../src/dossier-command.ts'
import { DossierEvent } from '../src/dossier-event.ts'
import { FeedbackEvent, feedbackTopic } from '../src/feedback.ts'
import { FindingEvent, findingTopic } from '../src/finding.ts'
import { LetterEvent, letterTopic } from '../src/letter.ts'
import { ParcelEvent, parcelTopic } from '../src/parcel.ts'
import { topics } from '../src/topics.ts'
import { placesFilled, placesIn } from './members.ts'
import { harmTo, type Sample, samplesOf } from './samples.ts'

const places = [
  ...topics.map(({ name, schema }): [string, z.ZodType] => [name, schema]),
  ['commands', DossierCommand] as const,
]
const stored = places.flatMap(([place, schema]) =>
  samplesOf(place).map(({ file, body }) => [file, schema, body] as const),
)
const typesIn = (place: string) => [...new Set(samplesOf(place).map(({ type }) => type))].toSorted()
const typesOf = (union: { options: readonly { shape: { type: { value: string } } }[] }) =>
  union.options.map(({ shape }) => shape.type.value).toSorted()

test.each([
  [dossierTopic.name, DossierEvent],
  [applicationTopic.name, ApplicationEvent],
  [feedbackTopic.name, FeedbackEvent],
  [findingTopic.name, FindingEvent],
  [parcelTopic.name, ParcelEvent],
  [letterTopic.name, LetterEvent],
  ['commands', DossierCommand],
])('%s: each type has a stored sample, and no sample is of a type that is gone', (place, union) => {
  expect(typesIn(place)).toEqual(typesOf(union))
})

test.each(topics)('$name has stored samples, named for the event they tell', ({ name }) => {
  const samples = samplesOf(name)
  expect(samples).not.toEqual([])
  expect(samples.filter(({ type, body }) => (Object(body).event?.type ?? type) !== type)).toEqual([])
})

test('the list of topics names every topic that a contract declares', () => {
  const folder = new URL('../src/', import.meta.url)
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const declared = sources.flatMap((source) => source.match(/(?<=')[a-z]+\.[a-z]+\.v\d+(?=')/g) ?? [])
  expect(topics.map(({ name }) => name).toSorted()).toEqual([...new Set(declared)].toSorted())
})

test.each(stored)('%s is read as it was written', (_file, schema, body) => {
  expect(harmTo(schema, { body })).toBeUndefined()
})

test.each(places)('%s: every member, the optional ones too, is in some stored sample', (place, schema) => {
  const filled = new Set(samplesOf(place).flatMap(({ body }) => placesFilled(body)))
  const all = [...placesIn(schema)]
  const shown = new Set(all.filter(([each]) => filled.has(each)).map(([, { inShape }]) => inShape))
  expect(all.filter(([, { inShape }]) => !shown.has(inShape)).map(([each]) => each)).toEqual([])
})

/** Grows only: what a member could once say is in old records, and must be understood for as long as they are kept. */
const values: Record<string, Record<string, unknown[]>> = JSON.parse(
  readFileSync(new URL('samples/values.json', import.meta.url), 'utf8'),
)

test.each(places)(
  '%s: every value a member can have is stored, and every stored one can still be read',
  (place, schema) => {
    const today: Record<string, unknown[]> = {}
    for (const { schema: member, inShape } of placesIn(schema).values())
      if (member.enum !== undefined) today[inShape] = member.enum
    expect(today).toEqual(values[place] ?? {})
  },
)

const [handover] = samplesOf(dossierTopic.name).filter(({ type }) => type === 'HandoverOffered')
const [submitted] = samplesOf(applicationTopic.name).filter(({ type }) => type === 'ApplicationSubmitted')
const planted: [string, z.ZodType, Sample | undefined][] = [
  ['a new member that must be there', DossierMessage.extend({ cell: z.string() }), handover],
  ['a member taken away', DossierMessage.omit({ moves: true }), handover],
  ['a member by another name', ApplicationMessage.omit({ seq: true }).extend({ sequence: z.int() }), submitted],
  ['a member of another type', ApplicationMessage.extend({ seq: z.string() }), submitted],
  ['an event that is gone', DossierMessage.extend({ event: z.object({ type: z.literal('DossierOpened') }) }), handover],
  ['a value that is gone', ApplicationMessage.extend({ event: z.object({ channel: z.enum(['desk']) }) }), submitted],
]
test.each(planted)('the samples notice %s', (_change, schema, sample) => {
  expect(harmTo(schema, { body: sample?.body })).toBeDefined()
})

test('the samples allow a new optional member', () => {
  expect(harmTo(DossierMessage.extend({ cell: z.string().optional() }), { body: handover?.body })).toBeUndefined()
})
