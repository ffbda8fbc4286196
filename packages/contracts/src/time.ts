import * as z from 'zod'

/** A legal day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A moment of business time, UTC, with milliseconds: such texts compare as the moments do. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>

/** Hour and minute on the office wall, `HH:MM`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** *Ngày* and *ngày làm việc* are different units and meet in one route; eight hours are not a day. */
export const LimitUnit = z.enum(['working-day', 'day', 'month', 'working-hour', 'hour', 'same-day'])
export type LimitUnit = z.infer<typeof LimitUnit>

/** A time limit (thời hạn): `same-day` has amount 0, every other unit at least 1. */
export const Limit = z
  .strictObject({ amount: z.int().min(0).max(1000), unit: LimitUnit })
  .refine(({ amount, unit }) => (unit === 'same-day') === (amount === 0), {
    error: 'A same-day limit has amount 0, every other limit at least 1',
  })
  .meta({ id: 'Limit' })
export type Limit = z.infer<typeof Limit>

/** One office session, from and to on the office wall. */
export const Session = z.tuple([TimeOfDay, TimeOfDay])
export type Session = z.infer<typeof Session>

/** A due date: the legal day, and the moment too where the limit is counted in hours. */
export const Due = z.object({ on: Day, at: Instant.optional() }).meta({ id: 'Due' })
export type Due = z.infer<typeof Due>

/** One day a walk looked at and did not count, and why; `notice` names the announcement it comes from. */
export const SkippedDay = z
  .object({
    day: Day,
    why: z.enum(['weekend', 'holiday', 'compensation', 'swap', 'interruption']),
    notice: z.string().optional(),
  })
  .meta({ id: 'SkippedDay' })
export type SkippedDay = z.infer<typeof SkippedDay>

/** One part of the way to a due date: from which day, by which limit, to which day, past which days. */
export const Walk = z
  .object({
    stage: z.string().optional(),
    from: Day,
    limit: Limit,
    to: Day,
    rolled: z.boolean(),
    skipped: z.array(SkippedDay),
  })
  .meta({ id: 'Walk' })
export type Walk = z.infer<typeof Walk>

/** Flags of what a stated fact rests on: text of the law, second hand, derived, general knowledge, a gap, a fixture. */
export const Confidence = z.enum(['F', 'F2', 'D', 'K', 'GAP', 'fx'])
export type Confidence = z.infer<typeof Confidence>
