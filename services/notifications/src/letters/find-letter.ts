import { buffer } from 'node:stream/consumers'
import type { FileStore } from '@dossier/platform/file-store'
import type { Pool } from 'pg'
import type { FindLetter } from '../queue/prepare.ts'
import { letterOf, letterWith, numberOf } from './letter-row.ts'

/** The letter that goes with a line of a record: ready once it is issued, failed where people must see to it, none where the line asks for none. */
export const makeFindLetter =
  (db: Pool): FindLetter =>
  async (line) => {
    const letter = await letterOf(db, line)
    if (letter === undefined) return { is: 'none' }
    if (letter.state === 'issued') return { is: 'ready', letter: letter.id }
    return { is: letter.state === 'failed' ? 'failed' : 'waiting' }
  }

/** An issued letter as it is attached to an e-mail. Throws where there is none. */
export const makeReadLetter =
  ({ db, files }: { db: Pool; files: FileStore }) =>
  async (id: string): Promise<{ name: string; bytes: Buffer }> => {
    const letter = await letterWith(db, id)
    if (letter === undefined || letter.sha256 === null) throw new Error(`There is no issued letter ${id}`)
    return { name: fileNameOf(letter), bytes: await buffer(files.read(letter.sha256)) }
  }

/** `12-2021-receipt.pdf`: no name of a person, nothing a mail server changes. */
export const fileNameOf = (letter: Parameters<typeof numberOf>[0] & { kind: string }): string =>
  `${numberOf(letter).replace('/', '-')}-${letter.kind}.pdf`
