import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ParcelMessage } from '@dossier/contracts/parcel'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { openDisk } from '@dossier/platform/disk'
import type { Log } from '@dossier/platform/log'
import { as, freshDatabase, subjectAsToken } from '@dossier/platform/testing'
import { expect } from 'vitest'
import * as z from 'zod'
import { appointmentSilences } from '../src/appointments/silence.ts'
import { buildApp, type Deps } from '../src/app.ts'
import { makeComplaintSilences } from '../src/complaints/silences.ts'
import { balanceOf } from '../src/custody/balance.ts'
import { onApplicationMessage } from '../src/heard/on-application-message.ts'
import { onDossierMessage } from '../src/heard/on-dossier-message.ts'
import { readPostalClasses } from '../src/postal-classes.ts'
import { makePublished } from '../src/published.ts'
import { makeSilenceSweep } from '../src/silence.ts'

const folder = new URL('../../catalogue/data/', import.meta.url)
const read = <B>(name: string, schema: z.ZodType<B>): B[] =>
  readdirSync(new URL(`${name}/`, folder)).flatMap((file) =>
    z
      .union([z.array(schema), schema.transform((one) => [one])])
      .parse(JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8'))),
  )
const shelf = <B>(rows: B[], key: (row: B) => string) => {
  const map = new Map(rows.map((row) => [key(row), row]))
  return { all: () => map }
}

/** The catalogue's own files, as if they had been published. */
export const publishedFiles = () =>
  makePublished({
    procedures: shelf(read('procedures', ProcedureVersion), ({ id }) => id),
    organisations: shelf(read('organisations', Organisation), ({ code }) => code),
    officers: shelf(read('officers', Officer), ({ id }) => id),
    calendars: shelf(read('calendars', CalendarVersion), ({ version }) => version),
  })

/** `2021-04-12 15:30` on the wall in Vietnam. */
export const local = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()

let keys = 0
export const newKey = () => `key-${(keys += 1)}`

/** A whole postal service on a database of its own, without a port. */
export const openPostOffice = async (at = local('2021-04-12 15:30'), log?: Log, more: Partial<Deps> = {}) => {
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const time = { at }
  const clock = { now: () => time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const published = publishedFiles()
  const trouble: unknown[] = []
  const disk = await mkdtemp(join(tmpdir(), 'postal-'))
  const files = await openDisk(disk)
  const app = buildApp(
    { db, clock, published, classes: readPostalClasses(), files, ...more },
    { authenticate: subjectAsToken, rate: { max: 100_000, perMs: 60_000 }, ...(log !== undefined && { log }) },
  )
  const post = (subject: string, url: string, payload: object, key = newKey()) =>
    app.inject({ method: 'POST', url, headers: { ...as(subject), 'idempotency-key': key }, payload })
  const get = (subject: string, url: string) => app.inject({ method: 'GET', url, headers: as(subject) })
  /** What was told of a dossier, in order; each fits the contract. */
  const told = async (dossierId: string) => {
    const { rows } = await db.query('select body from outbox where key = $1 order by tx, id', [dossierId])
    const messages = rows.map(({ body }) => ParcelMessage.parse(body))
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1))
    return messages
  }
  return {
    app,
    db,
    time,
    published,
    trouble,
    post,
    get,
    told,
    events: async (dossierId: string) => (await told(dossierId)).map(({ event }) => event),
    at: (text: string) => void (time.at = local(text)),
    heardApplication: onApplicationMessage({ db, clock }),
    heardDossier: onDossierMessage({ db, clock, published }),
    sweep: makeSilenceSweep(
      { db, clock, published, report: (one) => trouble.push(one) },
      { ...makeComplaintSilences(), ...appointmentSilences },
    ),
    clock,
    files,
    close: async () => {
      await app.close()
      await db.end()
      await rm(disk, { recursive: true, force: true })
    },
  }
}
export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/** Told after every story: each paper has one custodian, without gap or overlap, and none is missing or doubled. */
export const expectBalance = async ({ db }: PostOffice) => {
  const balance = await balanceOf(db)
  expect(balance).toMatchObject({ faults: [], closes: true })
  return balance
}

export const desk = 'H21.08.05.01'
export const office = 'H21.08.05.06'
export const clerk = 'officer:ia-grang.intake'
export const colleague = 'officer:ia-grang.intake-2'
export const courier = 'officer:ia-grang.post'

const counts = (originals: number, certifiedCopies = 0) => ({ originals, certifiedCopies, copies: 0 })
/** The allowance of S01, as a citizen brings it to the post office. */
export const collection = {
  desk,
  procedure: 'fx.tro-cap-khang-chien',
  papers: { '01': counts(1), '02': counts(0, 1), '03': counts(1) },
  postage: 26_000,
  returnBy: 'post',
  sender: { name: 'Nguyễn Thị Bưởi', phone: '0912 345 678', address: 'Làng Ograng, xã Ia Grăng' },
  slipSigned: true,
  sealedBeforeSender: true,
}
const counted = collection.papers
export const delivery = { to: 'applicant', identityChecked: true, signed: true }

/** A dossier collected at the post office; gives its id and its parcel. */
export const collected = async (post: PostOffice, more: object = {}) => {
  const answer = await post.post(courier, '/collections', { ...collection, ...more })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { dossierId, parcel } = z.object({ dossierId: z.string(), parcel: z.string() }).parse(answer.json())
  return { dossierId, parcel }
}

/** The same, counted at the desk and signed by the courier. */
export const submitted = async (post: PostOffice, more: object = {}) => {
  const { dossierId, parcel } = await collected(post, more)
  const number = await countedBy(post, parcel)
  const signed = await post.post(courier, `/handover-records/${number}/signature`, {})
  if (signed.statusCode !== 200) throw new Error(signed.body)
  return { dossierId, parcel, number }
}

/** The number of a record of one parcel in which everything was there. */
export const countedBy = async (post: PostOffice, parcel: string, more: object = {}, by = clerk) => {
  const found = { parcel, sealWhole: true, complete: true, counted, fees: {}, ...more }
  const answer = await post.post(by, '/handover-records', { desk, parcels: [found] })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return z.object({ number: z.string() }).parse(answer.json()).number
}

/** The papers of a dossier with who has each now. */
export const papersNow = async (post: PostOffice, dossierId: string) => {
  const answer = await post.get('service:casework', `/dossiers/${dossierId}/custody`)
  const Shown = z.object({
    papers: z.array(
      z.object({
        paper: z.string(),
        kind: z.string(),
        component: z.string(),
        isVoid: z.boolean(),
        chain: z.array(
          z.object({ custodian: z.looseObject({ kind: z.string() }), since: z.string(), until: z.string().nullable() }),
        ),
      }),
    ),
  })
  return Shown.parse(answer.json()).papers.map((paper) => ({
    ...paper,
    now: paper.chain.at(-1)?.custodian,
    way: paper.chain.map(({ custodian }) => custodian.kind).join(' '),
  }))
}
