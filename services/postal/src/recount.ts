import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelEvent } from '@dossier/contracts/parcel'
import type { Day, Due, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { passedAt } from '@dossier/domain/law'
import type { Interruption } from '@dossier/domain/legal-clock'
import { compensationPayBy } from '@dossier/domain/postal-compensation'
import { complaintAnswerBy } from '@dossier/domain/postal-complaints'
import { promisedBy } from '@dossier/domain/postal-promise'
import type { Clock } from '@dossier/platform/clock'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { calendarFor, dueBy } from './due-by-calendar.ts'
import { lockDossier } from './dossier-lock.ts'
import { majeureOf } from './force-majeure/affected.ts'
import type { Promising } from './promise.ts'
import { tell } from './tell.ts'

type Limit = Extract<ParcelEvent, { type: 'PostalLimitMoved' }>['limit']
/** A day the post is bound by, what it was counted from, and by which calendar; null: the newest of the day it began. */
type Bound = {
  id: string
  dossierId: DossierId
  parcel: string
  office: OrganisationCode
  serviceClass: string
  since: Instant
  on: Day
  was: Due
  calendar: string | null
}

// What has become an alarm stays one: a day that has passed is not moved any more.
const questions: Record<Limit, { behind: string; move: string }> = {
  promise: {
    behind: `
      select code as id, dossier_id as "dossierId", code as parcel, sender as office, service_class as "serviceClass",
        posted_at as since, posted_on as on, promised as was, calendar
      from parcel
      where closed_at is null and alarmed_at is null and promised is not null and calendar is distinct from $1
        and ($2::text is null or code = $2) order by code limit 100`,
    move: `update parcel set (calendar, promised, silent_at) = ($2, $3, $4) where code = $1`,
  },
  'complaint-answer': {
    behind: `
      select c.id, c.dossier_id as "dossierId", c.parcel, c.office, p.service_class as "serviceClass", c.received_at as since,
        p.posted_on as on, c.answer_by as was, c.calendar
      from complaint c join parcel p on p.code = c.parcel
      where c.answered_at is null and c.alarmed_at is null and c.calendar <> $1 and ($2::text is null or c.id = $2)
      order by c.id limit 100`,
    move: `update complaint set (calendar, answer_by, silent_at) = ($2, $3, $4) where id = $1`,
  },
  compensation: {
    behind: `
      select c.parcel as id, c.dossier_id as "dossierId", c.parcel, c.office, p.service_class as "serviceClass",
        c.decided_at as since, c.recorded_on as on, c.pay_by as was, c.calendar
      from compensation c join parcel p on p.code = c.parcel
      where c.paid < c.amount and not c.waived and c.alarmed_at is null and c.calendar <> $1
        and ($2::text is null or c.parcel = $2) order by c.parcel limit 100`,
    move: `update compensation set (calendar, pay_by, silent_at) = ($2, $3, $4) where parcel = $1`,
  },
  appointment: {
    behind: `
      select a.dossier_id::text as id, a.dossier_id as "dossierId", a.parcel, a.office, p.service_class as "serviceClass",
        p.posted_at as since, p.posted_on as on, a.promised as was, a.calendar
      from appointment a join parcel p on p.code = a.parcel
      where a.told_at is null and a.ended_at is null and a.alarmed_at is null and a.calendar is distinct from $1
        and ($2::text is null or a.dossier_id::text = $2) order by a.dossier_id limit 100`,
    move: `update appointment set (calendar, promised, silent_at) = ($2, $3, $4) where dossier_id::text = $1`,
  },
}

export type Recounting = Promising & { db: Pool; clock: Clock; report: (trouble: unknown) => void; told?: () => void }

/**
 * Counts anew by a calendar published since: promises of parcels under way and of appointments to be told, answers owed, compensations owed. What moves is
 * told with both calendars; what stays is noted. Gives how many moved; one that gives trouble keeps back no other.
 */
export const makeRecount = (deps: Recounting) => async (): Promise<number> => {
  const { db, clock, published, report, told = () => {} } = deps
  const newest = published.calendarOn(dayOf(clock.now()))
  if (newest === undefined) return 0
  let moved = 0
  const limits: Limit[] = ['promise', 'complaint-answer', 'compensation', 'appointment']
  for (const limit of limits) {
    const failed = new Set<string>()
    for (;;) {
      const { rows } = await db.query<Bound>(questions[limit].behind, [newest.version, null])
      const todo = rows.filter(({ id }) => !failed.has(id))
      if (todo.length === 0) break
      for (const { id, dossierId } of todo)
        await inTransaction(db, async (tx) => {
          await lockDossier(tx, dossierId)
          return recountOne(tx, limit, id, { ...deps, newest })
        }).then(
          (hasMoved) => (moved += Number(hasMoved)),
          (cause: unknown) => {
            failed.add(id)
            report(new Error(`The ${limit} of ${id} could not be counted anew`, { cause }))
          },
        )
    }
  }
  if (moved > 0) told()
  return moved
}

const recountOne = async (
  tx: Tx,
  limit: Limit,
  id: string,
  deps: Recounting & { newest: CalendarVersion },
): Promise<boolean> => {
  const { behind, move } = questions[limit]
  const { newest, published, clock } = deps
  const now = clock.now()
  const [bound] = (await tx.query<Bound>(behind, [newest.version, id])).rows
  if (bound === undefined) return false
  const { was, parcel, dossierId } = bound
  const isByWay = limit === 'promise' || limit === 'appointment'
  const forceMajeure = isByWay ? await majeureOf(tx, parcel) : []
  const counting = { ...deps, forceMajeure }
  const due = dueBy(calendarFor(published, bound.office, now), (by) => countedBy(limit, bound, by, counting))
  await tx.query(move, [id, newest.version, JSON.stringify(due), passedAt(due)])
  const before = bound.calendar ?? published.calendarOn(bound.on)?.version ?? newest.version
  if (due.on === was.on && due.at === was.at) return false
  const event: ParcelEvent = {
    type: 'PostalLimitMoved',
    limit,
    parcel,
    ...(limit === 'complaint-answer' && { complaint: id }),
    was,
    now: due,
    calendars: [before, newest.version],
  }
  await tell(tx, dossierId, { event, at: now })
  return true
}

const countedBy = (
  limit: Limit,
  { serviceClass, since, on }: Bound,
  calendar: CalendarVersion,
  { classes, forceMajeure }: Promising & { forceMajeure: readonly Interruption[] },
) => {
  const postal = classes.classes.find(({ id }) => id === serviceClass)
  if (postal === undefined) throw new Error(`No postal class ${serviceClass} is published`)
  switch (limit) {
    case 'promise':
      return promisedBy(postal, on, calendar, { forceMajeure })
    case 'appointment':
      return promisedBy(postal, on, calendar, { forceMajeure, appointmentSlip: true })
    case 'complaint-answer':
      return complaintAnswerBy(since, postal, calendar)
    case 'compensation':
      return compensationPayBy(on, calendar)
  }
}
