import { join } from 'node:path'
import { makePrinter } from '@dossier/documents/printer'
import type { Clock } from '@dossier/platform/clock'
import { openDisk } from '@dossier/platform/disk'
import type { Pool } from 'pg'
import * as z from 'zod'
import { makeAskOnPaper, makeAskRecord } from './ask.ts'
import type { LetterBooks } from './books.ts'
import { makeFindLetter, makeReadLetter } from './find-letter.ts'
import { makeMaySee } from './may-see.ts'
import { runLetters } from './run-letters.ts'
import { signerCalled, SignerName } from './signers.ts'

/** Where letters lie and who signs them. */
export const LettersEnv = z.object({
  INTAKE_URL: z.url(),
  CASEWORK_URL: z.url(),
  FILES_DIR: z.string(),
  /** Who signs; the development signer is trusted by nobody. */
  SIGNER: SignerName.default('development'),
  /** How long a signature is waited for before its letter is tried again later. */
  SIGNING_TIMEOUT_MS: z.coerce.number().int().positive().default(20_000),
  /** Keys of the development signer. */
  SIGNING_KEYS_DIR: z.string().optional(),
  MAX_LETTER_BYTES: z.coerce.number().int().positive().default(10_000_000),
})

type From = {
  db: Pool
  clock: Clock
  books: LetterBooks
  config: z.output<typeof LettersEnv>
  token: () => Promise<string>
  told: () => void
  report: (trouble: unknown) => void
}

/** Letters as this process makes and shows them: the loop that brings them on, and what their routes need. */
export const openLetters = async ({ db, clock, books, config, token, told, report }: From) => {
  const files = await openDisk(config.FILES_DIR)
  const keys = config.SIGNING_KEYS_DIR ?? join(config.FILES_DIR, 'development-keys')
  const signer = signerCalled(config.SIGNER, { keys, timeoutMs: config.SIGNING_TIMEOUT_MS })
  const printer = makePrinter()
  const askRecord = makeAskRecord({ url: config.CASEWORK_URL, token })
  const askOnPaper = makeAskOnPaper({ url: config.INTAKE_URL, token })
  const setting = { db, clock, books, files, printer, askRecord, askOnPaper, maxBytes: config.MAX_LETTER_BYTES }
  const loop = runLetters({ ...setting, signer, told, report })
  return {
    ...setting,
    nudge: loop.nudge,
    maySee: makeMaySee(config.CASEWORK_URL),
    trustedRoots: async () => [await signer.root()],
    find: makeFindLetter(db),
    read: makeReadLetter({ db, files }),
    stop: async () => {
      await loop.stop()
      await printer.close()
    },
  }
}
