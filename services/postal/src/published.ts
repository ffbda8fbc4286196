import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Officer, Organisation } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'
import { calendarOn } from '@dossier/domain/calendar-versions'
import { makeTree, type OrganisationTree } from '@dossier/domain/organisations'

/** A copy of one compacted topic; `all` gives the same map until something in it has changed. */
type Shelf<B> = { all: () => ReadonlyMap<string, B> }
export type Shelves = {
  procedures: Shelf<ProcedureVersion>
  organisations: Shelf<Organisation>
  officers: Shelf<Officer>
  calendars: Shelf<CalendarVersion>
}

/** What the catalogue has published, as this service keeps it: it works with catalogue and Kafka down. */
export type Published = {
  version: (id: string) => ProcedureVersion | undefined
  /** The version of a procedure in force on a day (NĐ 63/2010 art. 13: the announced decision is the version's key). */
  versionOn: (code: string, day: Day) => ProcedureVersion | undefined
  versionsOn: (day: Day) => ProcedureVersion[]
  organisations: () => OrganisationTree
  officer: (id: string) => Officer | undefined
  /** The newest calendar announced by a day. */
  calendarOn: (day: Day) => CalendarVersion | undefined
  /** Whether anything was ever published to this copy: with an empty one nothing can be received. */
  isFilled: () => boolean
}

export const makePublished = ({ procedures, organisations, officers, calendars }: Shelves): Published => {
  const versions = onChange(procedures, (rows) => new Map([...rows.values()].map((version) => [version.id, version])))
  const tree = onChange(organisations, (rows) => makeTree([...rows.values()]))
  const known = onChange(officers, (rows) => new Map([...rows.values()].map((officer) => [officer.id, officer])))
  const versionsOn = (day: Day) => {
    const newest = new Map<string, ProcedureVersion>()
    for (const version of versions().values()) {
      if (version.validFrom > day || (version.validTo !== null && version.validTo < day)) continue
      const other = newest.get(version.code)
      if (other === undefined || orderOf(other) < orderOf(version)) newest.set(version.code, version)
    }
    return [...newest.values()]
  }
  return {
    version: (id) => versions().get(id),
    versionsOn,
    versionOn: (code, day) => versionsOn(day).find((version) => version.code === code),
    organisations: tree,
    officer: (id) => known().get(id),
    calendarOn: (day) => calendarOn(calendars.all().values(), day),
    isFilled: () => versions().size > 0 && organisations.all().size > 0 && officers.all().size > 0,
  }
}

// Where a version was announced anew for the same day, its id ends in a number.
const orderOf = ({ validFrom, id }: ProcedureVersion) => `${validFrom} ${id}`

const onChange = <B, T>(shelf: Shelf<B>, arrange: (rows: ReadonlyMap<string, B>) => T): (() => T) => {
  let seen: ReadonlyMap<string, B> | undefined
  let arranged: T
  return () => {
    const rows = shelf.all()
    if (rows !== seen) arranged = arrange(rows)
    seen = rows
    return arranged
  }
}
