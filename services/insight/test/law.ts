import { readdirSync, readFileSync } from 'node:fs'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { calendarTopic, officerTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { makeTree } from '@dossier/domain/organisations'
import * as z from 'zod'

// The catalogue's own files, so that audits are tested with the law they meet.
const data = new URL('../../catalogue/data/', import.meta.url)
const readAll = <T>(kind: string, schema: z.ZodType<T>): T[] => {
  const folder = new URL(`${kind}/`, data)
  return readdirSync(folder).flatMap((name) => {
    const read: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    return z.array(schema).parse([read].flat())
  })
}

const procedures = readAll('procedures', ProcedureVersion)
const calendars = readAll('calendars', CalendarVersion)
const organisationRows = readAll('organisations', Organisation)
const officerRows = readAll('officers', Officer)

export const organisations = makeTree(organisationRows)
export const officers = new Map(officerRows.map((one) => [one.id, one]))

const found = <T>(what: string, one: T | undefined): T => {
  if (one === undefined) throw new Error(`${what} is not in the catalogue`)
  return one
}
export const calendar = found('a calendar', calendars[0])
export const procedure = found(
  'the procedure of the reference dossier',
  procedures.find(({ id }) => id.startsWith('fx.tro-cap-khang-chien@2021')),
)

/** The rows a service's copy of the catalogue holds. */
export const copies = [
  ...procedures.map((body) => ({ topic: procedureTopic.name, key: body.id, revision: 1, body })),
  ...calendars.map((body) => ({ topic: calendarTopic.name, key: body.version, revision: 1, body })),
  ...organisationRows.map((body) => ({ topic: organisationTopic.name, key: body.code, revision: 1, body })),
  ...officerRows.map((body) => ({ topic: officerTopic.name, key: body.id, revision: 1, body })),
]
