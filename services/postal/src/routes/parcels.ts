import { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import { currentRequest } from '@dossier/platform/context'
import { idempotent, IdempotencyHeaders } from '@dossier/platform/idempotency'
import type { Tx } from '@dossier/platform/postgres'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { actingFor, mandatesOf, mayActAs, standsFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import { asTold, papersIn } from '../custody/papers.ts'
import { Contact } from '../parcels/collection.ts'
import { makePack, makeUnpack, NewParcelOrder } from '../parcels/pack.ts'
import { type Parcel, parcelOf } from '../parcels/parcel.ts'
import { OpenedParcel, parcelsOf, ShownParcel } from '../parcels/shown.ts'
import { common } from '../problems.ts'
import type { Published } from '../published.ts'

const config = { access: 'officer' } as const
const params = z.strictObject({ code: z.string().min(1).max(40) })
const packing = {
  summary: 'Pack papers the desk has, for the citizen or another agency; the post takes the parcel next',
  headers: IdempotencyHeaders,
  body: NewParcelOrder,
  response: { 201: ShownParcel },
}
const unpacking = {
  summary: 'Take the papers out again, while the post has not taken the parcel',
  headers: IdempotencyHeaders,
  params,
  response: { 200: z.object({ state: z.literal('unpacked') }) },
}
const list = {
  summary:
    'Open parcels of an office of the caller: those it has, packs or awaits; for a post office, those it is to fetch too',
  querystring: z.strictObject({ organisation: OrganisationCode }),
  response: { 200: z.object({ parcels: z.array(ShownParcel) }) },
}
const one = { summary: 'A parcel and its list of papers', params, response: { 200: OpenedParcel } }
const person = {
  summary: 'To whom and where a parcel goes, for who packs and who carries it; every look is recorded',
  params,
  response: { 200: Contact },
}
const recipient = 'select contact from recipient where parcel = $1'
const look = `
  insert into view_of_person (viewer, mandate, what, about, granted, request_id) values ($1, $2, $3, $4, $5, $6)`

/** The agencies of its commune, whose parcels a post office fetches; none for another organisation. */
const neighboursOf = (published: Published, office: OrganisationCode): OrganisationCode[] => {
  const { rows } = published.organisations()
  const post = rows.get(office)
  if (post?.function !== 'post') return []
  return [...rows.values()].filter(({ parent }) => parent === post.parent).map(({ code }) => code)
}

const lastTold = `
  select office from scan where parcel = $1 and refusal is null order by happened_at desc, recorded_at desc, id desc limit 1`
const lastCarrierOf = async (db: Tx, code: string): Promise<OrganisationCode | null> =>
  z.array(z.object({ office: OrganisationCode })).parse((await db.query(lastTold, [code])).rows)[0]?.office ?? null

/** Parcels as those meet them who pack and carry them. */
export const parcels: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, told, published, clock } = deps
  const pack = makePack(deps)
  const unpack = makeUnpack(deps)
  const relate = (parcel: Parcel) => (organisation: OrganisationCode) => {
    const day = dayOf(clock.now())
    const isOf = (one: OrganisationCode | null) => one !== null && standsFor(published, organisation, one, day)
    return [
      ...(isOf(parcel.sender) ? ['sender' as const] : []),
      ...(isOf(parcel.receiver) ? ['receiver' as const] : []),
      ...(parcel.office === organisation ? ['carrier' as const] : []),
    ]
  }

  app.post('/parcels', { config, schema: packing }, async (request, reply) => {
    const { body } = await idempotent(db, request, async (tx) => ({
      status: 201,
      body: ShownParcel.parse(await pack(tx, request.actor, request.body)),
    }))
    told()
    return reply.code(201).send(body)
  })

  app.post('/parcels/:code/unpacking', { config, schema: unpacking }, async (request) => {
    const { body } = await idempotent(db, request, async (tx) => {
      await unpack(tx, request.actor, request.params.code)
      return { status: 200, body: { state: 'unpacked' as const } }
    })
    told()
    return body
  })

  app.get('/parcels', { config, schema: list }, async ({ actor, query: { organisation } }) => {
    const own = mandatesOf(actor, dayOf(clock.now()), published)
    if (!own.some((mandate) => mandate.organisation === organisation)) throw common('not-permitted')
    return { parcels: await parcelsOf(db, organisation, neighboursOf(published, organisation)) }
  })

  app.get('/parcels/:code', { config, schema: one }, async ({ actor, params: { code } }) => {
    const parcel = await parcelOf(db, code)
    // Of what is over its last carrier still has to account for: a loss to be written down, a complaint to be answered.
    const office = parcel.office ?? (await lastCarrierOf(db, parcel.code))
    actingFor(deps, actor, 'ReadParcel', relate({ ...parcel, office }))
    return { ...ShownParcel.parse(parcel), papers: asTold(await papersIn(db, parcel.code)) }
  })

  app.get('/parcels/:code/recipient', { config, schema: person }, async ({ actor, params: { code } }) => {
    const parcel = await parcelOf(db, code)
    const acting = mayActAs(deps, actor, 'ReadRecipient', relate(parcel))
    const mandate = acting === undefined ? null : `${acting.role}@${acting.organisation}`
    const isGranted = acting !== undefined
    const requestId = currentRequest()?.requestId ?? 'none'
    await db.query(look, [actor.subject, mandate, 'recipient', parcel.code, isGranted, requestId])
    if (!isGranted) throw common('not-permitted')
    const [row] = (await db.query<{ contact: unknown }>(recipient, [parcel.code])).rows
    if (row === undefined) throw common('not-found')
    return Contact.parse(row.contact)
  })
}
