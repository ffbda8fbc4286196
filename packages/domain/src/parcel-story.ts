import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Fault } from '@dossier/contracts/parcel'
import type { Day, Instant } from '@dossier/contracts/time'
import { dayOf } from './calendar.ts'

/** What can be told of a parcel on its way (UPU EMSEVT). `returned` is back at its sender, `found` turns up after a loss. */
export const scanSteps = [
  'taken',
  'departed',
  'arrived',
  'out-for-delivery',
  'attempted',
  'delivered',
  'returned',
  'lost',
  'damaged',
  'found',
] as const
export type ScanStep = (typeof scanSteps)[number]

export const attemptReasons = [
  'absent',
  'address-unknown',
  'refused',
  'not-entitled',
  'other',
  'signature-refused',
] as const
export type AttemptReason = (typeof attemptReasons)[number]

/** What a scan says besides its step. */
export type ScanDetail = {
  /** How many papers whoever took it counted. */
  papers?: number | undefined
  reason?: AttemptReason | undefined
  /** Whether an invitation to fetch it was left. */
  invited?: boolean | undefined
  to?: 'applicant' | 'representative' | undefined
  identityChecked?: boolean | undefined
  authorisationShown?: boolean | undefined
  signed?: boolean | undefined
  fault?: Fault | undefined
  decision?: string | undefined
}

/** One thing seen of a parcel, by the scanner's own id; a scan that names another in `corrects` stands in its place. */
export type Scan = {
  id: string
  step: ScanStep
  happenedAt: Instant
  recordedAt: Instant
  by: string
  office: OrganisationCode
  detail: ScanDetail
  corrects: string | null
}

export const parcelStates = [
  'packed',
  'posted',
  'under-way',
  'attempted',
  'delivered',
  'returned',
  'lost',
  'damaged',
] as const
export type ParcelState = (typeof parcelStates)[number]

