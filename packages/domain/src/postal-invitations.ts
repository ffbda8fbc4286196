import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Day } from '@dossier/contracts/time'
import { momentOn } from './calendar.ts'
import { usualSessions } from './law.ts'
import { dueAfter, type MissingYear } from './legal-clock.ts'

/** How often the post invites before a parcel goes back, and how many working days lie between (TT 17/2017 art. 5.2h). */
const invitationsNeeded = 2
const workingDaysApart = 2

/**
 * The earliest day of the next invitation, or of the way back after the last one: two working days after this one
 * (TT 17/2017 art. 5.2h). Gives the missing year where it needs one nobody announced.
 */
export const nextInvitationFrom = (invitedOn: Day, calendar: CalendarVersion): Day | MissingYear => {
  const from = { on: invitedOn, at: momentOn(invitedOn, '00:00') }
  const limit = { amount: workingDaysApart, unit: 'working-day' } as const
  const counted = dueAfter(from, limit, { calendar, sessions: usualSessions })
  return 'missingYear' in counted ? counted : counted.due.on
}

/** Why a parcel may not go back yet, or why it may be invited to no further time today. */
export type TooEarly = { code: 'too-few-invitations' | 'invitation-too-early'; from: Day | null }

/** Whether an invitation may be left on a day, after those of these days; null where it may. */
export const invitationProblem = (earlier: readonly Day[], on: Day, calendar: CalendarVersion): TooEarly | null => {
  const last = earlier.at(-1)
  if (last === undefined) return null
  const from = nextInvitationFrom(last, calendar)
  if (typeof from !== 'string') return { code: 'invitation-too-early', from: null }
  return on < from ? { code: 'invitation-too-early', from } : null
}

/**
 * Whether a parcel nobody took may be brought back to its sender, by the days of its invitations; null where it may. What a
 * recipient refuses to take is not invited to again: no source says so, it is a setting of the post office (`refused`).
 */
export const returnProblem = (
  invitations: readonly Day[],
  calendar: CalendarVersion,
  { refused = false }: { refused?: boolean } = {},
): TooEarly | null => {
  if (refused || apart(invitations, calendar).length >= invitationsNeeded) return null
  const last = invitations.at(-1)
  const from = last === undefined ? null : nextInvitationFrom(last, calendar)
  return { code: 'too-few-invitations', from: typeof from === 'string' ? from : null }
}

/** Of invitations those that count: each far enough after the last that did. Scans come late, and were judged without each other. */
const apart = (invitations: readonly Day[], calendar: CalendarVersion): Day[] =>
  invitations.reduce<Day[]>(
    (kept, day) => (invitationProblem(kept, day, calendar) === null ? [...kept, day] : kept),
    [],
  )
