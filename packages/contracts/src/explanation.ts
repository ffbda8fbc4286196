import * as z from 'zod'
import { Day, Due, Instant, Limit } from './time.ts'

/**
 * One day on the way to a due date: whether it counted, the how manieth it then was, and why. `roll` marks the rest day a
 * limit ended on, and the days after it that were looked at for that (Civil Code art. 148.5).
 */
export const DayLookedAt = z
  .object({
    day: Day,
    counted: z.boolean(),
    ordinal: z.int().min(1).optional(),
    why: z.enum([
      'day-zero',
      'working-day',
      'worked-saturday',
      'calendar-day',
      'made-up-day',
      'weekend',
      'holiday',
      'compensation',
      'swap',
      'interruption',
      'office-closed',
    ]),
    /** What the calendar calls the day, and the notice that says so. */
    name: z.string().optional(),
    notice: z.string().optional(),
    /** The document on which the clock stood. */
    document: z.string().optional(),
    roll: z.literal(true).optional(),
  })
  .meta({ id: 'DayLookedAt' })
export type DayLookedAt = z.infer<typeof DayLookedAt>

/** A month that has passed: to which day, and whether that is the month's last for want of the corresponding one. */
export const MonthPassed = z.object({ ordinal: z.int().min(1), to: Day, lastOfMonth: z.boolean() })
export type MonthPassed = z.infer<typeof MonthPassed>

/** A stretch of hours that ran, or in which the clock stood. */
export const StretchLookedAt = z.object({
  from: Instant,
  to: Instant,
  counted: z.boolean(),
  document: z.string().optional(),
})
export type StretchLookedAt = z.infer<typeof StretchLookedAt>

/** The whole walk to a due date. Limits in months have `months`, limits in hours `stretches`; days are in order. */
export const Explanation = z
  .object({
    stage: z.string().optional(),
    from: Day,
    limit: Limit,
    due: Due,
    rolled: z.boolean(),
    /** It reaches into a year nobody has announced, by that year's fixed days alone. */
    provisional: z.literal(true).optional(),
    days: z.array(DayLookedAt),
    months: z.array(MonthPassed).optional(),
    stretches: z.array(StretchLookedAt).optional(),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>
