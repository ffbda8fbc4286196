import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Caller } from '@dossier/contracts/actor'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { Officer, Organisation } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Log } from '@dossier/platform/log'
import { freshDatabase } from '@dossier/platform/testing'
import * as z from 'zod'
import { buildApp } from '../src/app.ts'
import { openDisk } from '@dossier/platform/disk'
import type { PayAt } from '../src/payments/pay-at.ts'
import { makePublished } from '../src/published.ts'
import type { AskPostal } from '../src/submission/by-post.ts'

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

// Officers the files do not have: a courier and an administrator with mandates at the desk itself.
const invented = ['postal-worker', 'system-admin', 'procedure-control'].map((role) =>
  Officer.parse({
    id: `thu-nghiem.${role}`,
    title: 'Tài khoản thử nghiệm',
    mandates: [{ role, organisation: 'H21.08.01.01', from: '2018-01-01', to: null }],
  }),
)

/** The catalogue's own files, as if they had been published. */
export const publishedFiles = () =>
  makePublished({
    procedures: shelf(read('procedures', ProcedureVersion), ({ id }) => id),
    organisations: shelf(read('organisations', Organisation), ({ code }) => code),
    officers: shelf([...read('officers', Officer), ...invented], ({ id }) => id),
    calendars: shelf(read('calendars', CalendarVersion), ({ version }) => version),
  })

/** 09:00 of a day in Vietnam. */
export const morning = (day: string) => new Date(`${day}T09:00:00+07:00`).toISOString()

export type Options = { at?: string; log?: Log; maxUploadBytes?: number; askPostal?: AskPostal; payAt?: PayAt }

/** A whole intake service on a database and a disk of its own, without a port. */
export const openOffice = async ({
  at = morning('2021-09-01'),
  log,
  maxUploadBytes,
  askPostal,
  payAt,
}: Options = {}) => {
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const disk = await mkdtemp(join(tmpdir(), 'intake-'))
  const time = { at }
  const clock = { now: () => time.at, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const published = publishedFiles()
  const deps = { db, clock, published, files: await openDisk(disk) }
  const app = buildApp(
    {
      ...deps,
      ...(maxUploadBytes !== undefined && { maxUploadBytes }),
      ...(askPostal !== undefined && { askPostal }),
      ...(payAt !== undefined && { payAt }),
    },
    { authenticate, rate: { max: 100_000, perMs: 60_000 }, ...(log !== undefined && { log }) },
  )
  const close = async () => {
    await app.close()
    await db.end()
    await rm(disk, { recursive: true, force: true })
  }
  return { app, db, disk, time, published, close }
}
export type Office = Awaited<ReturnType<typeof openOffice>>

/** The bearer token is the subject, then `;role@organisation` for one mandate of it, or `+scope` for a service. */
const authenticate = async (token: string): Promise<Caller> => {
  const [, subject = '', mandate, scope] = /^([^~+]+)(?:~([^+]+))?(?:\+(.+))?$/.exec(token) ?? []
  const kind = subject.split(':')[0]
  return Caller.parse({
    subject,
    kind,
    ...(mandate !== undefined && { mandate: mandate.replace('/', '@') }),
    ...(scope !== undefined && { scopes: [scope] }),
  })
}

let keys = 0
export const newKey = () => `key-${(keys += 1)}`
export const as = (subject: string, key?: string) => ({
  authorization: `Bearer ${subject}`,
  ...(key !== undefined && { 'idempotency-key': key }),
})

export const citizen = 'citizen:thu-nghiem-1'
export const otherCitizen = 'citizen:thu-nghiem-2'
/** The desk of the township in the fixture, and its officer. */
export const desk = 'H21.08.01.01'
export const officer = 'officer:ia-kha.intake'

export const send = ({ app }: Office, subject: string, url: string, payload: object, key = newKey()) =>
  app.inject({ method: 'POST', url, headers: as(subject, key), payload })
export const get = ({ app }: Office, subject: string, url: string) =>
  app.inject({ method: 'GET', url, headers: as(subject) })

const boundary = 'ranh-gioi'
/** One file as multipart/form-data. */
export const upload = ({ app }: Office, subject: string, file: { bytes: Buffer; name?: string; key?: string }) => {
  const { bytes, name = 'giay-to.pdf', key = newKey() } = file
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
  return app.inject({
    method: 'POST',
    url: '/uploads',
    headers: { ...as(subject, key), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}
export const pdf = (words = 'mẫu') =>
  Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n`)
