import { OrganisationCode } from '@dossier/contracts/organisation'
import { dayOf } from '@dossier/domain/calendar'
import type { ScanStep } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import { papersIn } from '../custody/papers.ts'
import { openIncident } from '../incidents.ts'
import { readParcel } from '../parcels/parcel.ts'
import { type ScanRow, takeScanIn } from '../parcels/scans.ts'
import { announceReturn } from './announced-return.ts'
import type { CarrierStatus, DeliveryProof } from './carrier.ts'
import type { Carrying } from './deps.ts'
import type { CarrierFact } from './status-list.ts'

/** What became of a status: it counts, says nothing of custody, waits for its proof, or must be looked at by people. */
export type Judgement =
  | { state: 'counted' | 'nothing' | 'waiting'; meaning: string }
  | { state: 'for-people'; why: string; meaning: string }

/** A parcel another carrier brings. */
export type CarriedParcel = { parcel: string; carrier: string; office: string }

const losses: readonly ScanStep[] = ['lost', 'damaged']

/** `2021-03-18T10:15`: within one minute the same thing does not happen to a parcel twice. */
export const minuteOf = (at: string): string => at.slice(0, 16)

/** What a status comes to, and its effect on the parcel. In a transaction that has written nothing yet. */
export const judge = async (
  tx: Tx,
  of: CarriedParcel,
  {
    fact,
    status,
    proof,
  }: { fact: CarrierFact | null | undefined; status: CarrierStatus; proof?: DeliveryProof | undefined },
  deps: Carrying,
): Promise<Judgement> => {
  if (fact === undefined) return { state: 'for-people', why: 'unknown-status-code', meaning: `code:${status.code}` }
  if (fact === null) return { state: 'nothing', meaning: `code:${status.code}` }
  const { step } = fact
  const parcel = await readParcel(tx, of.parcel)
  // Calls come in any order: what happened on the way counts once the taking over has been told.
  if (step !== 'taken' && parcel?.postedAt === null) return { state: 'waiting', meaning: step }
  if (step === 'delivered' && parcel?.receiver === null && proof === undefined)
    return { state: 'waiting', meaning: step }
  // No call of a machine puts a paper back on a desk uncounted: the desk counts it with the post, and is told to.
  if (step === 'returned' && parcel !== undefined) {
    if (parcel.closedAt !== null) return { state: 'for-people', why: 'parcel-closed', meaning: step }
    await announceReturn(tx, parcel, deps.clock.now())
    return { state: 'counted', meaning: step }
  }
  const minute = minuteOf(status.at).replace(/\D/g, '')
  const row: ScanRow = {
    id: `${of.carrier}.${of.parcel}.${step}.${minute}`,
    parcel: of.parcel,
    step,
    happenedAt: status.at,
    detail: {
      ...(await detailOf(tx, of.parcel, fact, proof)),
      // The carrier declares it, whose fault it is the liability record says (NĐ 47/2011 art. 24-26).
      ...(losses.includes(step) && { fault: 'unknown' as const, decision: `${of.carrier}-${of.parcel}-${minute}` }),
    },
  }
  const acting = {
    person: `carrier:${of.carrier}`,
    role: 'postal-worker',
    organisation: OrganisationCode.parse(of.office),
  }
  const { outcome, code } = await takeScanIn(tx, acting, row, deps)
  if (outcome === 'counted' || (outcome === 'known' && code === undefined)) return { state: 'counted', meaning: step }
  return { state: 'for-people', why: code ?? 'refused', meaning: step }
}

const detailOf = async (
  tx: Tx,
  parcel: string,
  { step, reason, invited }: CarrierFact,
  proof: DeliveryProof | undefined,
): Promise<ScanRow['detail']> => ({
  // A carrier takes a sealed parcel: what is in it is what the desk packed.
  ...(step === 'taken' && { papers: (await papersIn(tx, parcel)).length }),
  ...(reason !== undefined && { reason }),
  ...(invited !== undefined && { invited }),
  ...(step === 'delivered' && proof),
})

/** Says to people that a carrier calls a parcel delivered and cannot show it. */
export const openUnproven = async (tx: Tx, { parcel, office }: CarriedParcel, now: string): Promise<void> => {
  const kept = await readParcel(tx, parcel)
  if (kept === undefined) return
  await openIncident(
    tx,
    {
      dossierId: kept.dossierId,
      what: 'delivery-unproven',
      cause: `delivery-unproven:${parcel}:${dayOf(now)}`,
      parcel,
      at: OrganisationCode.parse(office),
    },
    now,
  )
}
