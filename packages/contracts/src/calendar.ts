import * as z from 'zod'
import { Confidence, Day } from './time.ts'

const name = z.string().min(1)
const notice = z.string().min(1)

/** One year as announced: weekdays off and Saturdays worked, each with the notice it rests on. */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(1990).max(2100),
    confidence: Confidence,
    /** Only the fixed statutory days are known: dates counted in such a year are marked provisional. */
    provisional: z.boolean().default(false),
    off: z.array(z.strictObject({ day: Day, why: z.enum(['holiday', 'compensation', 'swap']), name, notice })),
    worked: z.array(z.strictObject({ day: Day, name, notice })),
  })
  .meta({ id: 'CalendarYear' })
export type CalendarYear = z.infer<typeof CalendarYear>

/** All announced years under one version name. A published version never changes; a notice makes the next one. */
export const CalendarVersion = z
  .strictObject({
    version: z.string().regex(/^VN-\d{4}-\d+$/),
    publishedOn: Day,
    cause: z.string().min(1),
    years: z.array(CalendarYear).min(1),
  })
  .meta({ id: 'CalendarVersion' })
export type CalendarVersion = z.infer<typeof CalendarVersion>
