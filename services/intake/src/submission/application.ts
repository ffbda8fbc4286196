import type { ApplicationEvent, LodgedPapers } from '@dossier/contracts/application'
import { applicationTopic } from '@dossier/contracts/application'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { FieldError } from '@dossier/contracts/problem'
import type { Channel } from '@dossier/contracts/procedure'
import type { Instant } from '@dossier/contracts/time'
import type { Counted } from '@dossier/domain/fees'
import { currentRequest } from '@dossier/platform/context'
import { announce } from '@dossier/platform/outbox'
import type { Tx } from '@dossier/platform/postgres'
import type { Components } from './check.ts'

/** An application as it stands, amendments included. Never logged, never announced: it holds what people wrote. */
export type Application = {
  id: DossierId
  reference: string | null
  procedure: string
  procedureVersion: string
  channel: Channel
  receivingDesk: OrganisationCode
  locality: OrganisationCode | null
  submittedAt: Instant
  submittedBy: string
  mandate: string | null
  applicant: string | null
  form: Record<string, unknown>
  components: Components
  counts: readonly Counted[]
  paid: Record<string, number>
  defects: readonly FieldError[]
  complete: boolean
  returnBy: Channel
  handoverRecord: string | null
  seq: number
}

const columns = `
  id, reference, procedure, procedure_version as "procedureVersion", channel, receiving_desk as "receivingDesk",
  locality,
  submitted_at as "submittedAt", submitted_by as "submittedBy", mandate, applicant, form, components, counts,
  paid, defects, complete, return_by as "returnBy", handover_record as "handoverRecord", seq`
const read = `select ${columns} from application where id = $1`
const insert = `
  insert into application (
    id, reference, procedure, procedure_version, channel, receiving_desk, submitted_at, submitted_by, mandate, applicant,
    form, components, counts, payments, paid, defects, complete, complete_at_first, seq, locality,
    return_by, handover_record
  ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $21)`

export const readApplication = async (db: Tx, id: string): Promise<Application | undefined> =>
  (await db.query<Application>(read, [id])).rows[0]

// Not `for update`: that may take a transaction id before it waits, and the outbox goes by them. Twenty amendments at once
// were announced as 1, 2, 4, 3 …
const lock = `select pg_advisory_xact_lock(hashtextextended('application:' || $1, 0))`

/** Reads an application and keeps others from changing it: what is announced of it next keeps its order. */
export const lockApplication = async (tx: Tx, id: string): Promise<Application | undefined> => {
  await tx.query(lock, [id])
  return readApplication(tx, id)
}

export const insertApplication = async (tx: Tx, application: Application, payments: object): Promise<void> => {
  const { id, reference, procedure, procedureVersion, channel, receivingDesk, submittedAt, submittedBy } = application
  const { mandate, applicant, form, components, counts, paid, defects, complete, seq } = application
  const texts = [form, components, counts, payments, paid, defects].map((body) => JSON.stringify(body))
  const row = [id, reference, procedure, procedureVersion, channel, receivingDesk, submittedAt, submittedBy]
  const { locality, returnBy, handoverRecord } = application
  await tx.query(insert, [...row, mandate, applicant, ...texts, complete, seq, locality, returnBy, handoverRecord])
}

/** Of which papers custody is kept: those that somebody must give back or account for. */
export const papersOf = (components: Components): LodgedPapers =>
  Object.entries(components).flatMap(([component, { originals, certifiedCopies }]) =>
    originals + certifiedCopies > 0 ? [{ component, originals, certifiedCopies }] : [],
  )

const twins = `
  select id from application
  where procedure = $1 and left(form #>> '{applicant,personalId}', 64) = left($2, 64) and submitted_at > $3::timestamptz - interval '30 days'
    and submitted_at <= $3 and id <> $4
  order by submitted_at desc limit 5`

/** Others of the same person for the same procedure, not long before: nothing is refused for it, an officer judges. */
export const possibleDuplicates = async (db: Tx, application: Application): Promise<DossierId[]> => {
  const { id, procedure, form, submittedAt } = application
  const person: unknown = Object(form['applicant'])['personalId']
  if (typeof person !== 'string' || person === '') return []
  const { rows } = await db.query<{ id: DossierId }>(twins, [procedure, person, submittedAt, id])
  return rows.map((row) => row.id)
}

type News = { applicationId: DossierId; seq: number; at: Instant; event: ApplicationEvent }

const keepLine = 'insert into application_line (application_id, seq, at, event) values ($1, $2, $3, $4)'

/** Ids and codes only; who needs more asks for it. */
export const announceApplication = async (tx: Tx, news: News): Promise<void> => {
  const { applicationId, seq, at, event } = news
  await tx.query(keepLine, [applicationId, seq, at, JSON.stringify(event)])
  const requestId = currentRequest()?.requestId
  await announce(tx, applicationTopic, { ...news, ...(requestId !== undefined && { requestId }) })
}
