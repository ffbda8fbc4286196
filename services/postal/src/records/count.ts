import type { Caller } from '@dossier/contracts/actor'
import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { invitationDays, storyOf } from '@dossier/domain/parcel-story'
import { returnProblem } from '@dossier/domain/postal-invitations'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, standsFor, type Who } from '../acting.ts'
import { isReturnAnnounced } from '../carriers/announced-return.ts'
import { papersIn } from '../custody/papers.ts'
import { lockDossier } from '../dossier-lock.ts'
import { openIncident } from '../incidents.ts'
import { nextNumber } from '../numbers.ts'
import { PaperCounts } from '../parcels/collection.ts'
import { type Parcel, parcelOf, scansOf } from '../parcels/parcel.ts'
import { common, postalProblem } from '../problems.ts'
import { silentFrom } from '../promise.ts'
import { words } from '../words.ts'
import { found } from './found.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/)

/** What desk and courier found in one parcel when they opened it together. */
const CountedParcel = z.strictObject({
  parcel: z.string().min(1).max(40),
  sealWhole: z.boolean(),
  /** What the officer confirms: all the procedure asks for is there. */
  complete: z.boolean(),
  counted: z.record(id, PaperCounts.extend({ results: z.int().min(0).max(9).default(0) })),
  /** Fees handed over, in đồng. */
  fees: z.record(id, z.int().min(0)).default({}),
  remark: words(300).optional(),
})

/** The count an officer enters, and the courier signs. */
export const NewRecord = z
  .strictObject({ desk: OrganisationCode, parcels: z.array(CountedParcel).min(1).max(100) })
  .meta({ id: 'NewHandoverRecord' })
export type NewRecord = z.infer<typeof NewRecord>

const insertRecord = `
  insert into handover_record (number, desk, counted_by, counted_at, silent_at) values ($1, $2, $3, $4, $5)`
const insertParcel = `
  insert into record_parcel (record, parcel, seal_whole, complete, counted, papers, fees, remark)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`
const collected = 'select fees from collection where parcel = $1'

export type Counted = { number: string; differing: string[] }

/**
 * The desk's half of a joint count (biên bản giao nhận, QĐ 45/2016 art. 7.2): of dossiers that come in, of papers from another
 * agency, of a result nobody took. What differs is before people at once; papers move when the courier has signed too.
 */
export const makeCount =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, given: NewRecord): Promise<Counted> => {
    const { clock, published } = deps
    const now = clock.now()
    const day = dayOf(now)
    const parcels = await lockParcels(
      tx,
      given.parcels.map(({ parcel }) => parcel),
    )
    const acting = actingFor(deps, caller, 'Count', (organisation) =>
      standsFor(published, organisation, given.desk, day) ? ['receiver'] : [],
    )
    const number = await nextNumber(tx, 'record', day)
    const silent = silentFrom(published, now)
    await tx.query(insertRecord, [number, given.desk, acting.person, now, silent])
    const differing: string[] = []
    for (const [i, counted] of given.parcels.entries()) {
      const parcel = parcels[i]
      if (parcel === undefined) throw common('not-found')
      await mustBeFor(tx, parcel, { ...deps, desk: given.desk, now })
      const inside = found(await papersIn(tx, parcel.code), counted.counted)
      const { sealWhole, complete, counted: counts, fees, remark } = counted
      const papers = inside.agreed.map(({ paper }) => paper)
      const kept = [JSON.stringify(counts), papers, JSON.stringify(fees), remark ?? null]
      await tx.query(insertParcel, [number, parcel.code, sealWhole, complete, ...kept])
      if (!sealWhole) await sealBroken(tx, parcel, { number, desk: given.desk, now })
      const owing = await feesDiffering(tx, parcel, fees)
      const differs = inside.missing.length > 0 || inside.extra.length > 0 || owing.length > 0
      if (!differs) continue
      differing.push(parcel.code)
      const { dossierId, code } = parcel
      const cause = `record:${number}:${code}`
      const missing = inside.missing.map(({ paper }) => paper)
      const about = { dossierId, cause, parcel: code, at: given.desk, papers: missing }
      const money = owing.length > 0 && { fees: owing }
      await openIncident(tx, { ...about, what: 'count-differs', ...money }, now)
    }
    return { number, differing }
  }

/** A broken seal is before desk and post at once, though nothing be missing: both were there when it was seen (QĐ 45/2016 art. 6). */
const sealBroken = (
  tx: Tx,
  { dossierId, code, office }: Parcel,
  { number, desk, now }: { number: string; desk: OrganisationCode; now: Instant },
) => {
  const also = office === null ? [] : [office]
  return openIncident(
    tx,
    { dossierId, what: 'seal-broken', cause: `seal:${number}:${code}`, parcel: code, at: desk, also },
    now,
  )
}

/** Several parcels in one order, so that nobody waits for the other. */
export const lockParcels = async (tx: Tx, codes: readonly string[]): Promise<Parcel[]> => {
  const named: Parcel[] = []
  for (const code of codes) named.push(await parcelOf(tx, code))
  if (new Set(named.map(({ code }) => code)).size < codes.length) throw common('invalid', 'A parcel is named twice.')
  for (const dossier of [...new Set(named.map(({ dossierId }) => dossierId))].toSorted()) await lockDossier(tx, dossier)
  const parcels: Parcel[] = []
  for (const code of codes) parcels.push(await parcelOf(tx, code))
  return parcels
}

type Here = Who & { desk: OrganisationCode; now: Instant }

const mustBeFor = async (tx: Tx, parcel: Parcel, { published, desk, now }: Here): Promise<void> => {
  const { code, receiver, sender, closedAt, postedAt } = parcel
  const day = dayOf(now)
  if (closedAt !== null) throw postalProblem('parcel-closed', { about: code })
  if (postedAt === null) throw postalProblem('not-posted', { about: code })
  if (receiver !== null && standsFor(published, desk, receiver, day)) return
  if (!standsFor(published, desk, sender, day)) throw postalProblem('foreign-item', { about: code })
  const story = storyOf(await scansOf(tx, code))
  const calendar = published.calendarOn(day)
  if (receiver !== null || calendar === undefined) return
  const refused =
    story.attempts.at(-1)?.reason === 'refused' || story.state === 'damaged' || (await isReturnAnnounced(tx, code))
  const problem = returnProblem(invitationDays(story), calendar, { refused })
  if (problem !== null) throw postalProblem(problem.code, { about: code })
}

/** Fees of which another amount was handed over than collected. */
const feesDiffering = async (tx: Tx, { code }: Parcel, handed: Record<string, number>) => {
  const [row] = (await tx.query<{ fees: Record<string, { amount: number }> }>(collected, [code])).rows
  const due = row?.fees ?? {}
  const both = [...new Set([...Object.keys(due), ...Object.keys(handed)])].map((fee) => ({
    fee,
    collected: due[fee]?.amount ?? 0,
    handed: handed[fee] ?? 0,
  }))
  return both.filter((one) => one.collected !== one.handed)
}
