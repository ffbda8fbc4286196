import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import type { Officer, Organisation } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day, Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { calendarOn } from '@dossier/domain/calendar-versions'
import type { Dossier } from '@dossier/domain/dossier'
import { withProvisional } from '@dossier/domain/draft-year'
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
  /**
   * The law for one command on one dossier: procedure version and rule set pinned since its acceptance, in force today before
   * it. The calendar is the newest of the day: what it moves of an older count is told by an event (decision 0011).
   */
  lawFor: (dossier: Dossier | undefined, command: DossierCommand | undefined, now: Instant) => Law
  /** The calendar versions published here, by their names. */
  calendars: () => ReadonlyMap<string, CalendarVersion>
  /** The newest calendar published by a day, without what the setting adds to it. */
  calendarOn: (day: Day) => CalendarVersion
  /** A calendar as counts use it here: with the next year's fixed days, if so set. */
  asCounted: (calendar: CalendarVersion, day: Day) => CalendarVersion
  organisations: () => OrganisationTree
  officer: (id: string) => Officer | undefined
  procedure: (version: string) => ProcedureVersion | undefined
  /** The version of a procedure that came into force last, whatever the day. */
  newest: (code: string) => ProcedureVersion | undefined
  /** By code, of the fields procedures belong to. */
  fieldNames: () => ReadonlyMap<string, string>
}

type Shelf = { published: Published; tree: OrganisationTree; byCode: Map<string, ProcedureVersion[]> }

/** Judges by the copy as it stands; a table that has changed is another map, and only then anything is arranged anew. */
export const makeLawBooks = (published: () => Published, { provisional = false } = {}): LawBooks => {
  let shelf = arrange(published())
  let latest: { of: Published['calendars']; day: Day; calendar: CalendarVersion } | undefined
  const open = (): Shelf => {
    const now = published()
    const { organisations, procedures } = shelf.published
    if (organisations !== now.organisations || procedures !== now.procedures) shelf = arrange(now)
    return shelf
  }
  const asCounted = (calendar: CalendarVersion, day: Day) =>
    provisional ? withProvisional(calendar, Number(day.slice(0, 4)) + 1) : calendar
  const calendarOf = (day: Day): CalendarVersion => {
    const { calendars } = published()
    if (latest?.of !== calendars || latest.day !== day) {
      latest = { of: calendars, day, calendar: asCounted(calendarKnownOn(calendars, day), day) }
    }
    return latest.calendar
  }
  return {
    calendars: () => published().calendars,
    calendarOn: (day) => calendarKnownOn(published().calendars, day),
    asCounted,
    organisations: () => open().tree,
    officer: (id) => published().officers.get(id),
    procedure: (version) => published().procedures.get(version),
    newest: (code) =>
      open()
        .byCode.get(code)
        ?.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0],
    fieldNames: () => new Map([...published().procedures.values()].map(({ field }) => [field.code, field.name])),
    lawFor: (dossier, command, now) => {
      const { tree: organisations, byCode } = open()
      const today = dayOf(now)
      const calendar = calendarOf(today)
      const pinned = dossier?.pinned ?? null
      if (pinned !== null) {
        const procedure = published().procedures.get(pinned.version)
        return { procedure, calendar, ruleSet: ruleSets[pinned.ruleSet], organisations }
      }
      const code = dossier?.procedure ?? (command?.type === 'Open' ? command.procedure : '')
      const procedure = byCode.get(code)?.find((version) => isInForceOn(version, today))
      return { procedure, calendar, ruleSet: ruleSetOn(today), organisations }
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

/** The newest calendar announced by a day; before the first announcement the first one tells the past. */
const calendarKnownOn = (calendars: Published['calendars'], day: Day): CalendarVersion => {
  const known = calendarOn(calendars.values(), day)
  if (known === undefined) throw new Error('No calendar was published to this copy yet: start the catalogue once')
  return known
}
