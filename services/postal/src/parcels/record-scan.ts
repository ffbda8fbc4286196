import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import {
  invitationDays,
  officesThatTell,
  type Scan,
  type ScanProblem,
  scanProblem,
  storyOf,
} from '@dossier/domain/parcel-story'
import { invitationProblem } from '@dossier/domain/postal-invitations'
import type { Tx } from '@dossier/platform/postgres'
import { standsFor } from '../acting.ts'
import { papersIn } from '../custody/papers.ts'
import { promiseOf, type Promising } from '../promise.ts'
import { effectOf } from './effect-of-scan.ts'
import { moveParcel } from './move-parcel.ts'
import { type Parcel, scansOf } from './parcel.ts'

export type ScanRefusal =
  | ScanProblem
  | 'invitation-too-early'
  | 'count-differs'
  | 'scan-from-the-future'
  | 'before-packing'
  | 'calendar-missing'
  | 'not-permitted'

const insert = `
  insert into scan (id, parcel, step, happened_at, recorded_at, scanned_by, office, detail, corrects, refusal)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

const counts = 'update scan set refusal = null where id = $1'
// A refused one may come again under the same id; one that counts may not.
const insertOnce = `${insert} on conflict on constraint scan_pk do nothing`

/** `recordedAt` is known of one that was kept before. */
export type NewScan = Omit<Scan, 'recordedAt'> & { recordedAt?: Instant }

/** Keeps what a scanner saw, counted or refused. */
export const keepScan = async (
  tx: Tx,
  parcel: string,
  scan: NewScan,
  { now, refusal }: { now: Instant; refusal: string | null },
) => {
  const { id, step, happenedAt, by, office, detail, corrects } = scan
  const statement = refusal === null ? insert : insertOnce
  await tx.query(statement, [id, parcel, step, happenedAt, now, by, office, JSON.stringify(detail), corrects, refusal])
}

/** Whether a scan can count, judged by what was seen before; if not, why. */
export const refusalOf = async (
  tx: Tx,
  parcel: Parcel,
  scan: NewScan,
  { isAtDesk = false, now, ...deps }: Promising & { now: Instant; isAtDesk?: boolean },
): Promise<ScanRefusal | null> => {
  const { published } = deps
  const seen = await scansOf(tx, parcel.code)
  const { step, detail, happenedAt, corrects } = scan
  if (happenedAt < parcel.packedAt) return 'before-packing'
  // What desk and courier have both signed is not scanned away.
  if (corrects?.startsWith('record:') === true) return 'handover-record-needed'
  const judged = { ...scan, recordedAt: scan.recordedAt ?? now }
  const problem = scanProblem(seen, judged, parcel.receiver === null || isAtDesk)
  if (problem !== null && !(isAtDesk && problem === 'delivery-unsigned')) return problem
  if (step === 'returned' && !isAtDesk) return 'handover-record-needed'
  const tells = (one: OrganisationCode | null) =>
    one !== null && standsFor(published, scan.office, one, dayOf(happenedAt))
  if (!officesThatTell(seen, judged).every(tells)) return 'not-permitted'
  if (step === 'taken' && parcel.postedAt === null) {
    if (promiseOf(deps, parcel.serviceClass, { on: dayOf(happenedAt) }) === undefined) return 'calendar-missing'
    const { papers } = detail
    return papers === undefined || (await papersIn(tx, parcel.code)).length === papers ? null : 'count-differs'
  }
  const calendar = published.calendarOn(dayOf(happenedAt))
  if (step !== 'attempted' || detail.invited !== true || calendar === undefined) return null
  const earlier = invitationDays(storyOf(seen.filter(({ id }) => id !== corrects)))
  const before = earlier.filter((day) => day <= dayOf(happenedAt))
  return invitationProblem(before, dayOf(happenedAt), calendar)?.code === undefined ? null : 'invitation-too-early'
}

/** Lets a scan count: keeps it (or lets one kept as refused count after all), tells the parcel's story anew, moves its papers and says what happened. The dossier is locked. */
export const countScan = async (
  tx: Tx,
  parcel: Parcel,
  scan: NewScan,
  deps: Promising & { now: Instant; isKept?: boolean },
): Promise<Parcel> => {
  const before = storyOf(await scansOf(tx, parcel.code))
  if (deps.isKept === true) await tx.query(counts, [scan.id])
  else await keepScan(tx, parcel.code, scan, { now: deps.now, refusal: null })
  const story = storyOf(await scansOf(tx, parcel.code))
  const moved = await moveParcel(tx, parcel, story, deps)
  await effectOf(tx, { parcel: moved, was: parcel, scan, story, before }, deps)
  return moved
}
