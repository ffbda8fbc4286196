import { PaperKind } from '@dossier/contracts/parcel'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { Contact, PaperCounts } from '../parcels/collection.ts'

const packed = `
  select p.kind, p.component from custody_fact f join paper p on p.id = any (f.papers)
  where f.step = 'packed' and f.to_custodian ->> 'parcel' = $1 order by p.component, p.kind`
const collected = 'select papers, fees, sender, collected_at as "at" from collection where parcel = $1'

const Collection = z.object({
  papers: z.record(z.string(), PaperCounts),
  fees: z.record(z.string(), z.object({ amount: z.int(), proof: z.string() })),
  sender: Contact,
})
/** What a citizen gave the post of it, where it is a citizen's parcel. */
export type CollectionOnPaper = z.infer<typeof Collection>

export const collectionOf = async (db: Tx, parcel: string): Promise<CollectionOnPaper | undefined> => {
  const [row] = (await db.query(collected, [parcel])).rows
  return row === undefined ? undefined : Collection.parse(row)
}

/** A result is a paper of its own kind: by this name it stands on slips. */
export const resultName = 'Kết quả giải quyết'
type Counts = { originals: number; certifiedCopies: number; copies: number }

/** What was put into a parcel, by component: of a citizen's with the plain copies, which nobody keeps custody of. */
export const packedPapers = async (
  db: Tx,
  parcel: string,
  collection: CollectionOnPaper | undefined,
): Promise<Map<string, Counts>> => {
  if (collection !== undefined) return new Map(Object.entries(collection.papers))
  const counts = new Map<string, Counts>()
  const rows = z
    .array(z.object({ kind: PaperKind, component: z.string() }))
    .parse((await db.query(packed, [parcel])).rows)
  for (const { kind, component } of rows) {
    const name = kind === 'result' ? resultName : component
    const { originals, certifiedCopies } = counts.get(name) ?? { originals: 0, certifiedCopies: 0 }
    const isCopy = kind === 'certified-copy'
    counts.set(name, {
      originals: originals + (isCopy ? 0 : 1),
      certifiedCopies: certifiedCopies + (isCopy ? 1 : 0),
      copies: 0,
    })
  }
  return counts
}

const recipient = 'select contact from recipient where parcel = $1'

/** To whom a parcel goes, where it goes to a citizen. */
export const recipientOf = async (db: Tx, parcel: string): Promise<Contact | undefined> => {
  const [row] = (await db.query<{ contact: unknown }>(recipient, [parcel])).rows
  return row === undefined ? undefined : Contact.parse(row.contact)
}
