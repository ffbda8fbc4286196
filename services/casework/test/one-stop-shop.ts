import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readdirSync, readFileSync } from 'node:fs'
import type { ApplicationSummary } from '@dossier/contracts/application'
import { CalendarVersion } from '@dossier/contracts/calendar'
import { calendarTopic, organisationTopic, procedureTopic } from '@dossier/contracts/catalogue'
import { DossierId } from '@dossier/contracts/dossier'
import type { DossierCommand } from '@dossier/contracts/dossier-command'
import { Officer, Organisation, type OrganisationCode } from '@dossier/contracts/organisation'
import { ProcedureVersion } from '@dossier/contracts/procedure'
import { openDisk } from '@dossier/platform/disk'
import { makePrinter } from '@dossier/documents/printer'
import { keepCopy, type Reference } from '@dossier/platform/copy'
import type { Topic } from '@dossier/platform/topic'
import { as, freshDatabase, subjectAsToken } from '@dossier/platform/testing'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { buildApp } from '../src/app.ts'
import { makeLawBooks, type Published } from '../src/law-books.ts'
import { type AskIntake, makeLedger } from '../src/ledger.ts'

/** The law as the catalogue publishes it: the same files. */
const folder = new URL('../../catalogue/data/', import.meta.url)
const readAll = <T>(place: string, schema: z.ZodType<T>): T[] => {
  const files = readdirSync(new URL(`${place}/`, folder)).map((file) => new URL(`${place}/${file}`, folder))
  const rows = files.flatMap((file): unknown[] => [JSON.parse(readFileSync(file, 'utf8'))].flat())
  return z.array(schema).parse(rows)
}
const by = <T>(rows: T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]))
const published: Published = {
  procedures: by(readAll('procedures', ProcedureVersion), ({ id }) => id),
  organisations: by(readAll('organisations', Organisation), ({ code }) => code),
  calendars: by(readAll('calendars', CalendarVersion), ({ version }) => version),
  officers: by(readAll('officers', Officer), ({ id }) => id),
}

const byName = (name: string): OrganisationCode => {
  const found = [...published.organisations.values()].find((one) => one.name === name)
  if (found === undefined) throw new Error(`No organisation is called ${name}`)
  return found.code
}
export const deskOfIaPech = byName('Bộ phận Một cửa xã Ia Pếch')

export const phong = byName('Phòng Lao động - Thương binh và Xã hội huyện Ia Grai')

/** The accounts of S01: who takes it in, works on it, decides it. */
export const accounts = {
  intake: 'officer:ia-pech.intake',
  otherIntake: 'officer:ia-pech.intake-2',
  specialist: 'officer:ia-pech.social',
  otherCommune: 'officer:ia-sao.intake',
  labour: 'officer:huyen-ia-grai.labour',
  department: 'officer:gia-lai.labour',
  director: 'officer:gia-lai.labour-director',
  conductor: 'service:conductor',
  citizen: 'citizen:c1',
}

/** A casework service on a database of its own, its clock in the test's hand, and intake with one answer. */
export const openShop = async () => {
  const db = await freshDatabase(new URL('../migrations/', import.meta.url))
  const time = { now: '2021-04-13T02:40:00.000Z' }
  const clock = { now: () => time.now, scale: () => ({ wall: 0, origin: 0, speed: 1 }) }
  const intake = {
    knows: true,
    complete: true,
    procedure: 'fx.tro-cap-khang-chien',
    says: {} as Partial<ApplicationSummary>,
  }
  const askIntake: AskIntake = async (applicationId) => {
    if (!intake.knows) return undefined
    const { type: _, ...submitted } = opening(intake.procedure, time.now)
    const ids = [...published.procedures.values()].flatMap(({ components }) => components.map(({ id }) => id))
    const brought = Object.fromEntries(ids.map((id) => [id, time.now]))
    return {
      applicationId,
      ...submitted,
      complete: intake.complete,
      brought,
      feesOwed: [],
      originals: ids,
      ...intake.says,
    }
  }
  let calendars = published.calendars
  const books = makeLawBooks(() => ({ ...published, calendars }))
  const publishCalendar = (one: CalendarVersion) => void (calendars = new Map([...calendars, [one.version, one]]))
  /** The copy of the catalogue in the database, for what reads it there. */
  const fillCopy = async () => {
    const tell = async <B>(topic: Topic<Reference<B>>, rows: ReadonlyMap<string, B>) => {
      for (const [key, body] of rows) await keepCopy(db, topic)({ key, revision: 1, body })
    }
    await tell(procedureTopic, published.procedures)
    await tell(calendarTopic, calendars)
    await tell(organisationTopic, published.organisations)
  }
  const make = () => makeLedger({ db, clock, books, askIntake })
  let current = make()
  const ledger: typeof current = (order) => current(order)
  const restart = () => void (current = make())
  const printer = makePrinter()
  const disk = await mkdtemp(join(tmpdir(), 'casework-'))
  const app = buildApp(
    { db, clock, books, ledger, printer, files: await openDisk(disk) },
    { authenticate: subjectAsToken, rate: { max: 1e6, perMs: 1000 } },
  )
  await app.ready()
  const send = (dossier: string, command: DossierCommand, who: string, key: string = uuidv7(), more = {}) =>
    app.inject({
      method: 'POST',
      url: `/dossiers/${dossier}/commands`,
      headers: { ...as(who), 'idempotency-key': key, ...more },
      payload: command,
    })
  const close = async () => {
    await app.close()
    await printer.close()
    await rm(disk, { recursive: true, force: true })
    await db.end()
  }
  const secondInstance = make
  const desks = { iaPech: deskOfIaPech, iaGrai: byName('Trung tâm Phục vụ hành chính công xã Ia Grai') }
  return {
    db,
    app,
    books,
    fillCopy,
    publishCalendar,
    desks,
    ledger,
    restart,
    secondInstance,
    clock,
    time,
    intake,
    send,
    close,
  }
}
export type Shop = Awaited<ReturnType<typeof openShop>>

export const opening = (procedure: string, submittedAt: string) =>
  ({
    type: 'Open',
    procedure,
    channel: 'desk',
    receivingDesk: deskOfIaPech,
    submittedAt,
    applicant: accounts.citizen,
  }) as const

export const newDossier = (): DossierId => DossierId.parse(uuidv7())
