import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { Officer, Organisation } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { calendarOn, withYearsSince } from '@dossier/domain/calendar-versions'
import type { Dossier } from '@dossier/domain/dossier'
import type { Law } from '@dossier/domain/law'
import { makeTree, type OrganisationTree } from '@dossier/domain/organisations'
import { ruleSetOn, ruleSets } from '@dossier/domain/rule-set'

/** This service's own copy of what the catalogue published. */
export type Published = {
  procedures: ReadonlyMap<string, ProcedureVersion>
  organisations: ReadonlyMap<string, Organisation>
  calendars: ReadonlyMap<string, CalendarVersion>
  officers: ReadonlyMap<string, Officer>
}

export type LawBooks = {
  /** The law for one command on one dossier: pinned since its acceptance, in force today before it. */
  lawFor: (dossier: Dossier | undefined, command: DossierCommand | undefined, now: Instant) => Law
  organisations: () => OrganisationTree
  officer: (id: string) => Officer | undefined
  procedure: (version: string) => ProcedureVersion | undefined
}

type Shelf = { published: Published; tree: OrganisationTree; byCode: Map<string, ProcedureVersion[]> }

/** Judges by the copy as it stands; a table that has changed is another map, and only then anything is arranged anew. */
export const makeLawBooks = (published: () => Published): LawBooks => {
  let shelf = arrange(published())
  let pinnedCalendars = makePinned(published().calendars)
  const open = (): Shelf => {
    const latest = published()
    const { organisations, procedures } = shelf.published
    if (organisations !== latest.organisations || procedures !== latest.procedures) shelf = arrange(latest)
    return shelf
  }
  const pinnedCalendar = (calendars: Published['calendars'], version: string) => {
    if (pinnedCalendars.of !== calendars) pinnedCalendars = makePinned(calendars)
    return pinnedCalendars.named(version)
  }
  return {
    organisations: () => open().tree,
    officer: (id) => published().officers.get(id),
    procedure: (version) => published().procedures.get(version),
    lawFor: (dossier, command, now) => {
      const { tree: organisations, byCode } = open()
      const { procedures, calendars } = published()
      const pinned = dossier?.pinned ?? null
      if (pinned !== null)
        return {
          procedure: procedures.get(pinned.version),
          calendar: pinnedCalendar(calendars, pinned.calendar),
          ruleSet: ruleSets[pinned.ruleSet],
          organisations,
        }
      const code = dossier?.procedure ?? (command?.type === 'Open' ? command.procedure : '')
      const today = dayOf(now)
      return {
        procedure: byCode.get(code)?.find((version) => isInForceOn(version, today)),
        calendar: calendarKnownOn(calendars, today),
        ruleSet: ruleSetOn(today),
        organisations,
      }
    },
  }
}

const arrange = (published: Published): Shelf => {
  const byCode = new Map<string, ProcedureVersion[]>()
  for (const version of published.procedures.values())
    byCode.set(version.code, [...(byCode.get(version.code) ?? []), version])
  return { published, tree: makeTree([...published.organisations.values()]), byCode }
}

const isInForceOn = ({ validFrom, validTo }: ProcedureVersion, day: Day) =>
  validFrom <= day && (validTo === null || day <= validTo)

/**
 * The calendar a dossier has pinned, with the years that were announced since and that it does not have: what it knew stays as
 * it was, and a dossier of December can still be handed over in January. Made once for each version.
 */
const makePinned = (of: Published['calendars']) => {
  const made = new Map<string, CalendarVersion>()
  const named = (version: string): CalendarVersion => {
    const before = made.get(version)
    if (before !== undefined) return before
    const pinned = of.get(version)
    if (pinned === undefined) throw new Error(`Calendar ${version} is pinned by a dossier and missing in this copy`)
    const whole = withYearsSince(pinned, of.values())
    made.set(version, whole)
    return whole
  }
  return { of, named }
}

/** The newest calendar announced by a day; before the first announcement the first one tells the past. */
const calendarKnownOn = (calendars: Published['calendars'], day: Day): CalendarVersion => {
  const known = calendarOn(calendars.values(), day)
  if (known === undefined) throw new Error('No calendar was published to this copy yet: start the catalogue once')
  return known
}
