import { figuresBy } from '@dossier/domain/figures'
import type { Period } from '@dossier/domain/period'
import type { Filed } from './filed.ts'

/** The balance of a desk over a period: carried + fresh = early + onTime + late + pending + paused + ended (TT 01/2018 art. 11). */
export const parts = [
  'carried',
  'fresh',
  'early',
  'onTime',
  'late',
  'pending',
  'paused',
  'ended',
  'uncollected',
] as const
export type Tally = Record<(typeof parts)[number], number>
export type Tallies = Record<string, Tally>

/** Recounts it from the records alone. */
export const tallied = (records: readonly Filed[], period: Period): Tallies => {
  const told = records.map(({ lines }) => lines)
  const tallies: Tallies = {}
  for (const [desk, figures] of figuresBy('desk', told, period)) {
    const { carried, new: fresh, resolved, pending, paused, withdrawn, stopped, uncollected } = figures
    const { early, onTime, late } = resolved
    tallies[desk] = {
      carried,
      fresh: fresh.total,
      early,
      onTime,
      late,
      pending: pending.total,
      paused: paused.total,
      ended: withdrawn + stopped,
      uncollected,
    }
  }
  return tallies
}

export const none: Tally = {
  carried: 0,
  fresh: 0,
  early: 0,
  onTime: 0,
  late: 0,
  pending: 0,
  paused: 0,
  ended: 0,
  uncollected: 0,
}

/** Adds the second to the first. */
export const addTallies = (sum: Tallies, more: Tallies): void => {
  for (const [desk, tally] of Object.entries(more)) {
    const held = { ...(sum[desk] ?? none) }
    for (const part of parts) held[part] += tally[part]
    sum[desk] = held
  }
}
