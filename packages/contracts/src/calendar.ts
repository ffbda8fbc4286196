import * as z from 'zod'
import { OrganisationCode } from './organisation.ts'
import { Confidence, Day } from './time.ts'

const name = z.string().min(1)
const notice = z.string().min(1)
const whyOff = z.enum(['holiday', 'compensation', 'swap'])
/** When the day became known, and what that rests on where it is not what its year rests on. */
const source = { knownSince: Day.optional(), confidence: Confidence.optional() }

/** One year as announced: weekdays off and Saturdays worked, each with the notice it rests on. */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(1990).max(2100),
    confidence: Confidence,
    /** Only the fixed statutory days are known: dates counted in such a year are marked provisional. */
    provisional: z.boolean().default(false),
    off: z.array(z.strictObject({ day: Day, why: whyOff, name, notice, ...source })),
    worked: z.array(z.strictObject({ day: Day, name, notice, ...source })),
  })
  .meta({ id: 'CalendarYear' })
export type CalendarYear = z.infer<typeof CalendarYear>

/** For whom a notice speaks: the whole country, or one province. An office's own hours are its organisation's. */
export const NoticeLayer = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('nation') }),
    z.strictObject({ is: z.literal('province'), province: OrganisationCode }),
  ])
  .meta({ id: 'NoticeLayer' })
export type NoticeLayer = z.infer<typeof NoticeLayer>

/** What one document says of working days (thông báo nghỉ lễ, hoán đổi ngày làm việc), and since when one could know it. */
export const CalendarNotice = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,60}$/),
    layer: NoticeLayer,
    document: z.strictObject({ number: z.string().min(1).max(200), confidence: Confidence }),
    /** What it is about, in a sentence: the cause of the calendar version it makes. */
    about: z.string().min(1).max(500),
    /** The day it was announced; null where that was not found: then it is known from the beginning of the record. */
    knownSince: Day.nullable(),
    /** The years it announces in full; other notices change days of years that are announced. */
    announces: z.array(CalendarYear.shape.year).default([]),
    off: z.array(z.strictObject({ day: Day, why: whyOff, name })).default([]),
    worked: z.array(z.strictObject({ day: Day, name })).default([]),
    /** Days an earlier notice of the same layer named, off or worked, that are ordinary days again. */
    revoked: z.array(Day).default([]),
    /** Days that have passed are named on purpose, for the reason given. */
    retroactive: z.boolean().default(false),
    reason: z.string().min(1).max(500).optional(),
  })
  .meta({ id: 'CalendarNotice' })
export type CalendarNotice = z.infer<typeof CalendarNotice>

/**
 * All announced years under one version name. A published version never changes; a notice makes the next one. `years` is
 * what the notices of the nation come to; provinces' days stand in `notices` alone. A version without `notices` was written
 * before they were rows of their own.
 */
export const CalendarVersion = z
  .strictObject({
    version: z.string().regex(/^VN-\d{4}-\d+$/),
    publishedOn: Day,
    cause: z.string().min(1),
    years: z.array(CalendarYear).min(1),
    notices: z.array(CalendarNotice).optional(),
  })
  .meta({ id: 'CalendarVersion' })
export type CalendarVersion = z.infer<typeof CalendarVersion>

/** What one calendar changes against another, day by day; `announced` are years that become known in full. */
export const CalendarDifference = z
  .object({
    announced: z.array(CalendarYear.shape.year),
    offAdded: CalendarYear.shape.off,
    offRemoved: CalendarYear.shape.off,
    workedAdded: CalendarYear.shape.worked,
    workedRemoved: CalendarYear.shape.worked,
  })
  .meta({ id: 'CalendarDifference' })
export type CalendarDifference = z.infer<typeof CalendarDifference>

/**
 * Next year's days as law and lunar calendar give them, for a person to check against the document: never a calendar. `days`
 * are off whatever the notice says; of each choice the notice takes one option, with what it adds to them.
 */
export const YearProposal = z
  .object({
    year: CalendarYear.shape.year,
    toBeChecked: z.literal(true),
    announced: z.boolean(),
    days: z.array(z.object({ day: Day, why: whyOff, name, basis: z.string(), reason: z.string() })),
    choices: z.array(
      z.object({
        name,
        basis: z.string(),
        options: z.array(z.object({ holiday: Day, adds: z.array(z.object({ day: Day, why: whyOff, name })) })),
      }),
    ),
  })
  .meta({ id: 'YearProposal' })
export type YearProposal = z.infer<typeof YearProposal>
