import multipart from '@fastify/multipart'
import { idempotencyKeyOf, idempotent } from '@dossier/platform/idempotency'
import type { Clock } from '@dossier/platform/clock'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { type Draft, type FileStore, TooLarge } from '@dossier/platform/file-store'
import { typeByContent } from '../files/type-by-content.ts'
import { recordUpload } from '../files/uploads.ts'
import { type IntakeCode, intakeProblem } from '../problems.ts'

const maxFileBytes = 20 * 1024 * 1024

const Uploaded = z
  .object({ uploadId: z.uuidv7(), sha256: z.string(), size: z.int(), type: z.string() })
  .meta({ id: 'Uploaded' })
const schema = {
  summary: 'Take in one file, multipart/form-data, part `file`; it is its uploader’s until an application takes it',
  consumes: ['multipart/form-data'],
  headers: z.object({ 'idempotency-key': z.string().optional() }),
  response: { 201: Uploaded },
}
const config = { access: ['citizen', 'officer'], rateLimit: { max: 60, timeWindow: 60_000 } } as const

type Deps = { db: Pool; clock: Clock; files: FileStore; maxBytes?: number }

export const uploads: FastifyPluginAsyncZod<Deps> = async (app, { db, clock, files, maxBytes = maxFileBytes }) => {
  // No limit here: the file store counts, and one byte too many is an error instead of a file cut short.
  const limits = { files: 1, fields: 4, fieldSize: 1_000, parts: 5, headerPairs: 20, fileSize: Infinity }
  await app.register(multipart, { limits, throwFileSizeLimit: false })

  app.post('/uploads', { config, schema }, async (request, reply) => {
    idempotencyKeyOf(request) // before the bytes, not after
    const { draft, name } = await takeFile(request, files, maxBytes)
    try {
      const type = await typeOf(draft)
      const { sha256, size } = draft
      // The same request is the same bytes under the same name, however they were cut into parts.
      request.body = { sha256, name }
      const { body } = await idempotent(db, request, async (tx) => {
        await draft.keep()
        const uploadId = uuidv7()
        const [uploadedBy, uploadedAt] = [request.actor.subject, clock.now()]
        await recordUpload(tx, { id: uploadId, sha256, size, type, name, uploadedBy, uploadedAt })
        return { status: 201, body: { uploadId, sha256, size, type } } // no name: answers are kept, and it may name somebody
      })
      return reply.code(201).send(body)
    } finally {
      await draft.discard() // nothing is left of it unless it was kept
    }
  })
}

const takeFile = async (request: FastifyRequest, files: FileStore, maxBytes: number) => {
  if (!request.isMultipart()) throw intakeProblem('file-absent')
  const part = await request.file()
  if (part === undefined) throw intakeProblem('file-absent')
  try {
    return { draft: await files.take(part.file, maxBytes), name: nameOf(part.filename) }
  } catch (error) {
    throw error instanceof TooLarge ? intakeProblem('file-too-large') : error
  }
}

const typeOf = async ({ path, size }: Draft): Promise<string> => {
  if (size === 0) throw intakeProblem('file-empty')
  const found = await typeByContent(path)
  if ('type' in found) return found.type
  throw intakeProblem(refusals[found.refused])
}
const refusals = { 'not-allowed': 'file-type-not-allowed', active: 'file-active' } as const satisfies Record<
  string,
  IntakeCode
>

/** The last part of the sender's name, as text: never a path, nothing invisible, and no more than a list can show. */
const nameOf = (sent: string) =>
  sent.normalize('NFC').replaceAll(/\p{C}/gu, '').split(/[\\/]/).at(-1)?.slice(-200) || 'tep'
