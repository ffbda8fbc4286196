import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { DraftedKind } from './fill-letter.ts'

/** For whom the signing service signs. */
const Signer = z.object({ name: z.string(), title: z.string(), organisation: z.string() })
const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A letter as its row says. `unsigned` and `sha256` are the digests of its file before and after it was signed. */
export const LetterRow = z.object({
  id: z.uuid(),
  dossierId: z.uuid(),
  seq: z.int(),
  kind: DraftedKind,
  at: z.string(),
  desk: OrganisationCode,
  authority: z.string(),
  year: z.int(),
  number: z.int(),
  state: z.enum(['drafted', 'awaiting-signature', 'issued', 'failed']),
  tries: z.int(),
  why: z.string().nullable(),
  problem: z.object({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
  form: z.string().nullable(),
  signer: Signer.nullable(),
  unsigned: digest.nullable(),
  pages: z.int().nullable(),
  sha256: digest.nullable(),
  issuedAt: z.string().nullable(),
})
export type LetterRow = z.infer<typeof LetterRow>

const columns = `
  id, dossier_id as "dossierId", seq, kind, at, desk, authority, year, number, state, tries, why, problem, form, signer, unsigned,
  pages, sha256, issued_at as "issuedAt"`

const rowsOf = (rows: unknown[]): LetterRow[] => rows.map((row) => LetterRow.parse(row))

const due = `select ${columns} from letter where next_at <= $1 order by next_at, dossier_id, seq limit 20`
export const dueLetters = async (db: Tx, now: string) => rowsOf((await db.query(due, [now])).rows)

const one = `select ${columns} from letter where id = $1`
export const letterWith = async (db: Tx, id: string) => rowsOf((await db.query(one, [id])).rows)[0]

const ofLine = `select ${columns} from letter where dossier_id = $1 and seq = $2 and kind = $3`
export const letterOf = async (db: Tx, of: { dossierId: string; seq: number; kind: string }) =>
  rowsOf((await db.query(ofLine, [of.dossierId, of.seq, of.kind])).rows)[0]

const ofDossier = `select ${columns} from letter where dossier_id = $1 order by seq, kind`
export const lettersOf = async (db: Tx, dossierId: string) => rowsOf((await db.query(ofDossier, [dossierId])).rows)

const failed = `select ${columns} from letter where state = 'failed' order by at, id limit 200`
export const failedLetters = async (db: Tx) => rowsOf((await db.query(failed)).rows)

/** `12/2021`: its number in the year's book of whoever issued it. */
export const numberOf = ({ number, year }: Pick<LetterRow, 'number' | 'year'>): string => `${number}/${year}`
