import type { Caller } from '@dossier/contracts/actor'
import { CalendarNotice } from '@dossier/contracts/calendar'
import { DossierId } from '@dossier/contracts/dossier'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { Due } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { nextName } from '@dossier/domain/calendar-versions'
import { nextVersion } from '@dossier/domain/notice'
import { noticeProblems } from '@dossier/domain/notice-problems'
import { ProblemError } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { mandatesOf } from '../acting.ts'
import type { Deps } from '../app.ts'
import { readStanding, whatIf } from '../recount.ts'

const WhatIf = z
  .object({
    before: z.string(),
    after: z.string(),
    looked: z.int(),
    agencies: z.array(
      z.object({ agency: OrganisationCode, moved: z.int(), becomeLate: z.int(), becomeOnTime: z.int() }),
    ),
    moved: z.array(
      z.object({
        dossierId: DossierId,
        code: z.string().nullable(),
        holder: OrganisationCode,
        before: Due,
        after: Due,
        /** The later day the citizen was promised, which stands although the count comes earlier. */
        promised: Due.nullable(),
        provisional: z.boolean(),
        becomes: z.enum(['late', 'on-time']).nullable(),
      }),
    ),
    /** Moved too, and not in the list any more. */
    more: z.int(),
  })
  .meta({ id: 'WhatIf' })

const Standing = z
  .object({
    /** The newest calendar this service knows of. */
    calendar: z.string(),
    /** Open dossiers whose clock runs. */
    counted: z.int(),
    /** Those of them that are still counted by an older calendar. */
    behind: z.int(),
  })
  .meta({ id: 'RecountStanding' })

/** What a notice of days off or worked Saturdays would do to the dossiers under way, before anybody publishes it, and how far its recount is. */
export const calendar: FastifyPluginAsyncZod<Deps> = async (app, { db, books, clock }) => {
  const schema = {
    summary: 'Which open dossiers a notice would move, were it published now; nothing is changed or kept',
    body: CalendarNotice,
    response: { 200: WhatIf },
  }
  /** Today, for who controls procedures. Throws the refusal for everybody else. */
  const todayFor = (actor: Caller): string => {
    const today = dayOf(clock.now())
    if (mandatesOf(actor, today, books).some(({ role }) => role === 'procedure-control')) return today
    throw new ProblemError(commonProblem('not-permitted', { detail: 'A mandate as procedure-control is needed.' }))
  }

  app.post('/calendar/what-if', { schema, config: { access: 'officer' } }, async ({ actor, body }) => {
    const today = todayFor(actor)
    const before = books.calendarOn(today)
    const wrong = noticeProblems(body, { calendar: before, today, organisations: books.organisations() })
    if (wrong.length > 0) {
      const errors = wrong.map((one) => ({ ...one, pointer: `#/body${one.pointer}` }))
      throw new ProblemError(commonProblem('invalid', { errors, detail: errors.map(({ en }) => en).join(' ') }))
    }
    const version = nextName(books.calendars().keys(), today)
    const after = books.asCounted(nextVersion(before, body, { version, publishedOn: today }), today)
    return { before: before.version, after: version, ...(await whatIf({ db, books, clock }, after)) }
  })
  const standing = {
    summary: 'How many open dossiers are counted by the newest calendar, and how many not yet',
    response: { 200: Standing },
  }
  app.get('/calendar/recount', { schema: standing, config: { access: 'officer' } }, async ({ actor }) =>
    readStanding(db, books.calendarOn(todayFor(actor)).version),
  )
}
