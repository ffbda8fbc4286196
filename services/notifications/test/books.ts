import { readdirSync, readFileSync } from 'node:fs'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import * as z from 'zod'

const data = new URL('../../catalogue/data/', import.meta.url)
const read = <B>(name: string, schema: z.ZodType<B>): B[] =>
  readdirSync(new URL(`${name}/`, data)).flatMap((file) =>
    z
      .union([z.array(schema), schema.transform((one) => [one])])
      .parse(JSON.parse(readFileSync(new URL(`${name}/${file}`, data), 'utf8'))),
  )
const shelf = <B>(rows: B[], key: (row: B) => string) => {
  const map = new Map(rows.map((row) => [key(row), row]))
  return { all: () => map }
}
/** The catalogue's own files, as if they had been published. */
export const books = {
  procedures: shelf(read('procedures', ProcedureVersion), ({ id }) => id),
  organisations: shelf(read('organisations', Organisation), ({ code }) => code),
  calendars: shelf(read('calendars', CalendarVersion), ({ version }) => version),
  officers: shelf(read('officers', Officer), ({ id }) => id),
}
