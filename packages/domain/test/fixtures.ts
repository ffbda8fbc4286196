import { readdirSync, readFileSync } from 'node:fs'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant, Session } from '@dossier/contracts/time'
import { withProvisional } from '../src/draft-year.ts'
import { makeTree } from '../src/organisations.ts'

// The catalogue's own files, so that the law is tested with the data it meets.
const data = new URL('../../../services/catalogue/data/', import.meta.url)
const filesOf = (kind: string): unknown[] => {
  const folder = new URL(`${kind}/`, data)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
}

export const organisations = makeTree(filesOf('organisations').flatMap((rows) => Organisation.array().parse(rows)))
const calendars = filesOf('calendars').map((one) => CalendarVersion.parse(one))

const found = <T>(what: string, one: T | undefined): T => {
  if (one === undefined) throw new Error(`${what} is not in services/catalogue/data`)
  return one
}

/** Years 2018 to 2026 as announced; 2027 is missing. */
export const calendar = found(
  'VN-2026-1',
  calendars.find(({ version }) => version === 'VN-2026-1'),
)

/** 2027 was not announced: its fixed statutory days only (BLLĐ 2019 art. 112). */
export const provisional = withProvisional({ ...calendar, version: 'VN-2026-9' }, 2027)

/** Opening hours of every office in the reference scenarios. */
export const sessions: Session[] = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
]

/** A moment as a clock on the wall in Vietnam shows it: `2021-04-13 09:40`. */
export const local = (text: string): Instant => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()
/** The same backwards, to read what the law answered. */
export const wall = (at: Instant): string =>
  new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
/** A due date as the citizen reads it: the day, or the minute for limits in hours. */
export const said = (due: Due | null | undefined): string | undefined =>
  due?.at === undefined ? due?.on : wall(due.at)

export const code = (text: string) => OrganisationCode.parse(text)

/** Ia Grăng's commune, its district Ia Grai and the province, until 30/06/2025. */
export const commune = {
  committee: code('H21.08.05'),
  desk: code('H21.08.05.01'),
  justice: code('H21.08.05.02'),
  environment: code('H21.08.05.03'),
  culture: code('H21.08.05.04'),
  police: code('H21.08.05.05'),
  neighbour: code('H21.08.04'),
}
export const district = {
  committee: code('H21.08'),
  desk: code('H21.08.51'),
  labour: code('H21.08.54'),
  environment: code('H21.08.55'),
  construction: code('H21.08.56'),
  finance: code('H21.08.57'),
  insurance: code('H21.08.62'),
}
export const province = { committee: code('H21'), desk: code('H21.50'), labour: code('H21.52') }
/** The new commune Ia Grai and the regional offices, from 01/07/2025. */
export const centre = {
  committee: code('H21.91'),
  desk: code('H21.91.01'),
  justice: code('H21.91.02'),
  finance: code('H21.91.03'),
  landOffice: code('H21.60.01'),
  tax: code('H21.73.01'),
}
