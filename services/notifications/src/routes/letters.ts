import { fileAnswer, pdfType } from '@dossier/platform/http'
import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier-id'
import type { FileStore } from '@dossier/platform/file-store'
import { verifySignature } from '@dossier/documents/signature-verification'
import { buffer } from 'node:stream/consumers'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import * as z from 'zod'
import { DraftedKind } from '../letters/fill-letter.ts'
import { fileNameOf } from '../letters/find-letter.ts'
import { type LetterRow, lettersOf, letterWith, numberOf } from '../letters/letter-row.ts'
import type { MaySee } from '../letters/may-see.ts'
import { common } from '../problems.ts'

const Shown = z
  .object({
    id: z.uuid(),
    dossierId: z.uuid(),
    /** The line of the record it was asked for by. */
    of: z.int(),
    kind: DraftedKind,
    form: z.string().nullable(),
    number: z.string(),
    state: z.enum(['drafted', 'awaiting-signature', 'issued', 'failed']),
    at: z.string(),
    issuedAt: z.string().nullable(),
    pages: z.int().nullable(),
    sha256: z.string().nullable(),
    why: z.string().nullable(),
    problem: z.object({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: 'Letter' })

/** A letter as lists show it. */
export const shownLetter = (row: LetterRow): z.input<typeof Shown> => {
  const { id, dossierId, seq: of, kind, form, state, at, issuedAt, pages, sha256, why, problem } = row
  return { id, dossierId, of, kind, form, number: numberOf(row), state, at, issuedAt, pages, sha256, why, problem }
}
export { Shown as ShownLetter }

const list = {
  summary: 'The letters of a dossier, in the order of its record; the applicant is shown those that are issued',
  params: z.strictObject({ dossierId: DossierId }),
  response: { 200: z.object({ letters: z.array(Shown) }) },
}
const one = z.strictObject({ id: z.uuid() })
const file = {
  summary: 'A letter as it was signed and stored (PDF/A)',
  params: one,
  response: { 200: fileAnswer('The letter', pdfType) },
}
const Verified = z
  .union([
    z.object({ is: z.literal('unsigned') }),
    z.object({
      is: z.literal('signed'),
      signedBy: z.object({
        name: z.string().nullable(),
        title: z.string().nullable(),
        organisation: z.string().nullable(),
      }),
      at: z.string().nullable(),
      intact: z.boolean(),
      coversWholeFile: z.boolean(),
      trusted: z.boolean(),
    }),
  ])
  .meta({ id: 'VerifiedSignature' })
const signature = { summary: 'What the signature of a letter is worth', params: one, response: { 200: Verified } }

export type LetterReading = {
  db: Pool
  files: FileStore
  maySee: MaySee
  trustedRoots: () => Promise<readonly string[]>
}

export const letterRoutes: FastifyPluginAsyncZod<LetterReading> = async (app, { db, files, maySee, trustedRoots }) => {
  const config = { access: 'authenticated' } as const

  app.get('/dossiers/:dossierId/letters', { config, schema: list }, async ({ actor, params, headers }) => {
    await maySee(params.dossierId, headers.authorization, 'dossier')
    const letters = await lettersOf(db, params.dossierId)
    const shown =
      actor.kind === 'citizen'
        ? letters.filter((one) => one.state === 'issued' && one.kind !== 'control-sheet')
        : letters
    return { letters: shown.map(shownLetter) }
  })

  /** Only what is issued has bytes to show: an unsigned letter leaves the house on no way. */
  const issued = async ({ kind }: Caller, id: string, authorization: string | undefined) => {
    const letter = await letterWith(db, id)
    if (letter === undefined) throw common('not-found')
    await maySee(letter.dossierId, authorization, 'papers')
    // What offices hand to each other is no letter to the citizen.
    if (letter.sha256 === null || (kind === 'citizen' && letter.kind === 'control-sheet')) throw common('not-found')
    return { letter, pdf: await buffer(files.read(letter.sha256)) }
  }

  app.get('/letters/:id.pdf', { config, schema: file }, async ({ actor, params, headers }, reply) => {
    const { letter, pdf } = await issued(actor, params.id, headers.authorization)
    void reply.header('content-disposition', `inline; filename="${fileNameOf(letter)}"`)
    return reply.type(pdfType).send(pdf)
  })

  app.get('/letters/:id/signature', { config, schema: signature }, async ({ actor, params, headers }) => {
    const { pdf } = await issued(actor, params.id, headers.authorization)
    return verifySignature(pdf, await trustedRoots())
  })
}
