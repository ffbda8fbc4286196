import { readdirSync, readFileSync } from 'node:fs'
import { DossierMessage } from '@dossier/contracts/dossier'
import { DossierEvent } from '@dossier/contracts/dossier-event'
import type { LetterKind } from '@dossier/contracts/letter'
import { tellings, tellingsOf } from '@dossier/contracts/telling'
import { expect, test } from 'vitest'
import { letterDue } from '../src/letters-due.ts'

const folder = new URL('../../contracts/test/samples/casework.dossier.v1/', import.meta.url)
const samples = readdirSync(folder).map((name) => ({
  name: name.replace('.json', ''),
  event: DossierMessage.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).event,
}))
const sample = (wanted: string): DossierEvent => {
  const found = samples.find(({ name }) => name === wanted)?.event
  if (found === undefined) throw new Error(`There is no sample ${wanted}`)
  return found
}
const changed = (name: string, members: object) => DossierEvent.parse({ ...sample(name), ...members })

test.each<[string, LetterKind | null]>([
  ['DossierAccepted', 'receipt'],
  ['SupplementReceived', 'receipt'],
  ['LimitVariantApplied', 'receipt'],
  ['ObligationPaid', 'receipt'],
  ['CompletionRequested', 'supplement'],
  ['SupplementRequested', 'supplement'],
  ['DossierNotAccepted', 'refusal'],
  ['DossierReappointed', 'apology'],
  ['DossierStopped', 'stop-notice'],
  ['ApologyGiven', 'loss-apology'],
  ['ResultSigned', null],
  ['HandoverOffered', null],
])('%s asks for %s', (name, kind) => {
  expect(letterDue(sample(name))).toBe(kind)
})

test('what is settled at once has no receipt unless it is asked for', () => {
  expect(letterDue(changed('DossierAccepted', { receipt: false }))).toBeNull()
})

test('a refusal after appraisal has its own paper', () => {
  expect(letterDue(changed('ResultSigned', { outcome: 'refused' }))).toBe('refusal')
})

test('with other payments still owed there is no new date, and no new receipt', () => {
  expect(letterDue(changed('ObligationPaid', { count: undefined }))).toBeNull()
})

test('a new count gives a new receipt where the promised date moves, not where a promise stands or dates become firm', () => {
  expect(letterDue(sample('DossierRecounted.moved'))).toBe('receipt')
  expect(letterDue(sample('DossierRecounted.promised'))).toBeNull()
  expect(letterDue(changed('DossierRecounted.moved', { moved: ['firm'] }))).toBeNull()
})

test('whoever is sent a letter with the news is sent the one that is due, and no due letter is left at home', () => {
  const table = tellings['casework.dossier.v1']
  const told = samples.map(({ name, event }) => {
    const due = letterDue(event)
    const sent = tellingsOf(table[event.type]).flatMap(({ letter }) => letter ?? [])
    return due === null || sent.includes(due) ? [] : [`${name}: ${due} is due, ${sent.join() || 'nothing'} is sent`]
  })
  expect(told.flat()).toEqual([])
  const due = new Set([...samples.map(({ event }) => letterDue(event)), 'refusal'])
  const awaited = Object.values(table).flatMap((rule) => tellingsOf(rule).flatMap(({ letter }) => letter ?? []))
  expect(awaited.filter((letter) => !due.has(letter))).toEqual([])
})
