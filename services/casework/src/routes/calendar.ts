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
import { whatIf } from '../recount.ts'

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
        provisional: z.boolean(),
        becomes: z.enum(['late', 'on-time']).nullable(),
      }),
    ),
    /** Moved too, and not in the list any more. */
    more: z.int(),
  })
  .meta({ id: 'WhatIf' })

/** What a notice of days off or worked Saturdays would do to the dossiers under way, before anybody publishes it. */
export const calendar: FastifyPluginAsyncZod<Deps> = async (app, { db, books, clock }) => {
  const schema = {
    summary: 'Which open dossiers a notice would move, were it published now; nothing is changed or kept',
    body: CalendarNotice,
    response: { 200: WhatIf },
  }
  app.post('/calendar/what-if', { schema, config: { access: 'officer' } }, async ({ actor, body }) => {
    const today = dayOf(clock.now())
    if (!mandatesOf(actor, today, books).some(({ role }) => role === 'procedure-control'))
      throw new ProblemError(commonProblem('not-permitted', { detail: 'A mandate as procedure-control is needed.' }))
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
}