/** Where a parcel stands, from its scans alone. */
export type ParcelStory = {
  state: ParcelState
  /** The post office that has it, and who of it; null before the post took it and after it is over. */
  office: OrganisationCode | null
  courier: string | null
  postedAt: Instant | null
  attempts: readonly { at: Instant; reason: AttemptReason; invited: boolean }[]
  closedAt: Instant | null
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Scans that count, each once, in the order in which things happened, however late they came. */
export const standingScans = (scans: readonly Scan[]): Scan[] => {
  const each = new Map(scans.map((scan) => [scan.id, scan]))
  const corrected = new Set([...each.values()].map(({ corrects }) => corrects))
  return [...each.values()]
    .filter(({ id }) => !corrected.has(id))
    .toSorted(
      (a, b) =>
        compare(a.happenedAt, b.happenedAt) ||
        compare(a.recordedAt, b.recordedAt) ||
        scanSteps.indexOf(a.step) - scanSteps.indexOf(b.step) || // at one instant, in the order of the way
        compare(a.id, b.id),
    )
}

const begun: ParcelStory = {
  state: 'packed',
  office: null,
  courier: null,
  postedAt: null,
  attempts: [],
  closedAt: null,
}

/** The story of a parcel from all that was seen of it. */
export const storyOf = (scans: readonly Scan[]): ParcelStory =>
  standingScans(scans).reduce<ParcelStory>((story, scan) => ({ ...story, ...after(story, scan) }), begun)

const after = (story: ParcelStory, { step, happenedAt, office, by, detail }: Scan): Partial<ParcelStory> => {
  // What is over stays over; what is lost may be found, or turn out to have reached its recipient.
  const isOpen = story.closedAt === null
  if (!isOpen && !(story.state === 'lost' && (step === 'found' || step === 'delivered'))) return {}
  switch (step) {
    case 'taken':
      return story.postedAt === null
        ? { state: 'posted', office, courier: by, postedAt: happenedAt }
        : { office, courier: by }
    case 'departed':
    case 'arrived':
    case 'out-for-delivery':
      return { state: 'under-way', office, courier: by }
    case 'attempted': {
      const { reason = 'other', invited = false } = detail
      return {
        state: 'attempted',
        office,
        courier: by,
        attempts: [...story.attempts, { at: happenedAt, reason, invited }],
      }
    }
    case 'delivered':
    case 'returned':
    case 'lost':
      return { state: step, office: null, courier: null, closedAt: happenedAt }
    case 'damaged':
      return { state: 'damaged', office, courier: by }
    case 'found':
      return isOpen ? {} : { state: 'under-way', office, courier: by, closedAt: null }
  }
}

/** The days on which invitations were left, in order (TT 17/2017 art. 5.2h). */
export const invitationDays = ({ attempts }: Pick<ParcelStory, 'attempts'>): Day[] =>
  attempts.flatMap(({ at, invited }) => (invited ? [dayOf(at)] : []))

const closing: readonly ScanStep[] = ['delivered', 'returned', 'lost']

/** Why a scan does not belong to a parcel's story. */
export type ScanProblem =
  | 'parcel-closed'
  | 'not-posted'
  | 'not-lost'
  | 'unknown-scan'
  | 'delivery-unsigned'
  | 'handover-record-needed'

type Judged = Pick<Scan, 'id' | 'step' | 'happenedAt' | 'recordedAt' | 'by' | 'office' | 'corrects' | 'detail'>

/** Stories without a scan: of all that stands, of what was seen before it, and the one it would make. */
const storiesAround = (scans: readonly Scan[], scan: Judged) => {
  const others = scans.filter(({ id }) => id !== scan.id)
  const told = standingScans([...others, scan])
  const at = told.findIndex(({ id }) => id === scan.id)
  return {
    without: storyOf(told.toSpliced(at, 1)),
    before: storyOf(told.slice(0, Math.max(0, at))),
    with: storyOf(told),
  }
}

/**
 * Whether one more scan can belong to this parcel's story, at the place in it where it happened; if not, why. `toCitizen`:
 * whom it is for.
 */
export const scanProblem = (scans: readonly Scan[], scan: Judged, toCitizen: boolean): ScanProblem | null => {
  const { step, happenedAt, corrects, detail } = scan
  // Corrected once, it is the correction that is corrected next.
  if (corrects !== null && !standingScans(scans).some(({ id }) => id === corrects)) return 'unknown-scan'
  const { without, before, with: made } = storiesAround(scans, scan)
  // Without its find the parcel would have been delivered out of a loss: its papers are lost, and people must look.
  const isFind = scans.some((one) => one.id === corrects && one.step === 'found')
  if (isFind && made.state === 'delivered') return 'parcel-closed'
  if (step === 'found') return without.state === 'lost' && made.closedAt === null ? null : 'not-lost'
  // What was seen before the end and told after it belongs to the story; what ends it twice, or comes after, does not.
  if (closing.includes(step)) {
    if (without.closedAt !== null || made.state !== step) return 'parcel-closed'
  } else if (before.closedAt !== null) return 'parcel-closed'
  if (step !== 'taken' && (without.postedAt === null || happenedAt < without.postedAt)) return 'not-posted'
  if (step !== 'delivered') return null
  if (!toCitizen) return 'handover-record-needed'
  const { to, identityChecked = false, authorisationShown = false, signed = false } = detail
  const entitled = to === 'applicant' || (to === 'representative' && authorisationShown)
  return entitled && identityChecked && signed ? null : 'delivery-unsigned'
}

/**
 * The post offices that alone may tell this of a parcel: whoever had it then tells what became of it, who has it now that it is
 * lost or damaged, who declared it lost that it is found, and who told something corrects it. Each of them, or its successor.
 */
export const officesThatTell = (scans: readonly Scan[], scan: Judged): (OrganisationCode | null)[] => {
  const { without, before } = storiesAround(scans, scan)
  const corrected = scans.filter(({ id }) => id === scan.corrects).map(({ office }) => office)
  const lostBy = standingScans(scans).findLast(({ step }) => step === 'lost')?.office ?? null
  switch (scan.step) {
    case 'delivered':
    case 'attempted':
      return [...corrected, before.state === 'lost' ? lostBy : before.office]
    case 'lost':
    case 'damaged':
      return [...corrected, without.office]
    case 'found':
      return [...corrected, lostBy]
    case 'taken':
    case 'departed':
    case 'arrived':
    case 'out-for-delivery':
    case 'returned':
      return corrected
  }
}
