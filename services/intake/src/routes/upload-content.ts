import { fileAnswer } from '@dossier/platform/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Clock } from '@dossier/platform/clock'
import type { Pool } from 'pg'
import * as z from 'zod'
import type { FileStore } from '@dossier/platform/file-store'
import { uploadTypes } from '../files/type-by-content.ts'
import { findUpload } from '../files/uploads.ts'
import { common } from '../problems.ts'
import type { Published } from '../published.ts'
import { makeLook } from '../views.ts'

const schema = {
  summary: 'The bytes of an upload: to its uploader until an application takes it, then to whoever may read that',
  params: z.strictObject({ id: z.uuidv7() }),
  response: { 200: fileAnswer('The file', ...uploadTypes) },
}

type Deps = { db: Pool; clock: Clock; published: Published; files: FileStore }

export const uploadContent: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const look = makeLook(deps)
  app.get('/uploads/:id/content', { config: { access: 'authenticated' }, schema }, async ({ actor, params }, reply) => {
    const upload = await findUpload(deps.db, params.id)
    if (upload === undefined) throw common('not-found')
    if (upload.applicationId !== null) await look(actor, upload.applicationId, 'upload')
    else if (upload.uploadedBy !== actor.subject) throw common('not-found')
    // Never shown in the page's own origin: it is somebody's file.
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(upload.name)}`)
    void reply.header('content-security-policy', "default-src 'none'; sandbox")
    return reply.type(upload.type).header('content-length', upload.size).send(deps.files.read(upload.sha256))
  })
}
