import type { Instant } from '@dossier/contracts/time'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { Custodian } from '@dossier/contracts/parcel'
import { dayOf } from '@dossier/domain/calendar'
import { isSameCustodian } from '@dossier/domain/custody'
import { hasPassed } from '@dossier/domain/law'
import { officeOn } from '@dossier/domain/organisations'
import type { Clock } from '@dossier/platform/clock'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { papersOf } from './custody/papers.ts'
import { dispatchSilent } from './dispatch-silence.ts'
import { lockDossier } from './dossier-lock.ts'
import { openIncident } from './incidents.ts'
import { readParcel } from './parcels/parcel.ts'
import { silentFrom } from './promise.ts'
import type { Published } from './published.ts'
import { tell } from './tell.ts'

const due = `
  select what, id from silence where at <= $1 and what || ' ' || id <> all($2::text[]) order by at, what, id limit 100`
const alarmed = (table: string, key: string) =>
  `update ${table} set alarmed_at = $2 where ${key} = $1 and alarmed_at is null`
const ofManifest = `
  select p.code, p.dossier_id as "dossierId" from manifest_parcel m join parcel p on p.code = m.parcel
  where m.manifest = $1 order by p.dossier_id`
const ofRecord = `
  select p.code, p.dossier_id as "dossierId" from record_parcel r join parcel p on p.code = r.parcel
  where r.record = $1 order by p.dossier_id`
const manifestTo =
  'select to_office as at, silent_at as "silentAt" from manifest where code = $1 and taken_at is null and withdrawn_at is null'
const recordAt =
  'select desk as at, silent_at as "silentAt" from handover_record where number = $1 and signed_at is null'
const transfer = `
  select dossier_id as "dossierId", to_custodian as "to", from_custodian as "from", papers, state, silent_at as "silentAt"
  from transfer where id = $1 and state in ('expected', 'given') and alarmed_at is null`
const told = `
  select from line where dossier_id = $1 and event ->> 'type' = 'ParcelOverdue' and event ->> 'parcel' = $2
    and event -> 'promised' ->> 'on' = $3`

export type Silent = {
  db: Pool
  clock: Clock
  published: Published
  report: (trouble: unknown) => void
  told?: () => void
}
type At = { published: Published; now: Instant }

/** What a silence of each kind does, in a transaction of its own. More kinds may be added by whoever adds to the view. */
export type Breaks = Record<string, (tx: Tx, id: string, at: At) => Promise<void>>

/**
 * Makes every silence whose time has come an alarm, once: a parcel that should have arrived, papers nobody took, a manifest
 * nobody counted, a record nobody signed, a result nobody packed. Gives how many; one that gives trouble is reported and keeps back no other.
 */
export const makeSilenceSweep = ({ db, clock, published, report, told = () => {} }: Silent, more: Breaks = {}) => {
  const breaks: Breaks = { ...own, ...more }
  return async (): Promise<number> => {
    const now = clock.now()
    const seen: string[] = []
    let broken = 0
    for (;;) {
      const { rows } = await db.query<{ what: string; id: string }>(due, [now, seen])
      if (rows.length === 0) break
      for (const { what, id } of rows) {
        seen.push(`${what} ${id}`)
        await inTransaction(db, async (tx) => breaks[what]?.(tx, id, { published, now })).then(
          () => (broken += 1),
          (cause: unknown) => report(new Error(`The silence of ${what} ${id} could not be told`, { cause })),
        )
      }
    }
    if (broken > 0) told()
    return broken
  }
}

