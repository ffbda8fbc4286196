import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelMessage, ParcelPurpose } from '@dossier/contracts/parcel'
import type { PostalService } from '@dossier/contracts/postal-report'
import type { Day } from '@dossier/contracts/time'
import { dayOf } from './calendar.ts'

export type Ending = { how: 'delivered' | 'returned' | 'lost' | 'damaged'; on: Day }
/** One parcel as its lines tell it; `ends` are the agencies it went from and to. */
export type Carried = {
  purpose: ParcelPurpose
  postedOn: Day
  promisedOn: Day
  /** What was bought with its slip, in đồng. */
  postage: number
  service: PostalService
  ends: OrganisationCode[]
  ended: Ending | null
}
export type Complained = { receivedOn: Day; answered: { on: Day; upheld: boolean; inTime: boolean } | null }
/** A compensation and what was paid of it, in đồng. */
export type Compensated = { decidedOn: Day; amount: number; payments: { on: Day; amount: number }[] }
export type PostalRecord = {
  parcels: Map<string, Carried>
  complaints: Map<string, Complained>
  compensations: Map<string, Compensated>
}

/**
 * What the post's lines come to, by parcel and by complaint. They may come twice and in any order: each counts once, and what
 * happened first decides how a parcel was posted and how it ended.
 */
export const postalRecord = (lines: readonly ParcelMessage[]): PostalRecord => {
  const record: PostalRecord = { parcels: new Map(), complaints: new Map(), compensations: new Map() }
  const once = new Map(lines.map((line) => [`${line.dossierId} ${line.seq}`, line]))
  const inOrder = [...once.values()].toSorted(
    (a, b) => compare(a.happenedAt, b.happenedAt) || compare(a.dossierId, b.dossierId) || a.seq - b.seq,
  )
  for (const line of inOrder) take(record, line)
  return record
}

/** Where a line does not say what was bought. */
const serviceOf = { application: 'send', result: 'receive', papers: 'papers' } as const satisfies Record<
  ParcelPurpose,
  PostalService
>

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const take = ({ parcels, complaints, compensations }: PostalRecord, { event, happenedAt }: ParcelMessage): void => {
  const on = dayOf(happenedAt)
  const ends = (parcel: string, how: Ending['how']) => {
    const one = parcels.get(parcel)
    if (one !== undefined && one.ended === null) one.ended = { how, on }
  }
  const begins = (parcel: string, one: Omit<Carried, 'ended'>) => {
    if (!parcels.has(parcel)) parcels.set(parcel, { ...one, ended: null })
  }
  switch (event.type) {
    case 'ApplicationCollected': {
      const { parcel, postedOn, promised, office, desk, postage = 0, service = 'send' } = event
      const sold = { postage, service }
      return begins(parcel, {
        purpose: 'application',
        postedOn,
        promisedOn: promised.on,
        ...sold,
        ends: [office, desk],
      })
    }
    case 'ParcelPosted': {
      const { parcel, purpose, postedOn, promised, from, to, postage = 0, service = serviceOf[purpose] } = event
      const sold = { postage, service }
      return begins(parcel, {
        purpose,
        postedOn,
        promisedOn: promised.on,
        ...sold,
        ends: to === null ? [from] : [from, to],
      })
    }
    case 'PostalLimitMoved': {
      const one = event.limit === 'promise' ? parcels.get(event.parcel) : undefined
      if (one !== undefined) one.promisedOn = event.now.on
      return
    }
    case 'HandoverRecordSigned':
    case 'ParcelDelivered':
      return ends(event.parcel, 'delivered')
    case 'DeliveryWithdrawn': {
      const one = parcels.get(event.parcel)
      if (one?.ended?.how === 'delivered') one.ended = null
      return
    }
    case 'ParcelReturned':
      return ends(event.parcel, 'returned')
    case 'ParcelLost':
      return ends(event.parcel, event.what)
    case 'ComplaintReceived':
      complaints.set(event.complaint, { receivedOn: on, answered: null })
      return
    case 'ComplaintAnswered': {
      const one = complaints.get(event.complaint)
      if (one !== undefined && one.answered === null) one.answered = { on, upheld: event.upheld, inTime: event.inTime }
      return
    }
    case 'CompensationDecided':
      if (!compensations.has(event.parcel))
        compensations.set(event.parcel, { decidedOn: on, amount: event.amount, payments: [] })
      return
    case 'CompensationPaid':
      compensations.get(event.parcel)?.payments.push({ on, amount: event.amount })
      return
    case 'ParcelAttempted':
    case 'ParcelOverdue':
    case 'ParcelFound':
    case 'FoundParcelSettled':
    case 'IncidentOpened':
    case 'IncidentClosed':
    case 'PapersMoved':
    case 'PostalDocumentIssued':
    case 'AppointmentTold':
  }
}
