import { calendarTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import {
  auditClock,
  type ClockFinding,
  linesOfTheClock,
  type Numbered,
  type Statutes,
} from '@dossier/domain/clock-audit'
import { makeTree } from '@dossier/domain/organisations'
import { makeCopy } from '@dossier/platform/copy'
import type { Pool } from 'pg'

const pageSize = 2_000
const untilOf = 'select id from dossier where id > $1 order by id offset $2 limit 1'
const page = `
  select dossier_id as id, seq, body ->> 'at' as at, body -> 'event' as event from dossier_event
  where dossier_id > $1 and ($2::uuid is null or dossier_id <= $2) and body #>> '{event,type}' = any($3)
  order by dossier_id, seq`

type Row = { id: string; seq: number; at: Instant; event: unknown }
export type Audited = { dossiers: number; counts: number }

/**
 * Counts every date in the ledger again, by the rules as known then and as known now, and tells what does not follow. Reads
 * only; the next page is on its way while one is counted.
 */
export const auditLedger = async (
  db: Pool,
  now: Instant,
  found: (dossierId: string, finding: ClockFinding) => void,
): Promise<Audited> => {
  const statutes = await statutesOf(db)
  const today = dayOf(now)
  const audited: Audited = { dossiers: 0, counts: 0 }
  let next: Promise<Page> | undefined = readPage(db, first)
  while (next !== undefined) {
    const { rows, until }: Page = await next
    next = until === null ? undefined : readPage(db, until)
    for (const [id, record] of byDossier(rows)) {
      audited.dossiers += 1
      audited.counts += record.filter(({ event }) => 'count' in event && event.count !== undefined).length
      for (const finding of auditClock(record, statutes, today)) found(id, finding)
    }
  }
  return audited
}

type Page = { rows: Row[]; until: string | null }
const first = '00000000-0000-0000-0000-000000000000'

const readPage = async (db: Pool, after: string): Promise<Page> => {
  const until = (await db.query<{ id: string }>(untilOf, [after, pageSize - 1])).rows[0]?.id ?? null
  const { rows } = await db.query<Row>({ name: 'audit', text: page, values: [after, until, linesOfTheClock] })
  return { rows, until }
}

const byDossier = (rows: readonly Row[]): Map<string, Numbered[]> => {
  const records = new Map<string, Numbered[]>()
  for (const { id, seq, at, event } of rows) {
    const line = { seq, at, person: '', event: DossierEvent.parse(event) }
    const record = records.get(id)
    if (record === undefined) records.set(id, [line])
    else record.push(line)
  }
  return records
}

/** The law from this service's own copy of the catalogue. */
const statutesOf = async (db: Pool): Promise<Statutes> => {
  const copies = [
    await makeCopy(db, procedureTopic),
    await makeCopy(db, calendarTopic),
    await makeCopy(db, organisationTopic),
  ] as const
  const [procedures, calendars, organisations] = copies
  const statutes = {
    procedures: procedures.all(),
    calendars: calendars.all(),
    organisations: makeTree([...organisations.all().values()]),
  }
  for (const copy of copies) copy.close()
  return statutes
}
