import * as z from 'zod'
import { CalendarVersion } from './calendar.ts'
import { Officer, Organisation } from './organisation.ts'
import { ProcedureVersion } from './procedure.ts'

/** What the catalogue announces: the whole row, under its key, with a revision that only grows. */
const announced = <T extends z.ZodType>(body: T) => z.object({ key: z.string(), revision: z.int().positive(), body })

const topic = <T extends z.ZodType>(name: string, body: T) => ({
  name,
  schema: announced(body),
  key: ({ key }: { key: string }): string => key,
})

/** Compacted topics: every service keeps its copy and works with the catalogue down. */
export const procedureTopic = topic('catalogue.procedure.v1', ProcedureVersion)
export const organisationTopic = topic('catalogue.organisation.v1', Organisation)
export const calendarTopic = topic('catalogue.calendar.v1', CalendarVersion)
export const officerTopic = topic('catalogue.officer.v1', Officer)
