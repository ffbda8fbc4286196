import { fileAnswer, pdfType } from '@dossier/platform/http'
import type { Caller } from '@dossier/contracts/actor'
import { buffer } from 'node:stream/consumers'
import { labelRoll } from '@dossier/documents/label'
import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Letter } from '@dossier/documents/typesetter'
import { dayOf } from '@dossier/domain/calendar'
import { currentRequest } from '@dossier/platform/context'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { type Acting, mayActAs, standsFor } from '../acting.ts'
import type { Inside } from '../app.ts'
import {
  documentCalled,
  type DocumentKind,
  documentsOf,
  documentWith,
  KeptDocument,
  type SignedKind,
} from '../documents/document.ts'
import { makeKeepLabel } from '../documents/keep-label.ts'
import { letterFor } from '../documents/letter-for.ts'
import { type Parcel, parcelOf, readParcel } from '../parcels/parcel.ts'
import { relationsTo } from '../parcels/relations.ts'
import { bagLabel, labelOf } from '../printed/label.ts'
import { manifestWith } from '../printed/manifest.ts'
import { recordWith } from '../printed/record.ts'
import { common } from '../problems.ts'
import { words } from '../words.ts'

const number = words(40)
const paper = (summary: string) => ({
  summary,
  params: z.strictObject({ number }),
  response: { 200: fileAnswer('The paper', pdfType) },
})
const slip = paper('The slip of a parcel (phiếu gửi), as both signed it')
const record = paper('A handover record (biên bản giao nhận): what desk and courier counted together')
const manifest = paper('The list of a trip (bảng kê chuyến thư), bag by bag')
const bag = paper('The label of a bag, 100 × 75 mm')
const label = paper('The label of a parcel, 100 × 75 mm; kept as it was first printed')

const list = {
  summary:
    'The papers of an office, newest first, 200 at a time: slips, records, lists of trips as signed, labels as printed',
  querystring: z.strictObject({ office: OrganisationCode, before: z.uuid().optional() }),
  response: { 200: z.object({ documents: z.array(KeptDocument) }) },
}
const one = { ...paper('A paper as it was signed, or printed, and stored'), params: z.strictObject({ id: z.uuid() }) }
const bySlip = 'select code from parcel where slip = $1'
const keep = `
  insert into view_of_person (viewer, mandate, what, about, granted, request_id) values ($1, $2, $3, $4, $5, $6)`
// Setting a page takes a good part of a second of a core: few a minute for one caller.
const config = { access: 'officer', rateLimit: { max: 60, timeWindow: 60_000 } } as const

