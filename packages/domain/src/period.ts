import type { Day, Instant } from '@dossier/contracts/time'
import { momentOn } from './calendar.ts'

/** A half-open stretch of time: `from` belongs to it, `to` to the next. */
export type Period = { from: Instant; to: Instant }

/** The period of whole days in Vietnam from `from` up to, and without, `to`: a month is `2021-04-01` to `2021-05-01`. */
export const periodOf = (from: Day, to: Day): Period => ({ from: momentOn(from, '00:00'), to: momentOn(to, '00:00') })

export const isWithin = (at: Instant, { from, to }: Period): boolean => from <= at && at < to
