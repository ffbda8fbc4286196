import { fileAnswer } from '@dossier/platform/http'
import type { Caller } from '@dossier/contracts/actor'
import { dayOf } from '@dossier/domain/calendar'
import { pictureTypes, proofKinds } from '@dossier/domain/delivery-proof'
import { currentRequest } from '@dossier/platform/context'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, mayActAs, type Relate, standsFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import { officesOf } from '../custody/chains.ts'
import { type Parcel, parcelOf } from '../parcels/parcel.ts'
import { common, postalProblem } from '../problems.ts'
import { KeptProof, makeKeepProof, NewProof } from '../proofs/keep-proof.ts'
import { deliveriesOf, pictureOf, ShownDelivery } from '../proofs/proofs.ts'
import { words } from '../words.ts'

const config = { access: 'officer' } as const
const params = z.strictObject({ code: z.string().min(1).max(40) })
const keeping = {
  summary: 'The recipient’s signature, or a photo, of a scan of the caller’s own: a picture, kept once',
  headers: IdempotencyHeaders,
  params,
  body: NewProof,
  response: { 201: KeptProof },
}
const list = {
  summary: 'Deliveries and attempts of a parcel with what shows them, for who may read the custody of its papers',
  params,
  response: { 200: z.object({ deliveries: z.array(ShownDelivery) }) },
}
const picture = {
  summary: 'The signature or photo itself; every look is recorded, refused ones too',
  params: z.strictObject({ ...params.shape, scan: words(80), kind: z.enum(proofKinds) }),
  response: { 200: fileAnswer('The picture', ...pictureTypes) },
}
const look = `
  insert into view_of_person (viewer, mandate, what, about, granted, request_id) values ($1, $2, $3, $4, $5, $6)`

/** What shows that a parcel was delivered, or why it could not be. */
export const proofs: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, clock, published } = deps
  const keep = makeKeepProof(deps)

  const onTheWayOf = async ({ dossierId }: Parcel): Promise<Relate> => {
    const [offices, day] = [await officesOf(db, dossierId), dayOf(clock.now())]
    return (organisation) =>
      offices.some((office) => standsFor(published, organisation, office, day)) ? ['on-the-way'] : []
  }
  const writeDown = async (caller: Caller, { code }: Parcel, { what, relate }: { what: string; relate: Relate }) => {
    const acting = mayActAs(deps, caller, 'ReadProof', relate)
    const mandate = acting === undefined ? null : `${acting.role}@${acting.organisation}`
    const requestId = currentRequest()?.requestId ?? 'none'
    await db.query(look, [caller.subject, mandate, what, code, acting !== undefined, requestId])
    if (acting === undefined) throw common('not-permitted')
  }

  app.post('/parcels/:code/proofs', { config, bodyLimit: 3_000_000, schema: keeping }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: await keep(tx, request.actor, { ...request.body, ...request.params }),
    }))
    return reply.code(201).send(body)
  })

  app.get('/parcels/:code/deliveries', { config, schema: list }, async ({ actor, params: { code } }) => {
    const parcel = await parcelOf(db, code)
    actingFor(deps, actor, 'ReadProof', await onTheWayOf(parcel))
    return { deliveries: await deliveriesOf(db, parcel.code) }
  })

  app.get('/parcels/:code/proofs/:scan/:kind', { config, schema: picture }, async ({ actor, params }, reply) => {
    const parcel = await parcelOf(db, params.code)
    const { scan, kind } = params
    await writeDown(actor, parcel, { what: kind, relate: await onTheWayOf(parcel) })
    const found = await pictureOf(db, { parcel: parcel.code, scan, kind })
    if (found === undefined) throw common('not-found')
    if (found.content === null) throw postalProblem('proof-erased', { about: scan })
    void reply.header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'no-store')
    return reply.type(found.mediaType).send(found.content)
  })
}
