import type { BagLabel, ParcelLabel } from '@dossier/documents/label'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import type { Parcel } from '../parcels/parcel.ts'
import type { Published } from '../published.ts'
import { promiseFor, type Promising } from '../promise.ts'
import { namesIn } from './names.ts'
import { collectionOf, recipientOf } from './packed-papers.ts'

/** What is stuck on a parcel: from whom, to whom, by when, and no word of what is in it (QĐ 45/2016 art. 16.5). */
export const labelOf = async (db: Tx, parcel: Parcel, deps: Promising): Promise<ParcelLabel> => {
  const { code, sender, receiver, serviceClass, promised, postedAt, packedAt } = parcel
  const names = namesIn(deps.published)
  const party = receiver === null ? await recipientOf(db, code) : names.office(receiver)
  const from = (await collectionOf(db, code))?.sender ?? names.office(sender)
  const due = promised ?? promiseFor(deps, serviceClass, { on: dayOf(postedAt ?? packedAt) })
  return {
    kind: 'parcel',
    item: code,
    from: short(from),
    to: short(party ?? names.office(sender)),
    service: (deps.classes.classes.find(({ id }) => id === serviceClass)?.name ?? serviceClass).slice(0, 40).trim(),
    deliverBy: due.on,
  }
}

const bag = `
  select b.code, b.closed_at as "closedAt", b.from_office as "from", b.to_office as "to", b.seal, count(m.parcel)::int as parcels, max(m.manifest) as trip
  from bag b left join manifest_parcel m on m.bag = b.code where b.code = $1 group by b.code`
type Bag = {
  code: string
  closedAt: Instant
  from: OrganisationCode
  to: OrganisationCode
  seal: string | null
  parcels: number
  trip: string | null
}

/** What is tied to a bag: between which offices, how many parcels, on which trip. Undefined where there is no such bag. */
export const bagLabel = async (
  db: Tx,
  of: string,
  published: Published,
): Promise<{ from: OrganisationCode; closedAt: Instant; label: BagLabel } | undefined> => {
  const [row] = (await db.query<Bag>(bag, [of])).rows
  if (row === undefined) return undefined
  const { code, closedAt, from, to, seal, parcels, trip } = row
  const names = namesIn(published)
  const ends = { from: names.unit(from).slice(0, 100).trim(), to: names.unit(to).slice(0, 100).trim() }
  const more = { ...(seal !== null && { seal: seal.slice(0, 40).trim() }), ...(trip !== null && { trip }) }
  return { from, closedAt, label: { kind: 'bag', code, ...ends, parcels, ...more } }
}

/** A label has room for less than a slip. */
const short = <T extends { name: string; address: string }>(party: T): T => ({
  ...party,
  name: party.name.slice(0, 100).trim(),
  address: party.address.slice(0, 180).trim(),
})
