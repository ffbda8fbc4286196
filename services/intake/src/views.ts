import type { Caller } from '@dossier/contracts/actor'
import type { Progress } from '@dossier/contracts/application'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { currentRequest } from '@dossier/platform/context'
import type { Pool } from 'pg'
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
