import { Readable } from 'node:stream'
import { dayOf } from '@dossier/domain/calendar'
import { formOf } from '@dossier/domain/forms'
import { ruleSetOn } from '@dossier/domain/rule-set'
import { DocumentProblem } from '@dossier/documents/document-problem'
import { pageCount } from '@dossier/documents/page-count'
import type { Printer } from '@dossier/documents/printer'
import type { FileStore } from '@dossier/platform/file-store'
import { Transient } from '@dossier/platform/transient'
import type { Pool } from 'pg'
import type { AskOnPaper, AskRecord } from './ask.ts'
import type { LetterBooks } from './books.ts'
import { type BookPlace, fillLetter, paperOf } from './fill-letter.ts'
import { issuerOf } from './issuer.ts'
import { type LetterRow, numberOf } from './letter-row.ts'
import { signerOf } from './signatory.ts'
import { type Told, toldAt } from './told.ts'
import { Unfillable } from './unfillable.ts'
import { crashPoint } from '@dossier/platform/crash-point'

export type Setting = {
  db: Pool
  books: LetterBooks
  askRecord: AskRecord
  askOnPaper: AskOnPaper
  printer: Pick<Printer, 'print'>
  files: FileStore
  maxBytes: number
}

const set = `
  update letter set state = 'awaiting-signature', unsigned = $2, pages = $3, form = $4, signer = $5, tries = 0, why = null
  where id = $1 and state = 'drafted'`
const place = 'select year, number from register_line where dossier_id = $1'

/**
 * Sets a drafted letter from the record and the application as they are, and stores it: from then on it waits for its signature
 * alone. Rejects with an outage's error, a DocumentProblem or `Unfillable`; set twice it is stored once.
 */
export const setLetter = async (deps: Setting, row: LetterRow): Promise<void> => {
  const { db, books, askRecord, askOnPaper, printer } = deps
  const told = toldAt(await askRecord(row.dossierId), row.seq)
  if (told === undefined) throw new Unfillable('no-such-line', row.seq)
  const issuer = issuerOf(books.tree(), told.line.actor, told.dossier.receivingDesk)
  const [application] = await askOnPaper([row.dossierId])
  if (issuer === undefined || application === undefined)
    throw new Transient(`What letter ${row.id} speaks of is not announced, or not known to intake, yet`)
  const filling = { told, application, books, issuer, number: numberOf(row) }
  const letter = fillLetter(row.kind, filling, await bookPlace(db, row.dossierId))
  const pdf = await printer.print(letter)
  crashPoint('letter: set, not kept')
  const unsigned = await stored(deps, pdf)
  crashPoint('letter: kept, unsigned')
  const { actor, at } = told.line
  const signer = signerOf({ actor, at, officer: books.officer(actor.person), issuer })
  await db.query(set, [row.id, unsigned, pageCount(pdf), formIdOf(told, row), JSON.stringify(signer)])
}

const bookPlace = async (db: Pool, dossierId: string): Promise<BookPlace> => {
  const [line] = (await db.query<{ year: number; number: number }>(place, [dossierId])).rows
  return line === undefined ? null : { volume: String(line.year), number: line.number }
}

/** Keeps a file under its digest; what is larger than any letter of an office is none. */
export const stored = async (
  { files, maxBytes }: Pick<Setting, 'files' | 'maxBytes'>,
  pdf: Uint8Array,
): Promise<string> => {
  if (pdf.length > maxBytes)
    throw new DocumentProblem(
      'too-long',
      `Văn bản lớn ${pdf.length} byte, tối đa ${maxBytes} byte. Rút gọn nội dung rồi lập lại văn bản.`,
      `The letter has ${pdf.length} bytes, at most ${maxBytes} are allowed. Shorten it and set it again.`,
    )
  const draft = await files.take(Readable.from([Buffer.from(pdf)]), maxBytes)
  await draft.keep()
  return draft.sha256
}

/** `TT01/2018-04`; null where no circular in force has a form for it. */
const formIdOf = ({ dossier, line }: Told, { kind }: LetterRow): string | null => {
  const day = dayOf(line.at)
  const { circular, number } = formOf(dossier.pinned?.ruleSet ?? ruleSetOn(day).id, day, paperOf[kind])
  return circular === null ? null : `${circular.replace(/\/TT-VPCP$/, '').replace(' ', '')}-${number}`
}
