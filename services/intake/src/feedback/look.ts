import type { Caller } from '@dossier/contracts/actor'
import { dayOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { currentRequest } from '@dossier/platform/context'
import type { Pool } from 'pg'
import { common } from '../problems.ts'
import type { Published } from '../published.ts'
import { type Capacity, capacityFor } from './capacity.ts'
import { type Kept, linesOf, readFeedback } from './record.ts'

const keep = 'insert into feedback_look (viewer, capacity, feedback_id, request_id) values ($1, $2, $3, $4)'

type Deps = { db: Pool; clock: Clock; published: Published }

/**
 * Who may look at a feedback, and writes down that they did; refused looks too (NĐ 61/2018 art. 5.1d): no record, no view.
 * Whoever may not gets the 404 of an id nobody has.
 */
export const makeLookAtFeedback =
  ({ db, clock, published }: Deps) =>
  async (caller: Caller, id: string): Promise<{ kept: Kept; capacity: Capacity }> => {
    const kept = await readFeedback(db, id)
    if (kept === undefined) throw common('not-found')
    const capacity = capacityFor(caller, kept, { day: dayOf(clock.now()), published })
    const as = capacity === undefined ? null : `${capacity.is} ${capacity.mandate ?? ''}`.trim()
    await db.query(keep, [caller.subject, as, id, currentRequest()?.requestId ?? 'none'])
    if (capacity === undefined) throw common('not-found')
    return { kept, capacity }
  }

/**
 * What an officer is shown. How to reach the giver is the handler's alone; of a denunciation everything by which the denouncer
 * could be known, so the words too: whoever appoints sees that there is one, and of which agency.
 */
export const shownToOfficer = async (db: Pool, { kept, capacity }: { kept: Kept; capacity: Capacity }) => {
  const { id, register, agency, receivedAt, standing, procedure, complainedOf, handler, publishedText } = kept
  const { state, dues, publishBy, verdict } = standing
  const isHandler = capacity.is === 'handler'
  const isOpen = isHandler || register !== 'denunciation'
  return {
    feedbackId: id,
    register,
    agency,
    receivedAt,
    state,
    dues,
    publishBy,
    verdict,
    handler,
    publishedText,
    capacity: capacity.is,
    matter: isOpen ? standing.matter : null,
    words: isOpen ? kept.words : null,
    procedure: isOpen ? procedure : null,
    dossierCode: isOpen ? kept.dossierCode : null,
    dossierId: isOpen ? kept.dossierId : null,
    complainedOf: isOpen ? complainedOf : [],
    contact: isHandler ? kept.contact : null,
    giver: isHandler ? kept.giver : null,
    lines: (await linesOf(db, id)).map((line) => (isOpen ? line : { ...line, words: null })),
  }
}
