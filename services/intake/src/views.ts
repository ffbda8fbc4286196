import type { Caller } from '@dossier/contracts/actor'
import type { Progress } from '@dossier/contracts/application'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { currentRequest } from '@dossier/platform/context'
import type { Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import type { Contact } from '@dossier/contracts/contact'
import { contactOf } from './contact.ts'
import { common } from './problems.ts'
import { readProgress, readWay } from './progress.ts'
import type { Published } from './published.ts'
import { type Application, readApplication } from './submission/application.ts'
import { readerOf } from './who-may.ts'

type Deps = { db: Pool; clock: Clock; published: Published }
export type View = { application: Application; progress: Progress; as: string }

const keep = `
  insert into view_of_person (viewer, mandate, application_id, what, granted, request_id) values ($1, $2, $3, $4, $5, $6)`

/** A service reads by its scope, casework by its account: it asks for what it is about to open. */
export const serviceMay = (
  { kind, subject, scopes = [] }: Caller,
  wish: { scope: string; accounts?: string[] },
): boolean => kind === 'service' && (scopes.includes(wish.scope) || (wish.accounts ?? []).includes(subject))

/**
 * Shows an application to whom it may be shown, and writes down who looked, refused looks too (NĐ 61/2018 art. 5.1d): no
 * record, no view. Whoever may not see it gets the 404 of an id nobody has.
 */
export const makeLook =
  ({ db, clock, published }: Deps) =>
  async (caller: Caller, id: string, what: 'application' | 'upload'): Promise<View> => {
    const application = await readApplication(db, id)
    if (application === undefined) throw common('not-found')
    const [progress, way] = [await readProgress(db, id), await readWay(db, id)]
    const guarded = { ...application, way, holder: progress?.holder ?? null }
    const byScope = serviceMay(caller, { scope: 'intake.read' }) ? 'service' : undefined
    const as = byScope ?? readerOf(caller, guarded, { day: dayOf(clock.now()), published })
    const requestId = currentRequest()?.requestId ?? 'none'
    await db.query(keep, [caller.subject, as ?? null, id, what, as !== undefined, requestId])
    if (as === undefined) throw common('not-found')
    return { application, progress, as }
  }

/** How to reach the people of an application, for the service that tells them; every look is written down, refused ones too. */
export const makeContactOf =
  (db: Pool) =>
  async (caller: Caller, id: string): Promise<Contact> => {
    const application = await readApplication(db, id)
    const may = serviceMay(caller, { scope: 'intake.contact', accounts: ['service:notifications'] })
    const requestId = currentRequest()?.requestId ?? 'none'
    if (application !== undefined)
      await db.query(keep, [caller.subject, may ? 'service' : null, id, 'contact', may, requestId])
    if (!may) throw common('not-permitted')
    if (application === undefined) throw common('not-found')
    return contactOf(application)
  }

const keepOwn = `
  insert into view_of_person (viewer, mandate, application_id, what, granted, request_id)
  select $1, 'applicant', id, $3, true, $4 from unnest($2::uuid[]) as id`

/** Writes down that an applicant was shown something of the own applications. */
export const recordOwnLooks = async (
  db: Tx,
  { viewer, ids, what }: { viewer: string; ids: readonly string[]; what: 'prefill' },
): Promise<void> => void (await db.query(keepOwn, [viewer, ids, what, currentRequest()?.requestId ?? 'none']))
