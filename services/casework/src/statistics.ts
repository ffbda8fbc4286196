import { DossierMessage } from '@dossier/contracts/dossier'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { commonProblem } from '@dossier/contracts/problem'
import { figuresCount } from '@dossier/domain/figures'
import type { Told } from '@dossier/domain/figures-standing'
import type { Period } from '@dossier/domain/period'
import { ProblemError } from '@dossier/platform/http'
import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { LawBooks } from './law-books.ts'

/** By what a period's dossiers are told apart: one line for each procedure, field, desk or channel. */
export const StatisticsBy = z.enum(['procedure', 'field', 'desk', 'channel'])
type StatisticsBy = z.infer<typeof StatisticsBy>

const Channels = z.object({ total: z.int(), desk: z.int(), post: z.int(), online: z.int() })
/** A statistics line (TT 01/2018 art. 11): carried + new = resolved + pending + paused + withdrawn + stopped. */
export const StatisticsLine = z
  .object({
    of: z.string(),
    name: z.string(),
    carried: z.int(),
    new: Channels,
    resolved: z.object({ total: z.int(), early: z.int(), onTime: z.int(), late: z.int(), refused: z.int() }),
    pending: z.object({ total: z.int(), inTime: z.int(), overdue: z.int() }),
    paused: z.object({ total: z.int(), supplement: z.int(), obligation: z.int() }),
    withdrawn: z.int(),
    stopped: z.int(),
    notAccepted: z.object({ total: z.int(), ofNew: z.int() }),
    returned: Channels,
    uncollected: z.int(),
    apologies: z.object({ owed: z.int(), inTime: z.int(), late: z.int(), none: z.int() }),
  })
  .meta({ id: 'StatisticsLine' })
export type StatisticsLine = z.infer<typeof StatisticsLine>

// Whatever ended before the period has no part in it; a desk's dossiers are those it receives for.
const concerned = `
  select id from dossier where receiving_desk = any ($1) and id > $2
    and exists (select from dossier_event e where e.dossier_id = dossier.id and e.seq = 1 and e.body ->> 'at' < $4)
    and (is_open or exists (
      select from dossier_event e where e.dossier_id = dossier.id and e.seq = dossier.version and e.body ->> 'at' >= $3))
  order by id limit 200`
const records = 'select dossier_id, body from dossier_event where dossier_id = any ($1) order by dossier_id, seq'
const first = '00000000-0000-0000-0000-000000000000'

/** More dossiers than this make a report that keeps the machine from those at the desks: ask for less at once. */
const most = 50_000

type Deps = { db: Pool; books: LawBooks }
type Asked = { units: readonly OrganisationCode[]; period: Period; by: StatisticsBy }

/**
 * The statistics of the desks of some units over a period, recounted from the records alone (TT 01/2018 art. 11), by name.
 * Throws 422 `too-much-at-once` where more dossiers have a part in it than are read for one answer.
 */
export const readStatistics = async ({ db, books }: Deps, { units, period, by }: Asked): Promise<StatisticsLine[]> => {
  const count = figuresCount(by, period, { fieldOf: (procedure) => books.newest(procedure)?.field.code })
  let [after, read] = [first, 0]
  for (;;) {
    const { rows } = await db.query<{ id: string }>(concerned, [units, after, period.from, period.to])
    const ids = rows.map(({ id }) => id)
    after = ids.at(-1) ?? ''
    if (after === '') break
    read += ids.length
    if (read > most) throw new ProblemError(commonProblem('too-much-at-once'))
    const lines = (await db.query<{ dossier_id: string; body: unknown }>(records, [ids])).rows
    const told = Map.groupBy(lines, ({ dossier_id: id }) => id)
    count.add([...told.values()].map((own) => own.map(({ body }): Told => DossierMessage.parse(body))))
    await setImmediate() // a desk's act does not wait for a report
  }
  const nameOf = names(books, by)
  return [...count.figures()]
    .map(([of, figures]) => StatisticsLine.parse({ of, name: nameOf(of), ...figures }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

const channels: Record<string, string> = { desk: 'Trực tiếp', post: 'Bưu chính công ích', online: 'Trực tuyến' }

/** What a line is about, as officers call it. */
const names = (books: LawBooks, by: StatisticsBy): ((of: string) => string) => {
  switch (by) {
    case 'procedure':
      return (of) => books.newest(of)?.name ?? of
    case 'field': {
      const fields = books.fieldNames()
      return (of) => fields.get(of) ?? of
    }
    case 'desk': {
      const desks = new Map<string, { name: string }>(books.organisations().rows)
      return (of) => desks.get(of)?.name ?? of
    }
    case 'channel':
      return (of) => channels[of] ?? of
  }
}
