import * as z from 'zod'
import { LimitUnit, TimeOfDay } from './time.ts'

/** What can be wrong with what the legal clock is asked. Codes are stable: programs that ask rest on them. */
export const ClockProblemCode = z.enum([
  'calendar-year-missing',
  'field-missing',
  'impossible-date',
  'interruption-backward',
  'interruption-before-start',
  'interruptions-overlap',
  'limit-not-positive',
  'limit-not-whole',
  'limit-too-long',
  'name-twice',
  'not-a-moment',
  'not-a-time',
  'nothing-to-count',
  'same-day-amount',
  'session-backward',
  'sessions-missing',
  'sessions-overlap',
  'unknown-ask',
  'unknown-unit',
  'unknown-value',
  'wrong-type',
])
export type ClockProblemCode = z.infer<typeof ClockProblemCode>

// Each refusal's message is its code: the domain's table says it in words.
const otherwise = (code: ClockProblemCode) => ({
  error: ({ input }: { input?: unknown }): string => (input === undefined ? 'field-missing' : code),
})
const word = z.string(otherwise('wrong-type')).min(1, otherwise('wrong-type'))
const value = <T extends string>(...values: T[]) => z.enum(values, otherwise('unknown-value'))

/** A local minute, `YYYY-MM-DDTHH:MM`. */
const LocalMoment = z
  .string(otherwise('wrong-type'))
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, { ...otherwise('not-a-moment'), abort: true })
  .refine((text) => isDay(text.slice(0, 10)), otherwise('impossible-date'))

// 31 February is read as 2 March by some and as nothing by others.
const isDay = (text: string): boolean => {
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}

// Whether an amount makes sense is the law's to say; here it is a number.
const limit = { amount: z.number(otherwise('wrong-type')), unit: z.enum(LimitUnit.options, otherwise('unknown-unit')) }
const AskedLimit = z.object(limit, otherwise('wrong-type'))
const NamedLimit = z.object({ name: word, ...limit }, otherwise('wrong-type'))
const limits = z.array(NamedLimit, otherwise('wrong-type'))

const Time = z
  .string(otherwise('wrong-type'))
  .refine((text) => TimeOfDay.safeParse(text).success, otherwise('not-a-time'))
const Hours = z.tuple([Time, Time], otherwise('wrong-type'))
const Stretch = z.object({ from: LocalMoment, to: LocalMoment, document: word.optional() }, otherwise('wrong-type'))

const ask = <Ask extends string, Fields extends z.ZodRawShape>(name: Ask, fields: Fields) =>
  z.object({
    ask: z.literal(name),
    from: LocalMoment,
    /** Allows a year that is not announced: its fixed statutory days only. */
    calendar: value('provisional').optional(),
    /** Office sessions, for working hours. */
    sessions: z.array(Hours, otherwise('wrong-type')).optional(),
    ...fields,
  })

/**
 * What the legal clock can be asked, times local (Asia/Ho_Chi_Minh): a due date, the last day for the apology, a due date
 * after the clock stood, the plan of a route, and branches that join. Members it does not know are left alone.
 */
export const DeadlineQuestion = z.discriminatedUnion(
  'ask',
  [
    ask('due', {
      limit: AskedLimit,
      /** At or after it an arrival counts for the next working day. */
      cutOff: z.object({ at: Time, effect: value('next-working-day') }, otherwise('wrong-type')).optional(),
      /** The desk is open, which makes no working day. */
      intakeSaturday: Hours.optional(),
    }),
    ask('apology-by', { limit: AskedLimit }),
    ask('clock', {
      limit: AskedLimit,
      policy: value('restart', 'pause'),
      interruptions: z.array(Stretch, otherwise('wrong-type')),
      requestDayCounts: z.boolean(otherwise('wrong-type')).optional(),
    }),
    ask('route', { stages: limits }),
    // oxlint-disable-next-line unicorn/no-thenable -- the questions call the lead's limit so; nobody awaits one
    ask('parallel', { branches: limits, then: AskedLimit }),
  ],
  {
    error: ({ input }) => {
      if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'wrong-type'
      return 'ask' in input ? 'unknown-ask' : 'field-missing'
    },
  },
)
export type DeadlineQuestion = z.infer<typeof DeadlineQuestion>
