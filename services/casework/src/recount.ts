import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { DossierId } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due } from '@dossier/contracts/time'
import { decide } from '@dossier/domain/decide'
import type { Dossier } from '@dossier/domain/dossier'
import { hasPassed } from '@dossier/domain/law'
import { requestHash } from '@dossier/platform/canonical-json'
import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import type { LawBooks } from './law-books.ts'
import type { Ledger } from './ledger.ts'
import { folded } from './record.ts'

const command = { type: 'Recount' } as const
const system = { person: 'casework', role: 'system', organisation: 'system' }

/** What a calendar makes of a dossier's dates: the event it would get, or none. A refusal for another reason is given back. */
const recounted = (dossier: Dossier, calendar: CalendarVersion, { books, now }: { books: LawBooks; now: string }) => {
  const law = { ...books.lawFor(dossier, command, now), calendar }
  const calendarBefore = books.calendars().get(dossier.pinned?.calendar ?? '')
  const context = { now, actor: system, law, version: 0, worksAt: () => false, calendarBefore }
  const decision = decide(dossier, command, context)
  if ('refused' in decision)
    return decision.refused === 'nothing-moves' || decision.refused === 'not-possible-now' ? 'unmoved' : decision
  const [event] = decision.events
  return event?.type === 'DossierRecounted' ? event : 'unmoved'
}

type Row = { id: DossierId; version: number; body: Dossier; fold: number }

// Running clocks alone: one that stands is counted when it runs again, by the calendar of that day.
const behind = `
  select id, version, body, fold from dossier
  where is_open and clock = 'running' and calendar = any($1) and id <> all($2::uuid[]) limit $3`
const unmoved = `
  update dossier d set calendar = $3 from unnest($1::uuid[], $2::int[]) as seen (id, version)
  where d.id = seen.id and d.version = seen.version`

type Recounting = {
  db: Pool
  books: LawBooks
  clock: Clock
  ledger: Ledger
  page: number
  report: (trouble: unknown) => void
}

/**
 * Brings open dossiers whose dates rest on an older calendar up to the newest, a page at a time: an event for each whose date
 * moves or becomes firm, and a mark for the others. Gives how many it looked at; killed in between it goes on where it was.
 * What gives trouble is reported once for each calendar, and left.
 */
export const makeRecount = ({ db, books, clock, ledger, page, report }: Recounting) => {
  let left: { calendar: string; ids: Set<string> } = { calendar: '', ids: new Set() }
  return async (): Promise<number> => {
    const now = clock.now()
    const { calendar } = books.lawFor(undefined, undefined, now)
    const older = [...books.calendars().keys()].filter((version) => version !== calendar.version)
    if (older.length === 0) return 0
    if (left.calendar !== calendar.version) left = { calendar: calendar.version, ids: new Set() }
    const { rows } = await db.query<Row>(behind, [older, [...left.ids], page])
    const still: Row[] = []
    for (const row of rows) {
      const { id: dossierId, version } = row
      try {
        const found = recounted(await folded(db, dossierId, row), calendar, { books, now })
        if (found === 'unmoved') still.push(row)
        else if ('refused' in found) throw new Error(`It was refused: ${found.refused} ${found.about ?? ''}`)
        else {
          const key = `${dossierId}:recount:${calendar.version}`
          const caller = { subject: 'service:casework', kind: 'service' } as const
          const order = { dossierId, key, requestHash: requestHash(command), caller, command, expected: version }
          const answer = await ledger(order)
          if ('refused' in answer) throw new Error(`It was refused: ${answer.refused}`)
        }
      } catch (cause) {
        left.ids.add(dossierId)
        report(new Error(`Dossier ${dossierId} could not be recounted by ${calendar.version}`, { cause }))
      }
    }
    if (still.length > 0)
      await db.query(unmoved, [still.map(({ id }) => id), still.map(({ version }) => version), calendar.version])
    return rows.length
  }
}

type Moved = {
  dossierId: DossierId
  code: string | null
  holder: OrganisationCode
  before: Due
  after: Due
  promised: Due | null
  provisional: boolean
  becomes: 'late' | 'on-time' | null
}
type Agency = { agency: OrganisationCode; moved: number; becomeLate: number; becomeOnTime: number }
export type WhatIf = { looked: number; agencies: Agency[]; moved: Moved[]; more: number }

const open = `
  select id, version, body, fold from dossier where is_open and clock = 'running' and id > $1 order by id limit 500`
const mostListed = 2_000

/** Which open dossiers a calendar would move if it were published now, by how much, by agency; nothing is changed. */
export const whatIf = async (
  { db, books, clock }: Pick<Recounting, 'db' | 'books' | 'clock'>,
  calendar: CalendarVersion,
): Promise<WhatIf> => {
  const now = clock.now()
  const agencies = new Map<string, Agency>()
  const moved: Moved[] = []
  const found = { looked: 0, more: 0 }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await db.query<Row>(open, [after])
    const last = rows.at(-1)
    if (last === undefined) return { ...found, agencies: [...agencies.values()], moved }
    for (const row of rows) {
      found.looked += 1
      const one = moveOf(row, await folded(db, row.id, row), calendar, { books, now })
      if (one === undefined) continue
      const agency = agencies.get(one.holder) ?? { agency: one.holder, moved: 0, becomeLate: 0, becomeOnTime: 0 }
      agency.moved += 1
      agency.becomeLate += Number(one.becomes === 'late')
      agency.becomeOnTime += Number(one.becomes === 'on-time')
      agencies.set(one.holder, agency)
      if (moved.length < mostListed) moved.push(one)
      else found.more += 1
    }
    after = last.id
  }
}

const moveOf = (
  { id: dossierId }: Row,
  dossier: Dossier,
  calendar: CalendarVersion,
  known: { books: LawBooks; now: string },
): Moved | undefined => {
  const event = recounted(dossier, calendar, known)
  if (event === 'unmoved' || 'refused' in event || dossier.count === null) return undefined
  if (!(event.moved ?? []).some((what) => what === 'due' || what === 'firm')) return undefined
  const [before, after] = [dossier.count.due, event.count.due]
  const [wasLate, isLate] = [hasPassed(before, known.now), hasPassed(after, known.now)]
  const becomes = wasLate === isLate ? null : isLate ? 'late' : 'on-time'
  const { code, holder } = dossier
  return {
    dossierId,
    code,
    holder,
    before,
    after,
    promised: event.promised ?? null,
    provisional: event.count.provisional,
    becomes,
  }
}

/** How many open dossiers whose clock runs rest on a calendar, and how many of those on an older one than the newest. */
export type RecountStanding = { calendar: string; counted: number; behind: number }

const standing = `
  select count(*)::int as counted, (count(*) filter (where calendar is distinct from $1))::int as behind
  from dossier where is_open and clock = 'running'`

/** How far the recount by the newest calendar of a day is. */
export const readStanding = async (db: Pool, calendar: string): Promise<RecountStanding> => {
  const { rows } = await db.query<Omit<RecountStanding, 'calendar'>>(standing, [calendar])
  const [found] = rows
  return { calendar, counted: found?.counted ?? 0, behind: found?.behind ?? 0 }
}
