import type { Caller } from '@dossier/contracts/actor'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, standsFor, type Who } from './acting.ts'
import { common, postalProblem } from './problems.ts'
import { silentFrom } from './promise.ts'
import { lockParcels } from './records/count.ts'
import { words } from './words.ts'

/** Another office the trip goes to, and why. */
export const Redirection = z.strictObject({ to: OrganisationCode, reason: words(300) }).meta({ id: 'Redirection' })
export type Redirection = z.infer<typeof Redirection>

/** A trip as lists show it. */
export const ListedManifest = z
  .object({
    code: z.string(),
    from: OrganisationCode,
    to: OrganisationCode,
    givenBy: z.string(),
    givenAt: Instant,
    takenBy: z.string().nullable(),
    takenAt: Instant.nullable(),
    withdrawnAt: Instant.nullable(),
    /** When it becomes an alarm that nobody took it. */
    silentAt: Instant,
    parcels: z.int(),
    bags: z.array(z.string()),
  })
  .meta({ id: 'ListedManifest' })
export type ListedManifest = z.infer<typeof ListedManifest>

const list = `
  select code, from_office as "from", to_office as "to", given_by as "givenBy", given_at as "givenAt", taken_by as "takenBy",
    taken_at as "takenAt", withdrawn_at as "withdrawnAt", silent_at as "silentAt",
    (select count(*)::int from manifest_parcel where manifest = m.code) as parcels,
    array(select distinct bag from manifest_parcel where manifest = m.code and bag is not null order by bag) as bags
  from manifest m
  where (from_office = $1 or to_office = $1) and (not $2 or (taken_at is null and withdrawn_at is null))
    and ($3::text is null or code < $3)
  order by code desc limit 200`
const read = `
  select from_office as "from", to_office as "to", taken_at as "takenAt", withdrawn_at as "withdrawnAt"
  from manifest where code = $1 for update`
const parcelsOf = 'select parcel from manifest_parcel where manifest = $1 order by parcel'
// What is called back has no silence any more.
const withdraw = 'update manifest set (withdrawn_at, withdrawn_by, alarmed_at) = ($2, $3, $2) where code = $1'
const outOfBag = 'update parcel set bag = null where code = any($1)'
const redirect = `update manifest set (to_office, silent_at, alarmed_at) = ($2, $3, null) where code = $1`
const bagsTo = 'update bag set to_office = $2 where code in (select bag from manifest_parcel where manifest = $1)'
const note = `
  insert into manifest_redirection (manifest, nth, from_office, to_office, reason, by, at)
  select $1, count(*) + 1, $2, $3, $4, $5, $6 from manifest_redirection where manifest = $1`

type Row = {
  from: OrganisationCode
  to: OrganisationCode
  takenAt: string | null
  withdrawnAt: string | null
  parcels: string[]
}

/** The trips that leave an office or come to it, newest first, 200 at a time. */
export const manifestsOf = async (
  db: Tx,
  { office, isOpen, before }: { office: string; isOpen: boolean; before: string | undefined },
): Promise<ListedManifest[]> =>
  z.array(ListedManifest).parse((await db.query(list, [office, isOpen, before ?? null])).rows)

/** A trip that is still the giver's to change, locked with its parcels. Throws 404, 409 once it was taken or called back. */
const openManifest = async (tx: Tx, code: string): Promise<Row> => {
  const parcels = (await tx.query<{ parcel: string }>(parcelsOf, [code])).rows.map(({ parcel }) => parcel)
  await lockParcels(tx, parcels)
  const [row] = (await tx.query<Row>(read, [code])).rows
  if (row === undefined) throw common('not-found')
  return { ...row, parcels }
}

const giver = (deps: Who, caller: Caller, { from }: Row) => {
  const day = dayOf(deps.clock.now())
  return actingFor(deps, caller, 'Bag', (one) => (standsFor(deps.published, one, from, day) ? ['carrier'] : []))
}

/** Calls a trip back that nobody took: its parcels are in no bag and on no list again. */
export const makeWithdrawManifest =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { code }: { code: string }): Promise<{ withdrawnAt: Instant }> => {
    const row = await openManifest(tx, code)
    const { person } = giver(deps, caller, row)
    if (row.takenAt !== null || row.withdrawnAt !== null) throw postalProblem('transfer-over')
    const now = deps.clock.now()
    await tx.query(withdraw, [code, now, person])
    await tx.query(outOfBag, [row.parcels])
    return { withdrawnAt: now }
  }

/** Sends a trip on to another office than its list named; from then on that office alone takes it. */
export const makeRedirectManifest =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { code, to, reason }: Redirection & { code: string }): Promise<{ to: string }> => {
    const row = await openManifest(tx, code)
    const { person } = giver(deps, caller, row)
    if (row.takenAt !== null || row.withdrawnAt !== null) throw postalProblem('transfer-over')
    mustBePostOffice(deps, to, row.from)
    const now = deps.clock.now()
    await tx.query(note, [code, row.to, to, reason, person, now])
    await tx.query(redirect, [code, to, silentFrom(deps.published, now)])
    await tx.query(bagsTo, [code, to])
    return { to }
  }

/** A trip goes to another post office than it leaves. Throws 422 otherwise. */
export const mustBePostOffice = ({ published }: Who, to: OrganisationCode, from: OrganisationCode): void => {
  if (to === from || published.organisations().rows.get(to)?.function !== 'post')
    throw postalProblem('no-post-office', { about: to })
}
