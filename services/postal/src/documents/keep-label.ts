import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { pageCount } from '@dossier/documents/page-count'
import type { Letter } from '@dossier/documents/typesetter'
import { requestHash } from '@dossier/platform/canonical-json'
import { inTransaction } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import { lockDossier } from '../dossier-lock.ts'
import type { Parcel } from '../parcels/parcel.ts'
import { tell } from '../tell.ts'
import type { SettingDocuments } from './set-documents.ts'

const known = 'select sha256 from document where kind = $1 and number = $2 and content = $3'
const keep = `
  insert into document (id, kind, number, content, office, happened_at, sha256, pages, issued_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $6) on conflict on constraint document_key do nothing`
const maxBytes = 1_000_000

/** A label with the office it is printed at; that of a parcel is a paper of its dossier, that of a bag is nobody's. */
export type WantedLabel = { number: string; office: OrganisationCode; letter: Letter; parcel?: Parcel }
type Deps = Pick<SettingDocuments, 'db' | 'clock' | 'files' | 'printer' | 'told'>

/**
 * A label as it was first printed: set when it is first asked for, stored under its digest and told to its dossier; whoever asks again
 * while it says the same is given the same bytes.
 */
export const makeKeepLabel =
  ({ db, clock, files, printer, told = () => {} }: Deps) =>
  async ({ number, office, letter, parcel }: WantedLabel): Promise<Buffer> => {
    const kind = parcel === undefined ? 'bag-label' : 'label'
    const content = requestHash(letter)
    const stored = async () => (await db.query<{ sha256: string }>(known, [kind, number, content])).rows[0]?.sha256
    const before = await stored()
    if (before !== undefined) return buffer(files.read(before))
    const pdf = Buffer.from(await printer.print(letter))
    const pages = pageCount(pdf)
    const draft = await files.take(Readable.from([pdf]), maxBytes)
    await draft.keep()
    const { sha256 } = draft
    await inTransaction(db, async (tx) => {
      if (parcel !== undefined) await lockDossier(tx, parcel.dossierId)
      const [id, at] = [uuidv7(), clock.now()]
      const { rowCount } = await tx.query(keep, [id, kind, number, content, office, at, sha256, pages])
      if (rowCount === 0 || parcel === undefined) return // another reader was first, or it is of no dossier
      const { code, dossierId } = parcel
      const event = {
        type: 'PostalDocumentIssued',
        document: id,
        kind: 'label',
        number,
        parcel: code,
        sha256,
        pages,
      } as const
      await tell(tx, dossierId, { event, at })
    })
    told()
    return buffer(files.read((await stored()) ?? sha256))
  }