/** The papers of the post: as they were stored when both had signed, or as they stand until then. */
export const papers: FastifyPluginAsyncZod<Inside> = async (app, deps) => {
  const { db, published, clock, printer, files } = deps
  const keepLabel = makeKeepLabel(deps)

  /** People's names stand on these: who asked is written down before anything is shown, a refused wish too. */
  const look = async (caller: Caller, acting: Acting | undefined, { what, about }: { what: string; about: string }) => {
    const mandate = acting === undefined ? null : `${acting.role}@${acting.organisation}`
    const requestId = currentRequest()?.requestId ?? 'none'
    await db.query(keep, [caller.subject, mandate, what, about, acting !== undefined, requestId])
    if (acting === undefined) throw common('not-permitted')
  }
  /** On a parcel to a citizen stands where that citizen lives. */
  const mayRead = (caller: Caller, parcel: Parcel) =>
    mayActAs(deps, caller, parcel.receiver === null ? 'ReadRecipient' : 'ReadParcel', relationsTo(parcel, deps))
  const send = (reply: FastifyReply, name: string, pdf: Uint8Array) => {
    void reply.header('content-disposition', `inline; filename="${name}.pdf"`)
    return reply.type(pdfType).send(Buffer.from(pdf))
  }
  const print = async (reply: FastifyReply, name: string, letter: Letter) =>
    send(reply, name, await printer.print(letter))
  /** What was signed is shown as it was stored; before that it is set as it stands. */
  const show = async (reply: FastifyReply, number: string, [first, ...more]: [SignedKind, ...SignedKind[]]) => {
    const kept = await documentCalled(db, number, [first, ...more])
    if (kept === undefined || kept.sha256 === null)
      return print(reply, number, await letterFor(db, { kind: more[0] ?? first, number }, deps))
    return send(reply, number, await buffer(files.read(kept.sha256)))
  }

  app.get(
    '/documents',
    { config: { access: 'officer' }, schema: list },
    async ({ actor, query: { office, before } }) => {
      const day = dayOf(clock.now())
      const isOwn = (one: OrganisationCode) => standsFor(published, one, office, day)
      if (
        mayActAs(deps, actor, 'Bag', (one) => (isOwn(one) ? ['carrier'] : [])) === undefined &&
        mayActAs(deps, actor, 'Count', (one) => (isOwn(one) ? ['receiver'] : [])) === undefined
      )
        throw common('not-permitted')
      return { documents: await documentsOf(db, office, before) }
    },
  )

  const ofSlip = async (caller: Caller, number: string): Promise<void> => {
    const [row] = (await db.query<{ code: string }>(bySlip, [number])).rows
    const parcel = row === undefined ? undefined : await readParcel(db, row.code)
    if (parcel === undefined) throw common('not-found')
    await look(caller, mayRead(caller, parcel), { what: 'slip', about: parcel.code })
  }
  const ofRecord = async (caller: Caller, number: string): Promise<void> => {
    const kept = await recordWith(db, number)
    if (kept === undefined) throw common('not-found')
    const { desk, signedBy } = kept.record
    const day = dayOf(clock.now())
    const acting =
      mayActAs(deps, caller, 'Count', (one) => (standsFor(published, one, desk, day) ? ['receiver'] : [])) ??
      mayActAs(deps, caller, 'SignRecord', (one, person) =>
        person === signedBy || kept.parcels.some(({ office }) => office === one) ? ['carrier'] : [],
      )
    await look(caller, acting, { what: 'handover-record', about: number })
  }
  const ofManifest = async (caller: Caller, number: string): Promise<void> => {
    const kept = await manifestWith(db, number)
    if (kept === undefined) throw common('not-found')
    const acting =
      mayActAs(deps, caller, 'Bag', (one) => (one === kept.from ? ['carrier'] : [])) ??
      mayActAs(deps, caller, 'TakeManifest', (one) => (one === kept.to ? ['receiver'] : []))
    await look(caller, acting, { what: 'manifest', about: number })
  }
  const ofParcel = async (caller: Caller, code: string): Promise<Parcel> => {
    const parcel = await parcelOf(db, code)
    await look(caller, mayRead(caller, parcel), { what: 'label', about: parcel.code })
    return parcel
  }
  const ofBag = async (caller: Caller, code: string) => {
    const kept = await bagLabel(db, code, published)
    if (kept === undefined) throw common('not-found')
    const acting = mayActAs(deps, caller, 'Bag', (one) => (one === kept.from ? ['carrier'] : []))
    await look(caller, acting, { what: 'label', about: code })
    return kept
  }
  const readers: Record<DocumentKind, (caller: Caller, number: string) => Promise<unknown>> = {
    'posting-slip': ofSlip,
    'delivery-slip': ofSlip,
    'handover-record': ofRecord,
    manifest: ofManifest,
    'manifest-taken': ofManifest,
    label: ofParcel,
    'bag-label': ofBag,
  }

  app.get('/slips/:number.pdf', { config, schema: slip }, async ({ actor, params: { number: of } }, reply) => {
    await ofSlip(actor, of)
    return show(reply, of, ['posting-slip', 'delivery-slip'])
  })

  app.get('/parcels/:number/label.pdf', { config, schema: label }, async ({ actor, params }, reply) => {
    const parcel = await ofParcel(actor, params.number)
    const letter = labelRoll([await labelOf(db, parcel, deps)], parcel.packedAt)
    const office = parcel.office ?? parcel.sender
    return send(reply, parcel.code, await keepLabel({ number: parcel.code, office, letter, parcel }))
  })

  app.get('/bags/:number/label.pdf', { config, schema: bag }, async ({ actor, params: { number: of } }, reply) => {
    const kept = await ofBag(actor, of)
    const letter = labelRoll([kept.label], kept.closedAt)
    return send(reply, of, await keepLabel({ number: of, office: kept.from, letter }))
  })

  app.get(
    '/handover-records/:number.pdf',
    { config, schema: record },
    async ({ actor, params: { number: of } }, reply) => {
      await ofRecord(actor, of)
      return show(reply, of, ['handover-record'])
    },
  )

  app.get('/manifests/:number.pdf', { config, schema: manifest }, async ({ actor, params: { number: of } }, reply) => {
    await ofManifest(actor, of)
    return show(reply, of, ['manifest', 'manifest-taken'])
  })

  app.get('/documents/:id.pdf', { config, schema: one }, async ({ actor, params }, reply) => {
    const document = await documentWith(db, params.id)
    if (document === undefined || document.sha256 === null) throw common('not-found')
    await readers[document.kind](actor, document.number)
    return send(reply, document.number, await buffer(files.read(document.sha256)))
  })
}
