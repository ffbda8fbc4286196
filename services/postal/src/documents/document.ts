import { OrganisationCode } from '@dossier/contracts/organisation'
import { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'

/** What the post keeps as it was signed: a slip when the parcel was taken and when it was delivered, a list when given and when taken. */
const SignedKind = z.enum(['posting-slip', 'delivery-slip', 'handover-record', 'manifest', 'manifest-taken'])
export type SignedKind = z.infer<typeof SignedKind>
/** Labels are kept as they were printed; there may be several of one number. */
export const DocumentKind = z.enum([...SignedKind.options, 'label', 'bag-label'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** A paper of the post; without a digest it waits to be set. */
export const KeptDocument = z
  .object({
    id: z.uuid(),
    kind: DocumentKind,
    number: z.string(),
    office: OrganisationCode,
    happenedAt: Instant,
    why: z.string().nullable(),
    sha256: z.string().nullable(),
    pages: z.int().nullable(),
    issuedAt: Instant.nullable(),
  })
  .meta({ id: 'PostalDocument' })
export type KeptDocument = z.infer<typeof KeptDocument>

/** A paper that is set after both have signed. */
export type SignedDocument = KeptDocument & { kind: SignedKind }

const columns = `
  id, kind, number, office, happened_at as "happenedAt", why, sha256, pages, issued_at as "issuedAt"`
const insert = `
  insert into document (id, kind, number, office, happened_at, next_at) values ($1, $2, $3, $4, $5, $6)
  on conflict on constraint document_key do nothing`
const due = `select ${columns} from document where next_at <= $1 order by next_at, id limit 20`
const one = `select ${columns} from document where id = $1`
const called = `select ${columns} from document where number = $1 and sha256 is not null and kind = any($2) order by issued_at desc, id desc limit 1`
const ofOffice = `
  select ${columns} from document where office = $1 and ($2::uuid is null or id < $2) order by id desc limit 200`

type Wanted = Pick<SignedDocument, 'kind' | 'number' | 'office' | 'happenedAt'>

/** Writes down, in the transaction of what happened, that a paper is to be set of it: once. */
export const wantDocument = async (tx: Tx, { kind, number, office, happenedAt }: Wanted, now: Instant): Promise<void> =>
  void (await tx.query(insert, [uuidv7(), kind, number, office, happenedAt, now]))

const DueDocument = KeptDocument.extend({ kind: SignedKind })
const read = (rows: unknown[]): KeptDocument[] => rows.map((row) => KeptDocument.parse(row))

export const dueDocuments = async (db: Tx, now: Instant): Promise<SignedDocument[]> =>
  (await db.query(due, [now])).rows.map((row) => DueDocument.parse(row))

/** The newest of some kinds that is set; undefined before. */
export const documentCalled = async (
  db: Tx,
  number: string,
  kinds: readonly SignedKind[],
): Promise<KeptDocument | undefined> => read((await db.query(called, [number, kinds])).rows)[0]

export const documentWith = async (db: Tx, id: string): Promise<KeptDocument | undefined> =>
  read((await db.query(one, [id])).rows)[0]

/** The papers of an office, newest first, 200 at a time. */
export const documentsOf = async (db: Tx, office: string, before?: string): Promise<KeptDocument[]> =>
  read((await db.query(ofOffice, [office, before ?? null])).rows)
