import type { Caller } from '@dossier/contracts/actor'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import { compareCounts } from '@dossier/domain/custody'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { type Acting, actingFor, standsFor, type Who } from './acting.ts'
import { wantDocument } from './documents/document.ts'
import { mustBePostOffice } from './manifest-changes.ts'
import { openIncident } from './incidents.ts'
import { nextNumber, readCode } from './numbers.ts'
import type { Parcel } from './parcels/parcel.ts'
import { countScan } from './parcels/record-scan.ts'
import { common, postalProblem } from './problems.ts'
import { type Promising, silentFrom } from './promise.ts'
import { lockParcels } from './records/count.ts'
import { words } from './words.ts'

const code = z.string().min(1).max(40)

/** A trip from one office to another: bags with what is in each, and what travels loose. */
export const NewManifest = z
  .strictObject({
    to: OrganisationCode,
    bags: z
      .array(z.strictObject({ seal: words(60).optional(), parcels: z.array(code).min(1).max(500) }))
      .max(50)
      .default([]),
    loose: z.array(code).max(500).default([]),
  })
  .meta({ id: 'NewManifest' })
export type NewManifest = z.infer<typeof NewManifest>

const insertBag = 'insert into bag (code, from_office, to_office, seal, closed_at) values ($1, $2, $3, $4, $5)'
const intoBag = 'update parcel set bag = $2 where code = any($1)'
const insert = `
  insert into manifest (code, from_office, to_office, given_by, given_at, silent_at) values ($1, $2, $3, $4, $5, $6)`
const list = `insert into manifest_parcel (manifest, parcel, bag) select $1, unnest($2::text[]), $3`
const open = `
  select m.manifest from manifest_parcel m join manifest t on t.code = m.manifest
  where m.parcel = $1 and t.taken_at is null and t.withdrawn_at is null limit 1`
const read = `
  select to_office as "to", from_office as "from", given_by as "givenBy", withdrawn_at as "withdrawnAt"
  from manifest where code = $1`
const parcelsOf = 'select parcel from manifest_parcel where manifest = $1 order by parcel'
const taken = 'update manifest set (taken_by, taken_at) = ($2, $3) where code = $1 and taken_at is null'
const arrived = 'update manifest_parcel set arrived = parcel = any($2) where manifest = $1'
const opened = `
  update bag set opened_at = $2 where code in (select bag from manifest_parcel where manifest = $1) and opened_at is null`
const outOfBag = 'update parcel set bag = null where code = any($1)'

export type Manifested = { code: string; bags: string[]; parcels: number }

/** The giver's half: packs parcels of the office into bags, and lists them. What is elsewhere is refused by name. */
export const makeManifest =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, given: NewManifest): Promise<Manifested> => {
    const now = deps.clock.now()
    const codes = [...given.bags.flatMap(({ parcels }) => parcels), ...given.loose].map(readCode)
    if (codes.length === 0) throw common('invalid', 'A manifest lists at least one parcel.')
    const parcels = await lockParcels(tx, codes)
    const acting = actingFor(deps, caller, 'Bag', (organisation) =>
      parcels.some(({ office }) => office === organisation) ? ['carrier'] : [],
    )
    for (const parcel of parcels) await mustBeHere(tx, parcel, acting)
    mustBePostOffice(deps, given.to, acting.organisation)
    const day = dayOf(now)
    const manifest = await nextNumber(tx, 'manifest', day)
    const { organisation: from, person } = acting
    await tx.query(insert, [manifest, from, given.to, person, now, silentFrom(deps.published, now)])
    const bags: string[] = []
    for (const { seal, parcels: inside } of given.bags) {
      const bag = await nextNumber(tx, 'bag', day)
      await tx.query(insertBag, [bag, from, given.to, seal ?? null, now])
      const each = inside.map(readCode)
      await tx.query(intoBag, [each, bag])
      await tx.query(list, [manifest, each, bag])
      bags.push(bag)
    }
    await tx.query(list, [manifest, given.loose.map(readCode), null])
    await wantDocument(tx, { kind: 'manifest', number: manifest, office: from, happenedAt: now }, now)
    return { code: manifest, bags, parcels: codes.length }
  }

const mustBeHere = async (
  tx: Tx,
  { code: about, closedAt, office }: Parcel,
  { organisation }: Acting,
): Promise<void> => {
  if (closedAt !== null) throw postalProblem('parcel-closed', { about })
  if (office !== organisation) throw postalProblem('foreign-item', { about })
  if ((await tx.query(open, [about])).rowCount !== 0) throw postalProblem('paper-in-other-parcel', { about })
}

type Row = { to: OrganisationCode; from: OrganisationCode; givenBy: string; withdrawnAt: string | null }

/**
 * The taker's half, by another hand at the office it goes to: what was counted has arrived; what is missing stays with the
 * giver's office and is before people at once. What is on no list is refused by name, unless it is said to have come too: then
 * it is there, and people must look.
 */
export const makeTakeManifest =
  (deps: Who & Promising) =>
  async (
    tx: Tx,
    caller: Caller,
    { code: manifest, parcels: counted, surplus }: { code: string; parcels: string[]; surplus: string[] },
  ): Promise<{ arrived: number; missing: string[] }> => {
    const now = deps.clock.now()
    const listed = (await tx.query<{ parcel: string }>(parcelsOf, [manifest])).rows.map(({ parcel }) => parcel)
    const extra = [...new Set(surplus.map(readCode))].filter((one) => !listed.includes(one))
    const parcels = await lockParcels(tx, [...listed, ...extra])
    const [row] = (await tx.query<Row>(read, [manifest])).rows
    if (row === undefined) throw common('not-found')
    const { person, organisation } = actingFor(deps, caller, 'TakeManifest', (office) =>
      standsFor(deps.published, office, row.to, dayOf(now)) ? ['receiver'] : [],
    )
    if (person === row.givenBy) throw postalProblem('same-hand')
    if (row.withdrawnAt !== null) throw postalProblem('transfer-over')
    const here = compareCounts(listed, counted.map(readCode))
    if (here.foreign[0] !== undefined) throw postalProblem('foreign-item', { about: here.foreign[0] })
    if ((await tx.query(taken, [manifest, person, now])).rowCount === 0) throw postalProblem('transfer-over')
    await tx.query(arrived, [manifest, here.agreed])
    await tx.query(opened, [manifest, now])
    await tx.query(outOfBag, [listed])
    for (const parcel of parcels) {
      const { code: parcelCode, dossierId } = parcel
      const scan = { id: `manifest:${manifest}:${parcelCode}`, step: 'arrived', happenedAt: now, by: person } as const
      const isSurplus = extra.includes(parcelCode)
      if (isSurplus) mustBeUnderWay(parcel)
      if ((isSurplus || here.agreed.includes(parcelCode)) && parcel.closedAt === null)
        await countScan(tx, parcel, { ...scan, office: organisation, detail: {}, corrects: null }, { ...deps, now })
      const cause = `manifest:${manifest}:${parcelCode}`
      if (here.missing.includes(parcelCode))
        await openIncident(tx, { dossierId, what: 'count-differs', cause, parcel: parcelCode, at: row.from }, now)
    }
    await wantDocument(tx, { kind: 'manifest-taken', number: manifest, office: organisation, happenedAt: now }, now)
    return { arrived: here.agreed.length, missing: here.missing }
  }

/** What nobody posted, or what is over, comes with no trip. */
const mustBeUnderWay = ({ code: about, postedAt, closedAt }: Parcel): void => {
  if (closedAt !== null) throw postalProblem('parcel-closed', { about })
  if (postedAt === null) throw postalProblem('not-posted', { about })
}
