import { Worker } from 'node:worker_threads'
import type { Instant } from '@dossier/contracts/time'
import { dayOf, momentOn } from '@dossier/domain/calendar'
import type { Period } from '@dossier/domain/period'
import { openTicket, type Snapshot, type Ticket } from '../snapshot.ts'
import { addRead, nothingRead, type RecordsRead } from './judge-records.ts'
import { readPublished } from './published.ts'
import { type Page, readPages } from './read-page.ts'

export type { RecordsRead } from './judge-records.ts'

type Reading = { now: Instant; patientUntil: Instant; canaries: readonly string[] }
/** What a thread is told: which moment, which records, and by when what is due must have happened. */
export type Errand = Reading & { ticket: Ticket; pages: Page[]; period: Period }

const pageSize = 500
const fewPages = 4 // a thread costs half a second, as much as this many pages
const edges = `
  select id from (select id, row_number() over (order by id) as n from dossier) as numbered
  where n % ${pageSize} = 0 order by id`
const first = '00000000-0000-0000-0000-000000000000'

/** Reads and judges all records of a snapshot, in as many threads as are given where there are many. */
export const readRecords = async (
  snapshot: Snapshot,
  { threads, ...reading }: Reading & { threads: number },
): Promise<RecordsRead> => {
  const ends = (await snapshot.ask<{ id: string }>('casework', edges)).map(({ id }) => id)
  const pages = [first, ...ends].map((after, i): Page => ({ after, upTo: ends[i] ?? null }))
  const errand = { ticket: snapshot.ticketOf('casework'), ...reading, period: monthOf(reading.now) }
  if (pages.length <= fewPages || threads < 2) return runErrand({ ...errand, pages })
  const shares = Array.from({ length: threads }, (_, n) => pages.filter((_page, i) => i % threads === n))
  const read = nothingRead()
  for (const part of await Promise.all(shares.map((share) => inThread({ ...errand, pages: share }))))
    addRead(read, part)
  return read
}

/** Reads what an errand asks for, on a connection of its own. */
export const runErrand = async ({ ticket, pages, period, ...reading }: Errand): Promise<RecordsRead> => {
  const { client, close } = await openTicket(ticket)
  try {
    const { statutes, officers } = await readPublished(client)
    return await readPages(client, pages, { ...reading, statutes, officers }, period)
  } finally {
    await close()
  }
}

const inThread = (errand: Errand): Promise<RecordsRead> =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('./read-in-thread.ts', import.meta.url), { workerData: errand })
    worker.once('message', done)
    worker.once('error', failed)
    worker.once('exit', (code) => failed(new Error(`A thread that read records ended with ${code}`)))
  })

/** The month so far, with this very moment: time may stand still on it. */
export const monthOf = (now: Instant): Period => ({
  from: momentOn(`${dayOf(now).slice(0, 7)}-01`, '00:00'),
  to: new Date(Date.parse(now) + 1).toISOString(),
})
