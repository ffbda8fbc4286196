import type { DossierEvent } from '@dossier/contracts/dossier-event'
import { expect, test } from 'vitest'
import { shownToApplicant } from '../src/disclosure.ts'
import { lives } from './lives.ts'

const sentOf = (outcome: 'granted' | 'refused'): DossierEvent[] =>
  lives['in-progress']()
    .does('2025-12-10 07:45', { type: 'Propose', outcome })
    .does('2025-12-10 08:00', { type: 'Sign', outcome, number: 'CS 01' })
    .record.map(({ event }) => event)

test.each([
  ['granted', 'step'],
  ['refused', 'with-words'],
] as const)('of a %s result the applicant is shown the %s, and nothing of the proposal', (outcome, shown) => {
  const shownOf = (type: DossierEvent['type']) =>
    sentOf(outcome)
      .filter((event) => event.type === type)
      .map(shownToApplicant)
  expect(shownOf('ResultSigned')).toEqual([shown])
  expect(new Set(shownOf('ResultProposed'))).toEqual(new Set(['nothing']))
})
