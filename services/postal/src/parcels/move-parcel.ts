import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { passedAt } from '@dossier/domain/law'
import { invitationDays, type ParcelStory } from '@dossier/domain/parcel-story'
import { nextInvitationFrom } from '@dossier/domain/postal-invitations'
import type { Tx } from '@dossier/platform/postgres'
import { wantDocument } from '../documents/document.ts'
import { majeureAtPosting } from '../force-majeure/affected.ts'
import { promiseFor, type Promising, silentFrom } from '../promise.ts'
import { type Parcel, parcelColumns } from './parcel.ts'

const move = `
  update parcel set (state, office, courier, posted_at, posted_on, promised, silent_at, alarmed_at, attempts, invitations,
    next_from, closed_at, bag, calendar) =
    ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, coalesce($15, calendar))
  where code = $1 returning ${parcelColumns}`

/** (cfg) Working days after an attempt: two until the next invitation (TT 17/2017 art. 5.2h), and one more. */
const attemptDays = 3

/** Writes where a parcel stands by its story. What it was promised for is counted when it was posted, and stays. */
export const moveParcel = async (
  tx: Tx,
  parcel: Parcel,
  story: ParcelStory,
  deps: Promising & { now: Instant },
): Promise<Parcel> => {
  const { state, office, courier, postedAt, attempts, closedAt } = story
  const postedOn = postedAt === null ? null : dayOf(postedAt)
  const isNew = postedOn !== null && postedOn !== parcel.postedOn
  const forceMajeure =
    isNew && postedAt !== null
      ? await majeureAtPosting(tx, { ...parcel, office }, { published: deps.published, postedAt })
      : []
  const promised = isNew ? promiseFor(deps, parcel.serviceClass, { on: postedOn, forceMajeure }) : parcel.promised
  const invitations = invitationDays(story)
  const last = invitations.at(-1)
  const calendar = deps.published.calendarOn(dayOf(deps.now))
  const nextFrom = last === undefined || calendar === undefined ? null : nextInvitationFrom(last, calendar)
  const due = isNew && promised !== null ? passedAt(promised) : parcel.silentAt
  // After an attempt somebody must say more: at the next invitation, after the second of it or of the way back.
  const [attempt] = attempts.length > parcel.attempts && closedAt === null ? attempts.slice(-1) : []
  const more = attempt === undefined ? null : silentFrom(deps.published, attempt.at, attemptDays)
  const silentAt = more !== null && (due === null || more > due) ? more : due
  const { rows } = await tx.query<Parcel>(move, [
    parcel.code,
    state,
    office,
    courier,
    postedAt,
    postedOn,
    promised === null ? null : JSON.stringify(promised),
    silentAt,
    isNew || more !== null ? null : parcel.alarmedAt,
    attempts.length,
    invitations.length,
    typeof nextFrom === 'string' ? nextFrom : null,
    closedAt,
    closedAt === null ? parcel.bag : null,
    isNew ? (deps.published.calendarOn(postedOn)?.version ?? null) : null,
  ])
  const [moved] = rows
  if (moved === undefined) throw new Error(`Parcel ${parcel.code} is gone`)
  const { slip: number, sender } = moved
  const paper = { number, office: office ?? sender, happenedAt: deps.now }
  if (postedAt !== null) await wantDocument(tx, { ...paper, kind: 'posting-slip' }, deps.now)
  // Into an authority's hands it comes by a handover record.
  if (state === 'delivered' && moved.receiver === null)
    await wantDocument(tx, { ...paper, kind: 'delivery-slip' }, deps.now)
  return moved
}