/** A parcel the post has not taken is the desk's matter; one whose promised day has passed is told to everybody. */
const parcelSilent: Breaks[string] = async (tx, code, { published, now }) => {
  const { dossierId } = (await readParcel(tx, code)) ?? {}
  if (dossierId === undefined) return
  await lockDossier(tx, dossierId)
  const parcel = await readParcel(tx, code)
  if (parcel === undefined || parcel.silentAt === null || parcel.silentAt > now || parcel.closedAt !== null) return
  const { rowCount } = await tx.query(alarmed('parcel', 'code'), [code, now])
  if (rowCount === 0) return
  const { purpose, promised, sender: at, receiver } = parcel
  const about = { dossierId, parcel: code, at }
  if (parcel.postedAt === null || promised === null) {
    await openIncident(tx, { ...about, what: 'taker-silent', cause: `packed:${code}:${parcel.silentAt}` }, now)
    return
  }
  const hasEnded = receiver !== null && officeOn(published.organisations(), receiver, dayOf(now)) === undefined
  const cause = hasEnded ? 'receiver-ended' : 'unknown'
  // Overdue it is once for each promise; silent it may be again.
  if ((await tx.query(told, [dossierId, code, promised.on])).rowCount === 0 && hasPassed(promised, now))
    await tell(tx, dossierId, { event: { type: 'ParcelOverdue', parcel: code, purpose, promised, cause }, at: now })
  await openIncident(tx, { ...about, what: 'parcel-silent', cause: `silent:${code}:${parcel.silentAt}` }, now)
}

type Waiting = {
  dossierId: DossierId
  from: unknown
  to: unknown
  papers: string[]
  state: 'expected' | 'given'
  silentAt: Instant
}

/** What was given and nobody took is the taker's matter; what was expected and nobody gave is the giver's. */
const transferSilent: Breaks[string] = async (tx, id, { published, now }) => {
  const read = async () => (await tx.query<Waiting>(transfer, [id])).rows[0]
  const dossierId = (await read())?.dossierId
  if (dossierId === undefined) return
  await lockDossier(tx, dossierId)
  const row = await read()
  if (row === undefined || row.silentAt > now) return
  const [from, to] = [Custodian.parse(row.from), Custodian.parse(row.to)]
  const where = row.state === 'expected' ? await stillWith(tx, row, from) : 'there'
  // On its way in a parcel it has a silence of that; gone another way it is expected no more.
  if (where === 'in-a-parcel') return void (await tx.query(later, [id, silentFrom(published, now)]))
  await tx.query(alarmed('transfer', 'id'), [id, now])
  const [owner, other] = row.state === 'expected' ? [from, to] : [to, from]
  const at = officeOf(owner) ?? officeOf(other)
  if (at === undefined || where === 'gone') return
  const what = row.state === 'expected' ? 'giver-silent' : 'taker-silent'
  const also = [from, to].flatMap((one) => officeOf(one) ?? [])
  const cause = `untaken:${id}:${row.silentAt}`
  await openIncident(tx, { dossierId, what, cause, at, also, papers: row.papers }, now)
}

const later = 'update transfer set silent_at = $2 where id = $1'

const stillWith = async (tx: Tx, { dossierId, papers }: Waiting, from: Custodian) => {
  const expected = (await papersOf(tx, dossierId)).filter(({ paper }) => papers.includes(paper))
  if (expected.some(({ custodian }) => isSameCustodian(custodian, from))) return 'there'
  return expected.some(({ custodian }) => custodian.kind === 'parcel') ? 'in-a-parcel' : 'gone'
}

const officeOf = (custodian: Custodian): OrganisationCode | undefined =>
  'organisation' in custodian ? custodian.organisation : undefined

const untaken =
  (questions: { at: string; parcels: string; table: string; key: string }): Breaks[string] =>
  async (tx, id, { now }) => {
    const parcels = (await tx.query<{ code: string; dossierId: DossierId }>(questions.parcels, [id])).rows
    for (const { dossierId } of parcels) await lockDossier(tx, dossierId)
    const [open] = (await tx.query<{ at: OrganisationCode; silentAt: Instant }>(questions.at, [id])).rows
    if (open === undefined || open.silentAt > now) return
    const { rowCount } = await tx.query(alarmed(questions.table, questions.key), [id, now])
    if (rowCount === 0) return
    for (const { code: parcel, dossierId } of parcels)
      await openIncident(
        tx,
        { dossierId, what: 'taker-silent', cause: `untaken:${id}:${parcel}:${open.silentAt}`, parcel, at: open.at },
        now,
      )
  }

const own: Breaks = {
  parcel: parcelSilent,
  transfer: transferSilent,
  dispatch: dispatchSilent,
  manifest: untaken({ at: manifestTo, parcels: ofManifest, table: 'manifest', key: 'code' }),
  record: untaken({ at: recordAt, parcels: ofRecord, table: 'handover_record', key: 'number' }),
}
