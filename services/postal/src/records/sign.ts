import type { Caller } from '@dossier/contracts/actor'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Custodian, ParcelEvent } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import { type Acting, actingFor, standsFor, type Who } from '../acting.ts'
import { settleReturn } from '../carriers/announced-return.ts'
import { addFacts, insertNewPapers, type NewFact } from '../custody/facts.ts'
import { asTold, papersIn } from '../custody/papers.ts'
import { wantDocument } from '../documents/document.ts'
import { openIncident } from '../incidents.ts'
import type { Parcel } from '../parcels/parcel.ts'
import { countScan } from '../parcels/record-scan.ts'
import { common, postalProblem } from '../problems.ts'
import type { Promising } from '../promise.ts'
import { tell } from '../tell.ts'
import { lockParcels } from './count.ts'
import { type CountsOfComponent, found } from './found.ts'

const read = `
  select desk, counted_by as "countedBy", signed_at as "signedAt" from handover_record where number = $1`
const parcelsOf = `
  select parcel, complete, counted, papers from record_parcel where record = $1 order by parcel`
const signed = 'update handover_record set (signed_by, signed_at) = ($2, $3) where number = $1'
const arrived = `
  update transfer set (state, taken_at, taken) = ('taken', $3, papers)
  where dossier_id = $1 and state in ('expected', 'given') and papers <@ $2::uuid[]`

const supplement = 'select from collection where parcel = $1 and is_supplement'
const settled = 'select from incident where cause = $1 and closed_at is not null'

type Row = { desk: OrganisationCode; countedBy: string; signedAt: Instant | null }
type CountedRow = { parcel: string; complete: boolean; counted: Record<string, CountsOfComponent>; papers: string[] }

/**
 * The courier signs what the desk counted: from this moment the desk has the papers, and a dossier sent by post is lawfully
 * submitted (QĐ 45/2016 art. 7.4). What was counted differently stays with the post.
 */
export const makeSign =
  (deps: Who & Promising) =>
  async (tx: Tx, caller: Caller, number: string): Promise<{ number: string; signedAt: Instant }> => {
    const now = deps.clock.now()
    const { rows } = await tx.query<CountedRow>(parcelsOf, [number])
    const parcels = await lockParcels(
      tx,
      rows.map(({ parcel }) => parcel),
    )
    const [record] = (await tx.query<Row>(read, [number])).rows
    if (record === undefined) throw common('not-found')
    const day = dayOf(now)
    const has = (one: string) => (parcel: Parcel) =>
      parcel.office !== null && standsFor(deps.published, one, parcel.office, day)
    const acting = actingFor(deps, caller, 'SignRecord', (organisation) =>
      record.signedAt !== null || parcels.every(has(organisation)) ? ['carrier'] : [],
    )
    if (record.signedAt !== null) throw postalProblem('record-signed')
    if (acting.person === record.countedBy) throw postalProblem('same-hand')
    for (const [i, parcel] of parcels.entries()) {
      if (parcel.closedAt !== null) throw postalProblem('parcel-closed', { about: parcel.code })
      const row = rows[i]
      if (row !== undefined) await handOver(tx, { parcel, row, record, number, acting }, { ...deps, now })
    }
    await tx.query(signed, [number, acting.person, now])
    await wantDocument(tx, { kind: 'handover-record', number, office: record.desk, happenedAt: now }, now)
    return { number, signedAt: now }
  }

/** The components of which anything was counted. */
const counted = ({ counted: components }: CountedRow): string[] =>
  Object.entries(components).flatMap(([id, counts]) => (Object.values(counts).some((count) => count > 0) ? [id] : []))

type Handing = { parcel: Parcel; row: CountedRow; record: Row; number: string; acting: Acting }

const handOver = async (
  tx: Tx,
  { parcel, row, record, number, acting }: Handing,
  deps: Who & Promising & { now: Instant },
): Promise<void> => {
  const { now, published } = deps
  const { dossierId, code, purpose, receiver } = parcel
  const { desk } = record
  const { agreed, extra, missing } = found(await papersIn(tx, code), row.counted)
  const to: Custodian = { kind: 'desk', organisation: desk }
  const common = {
    happenedAt: now,
    why: `record:${number}`,
    place: desk,
    givenBy: acting.person,
    takenBy: record.countedBy,
  }
  const from: Custodian = { kind: 'parcel', parcel: code }
  const facts: NewFact[] = [
    { ...common, step: 'unpacked', papers: agreed.map(({ paper }) => paper), from, to },
    { ...common, step: 'registered', papers: extra.map(({ paper }) => paper), from: null, to },
  ]
  await insertNewPapers(tx, dossierId, extra, now)
  await addFacts(
    tx,
    dossierId,
    facts.filter(({ papers }) => papers.length > 0),
    now,
  )
  const isArrival = receiver !== null && standsFor(published, desk, receiver, dayOf(now))
  const step = isArrival ? 'delivered' : 'returned'
  const scan = {
    id: `record:${number}:${code}`,
    step,
    happenedAt: now,
    by: acting.person,
    detail: { signed: true },
  } as const
  const moved = await countScan(tx, parcel, { ...scan, office: acting.organisation, corrects: null }, deps)
  // What the count opened may have been settled before: what stays in a parcel that is over is before people again.
  if (missing.length > 0 && (await tx.query(settled, [`record:${number}:${code}`])).rowCount !== 0)
    await openIncident(
      tx,
      {
        dossierId,
        what: 'count-differs',
        cause: `signed:${number}:${code}`,
        parcel: code,
        at: desk,
        papers: missing.map(({ paper }) => paper),
      },
      now,
    )
  if (step === 'returned') await settleReturn(tx, parcel, now)
  const papers = [...asTold(agreed), ...extra]
  await tx.query(arrived, [dossierId, papers.map(({ paper }) => paper), now])
  const events: ParcelEvent[] = []
  if (isArrival && purpose === 'application')
    events.push({
      type: 'HandoverRecordSigned',
      parcel: code,
      record: number,
      desk,
      complete: row.complete,
      ...((await tx.query(supplement, [code])).rowCount !== 0 && { supplement: counted(row) }),
    })
  if (isArrival) events.push({ type: 'ParcelDelivered', parcel: code, purpose, to: 'agency', papers })
  else events.push({ type: 'ParcelReturned', parcel: code, purpose, to: desk, attempts: moved.attempts, papers })
  for (const event of events) await tell(tx, dossierId, { event, at: now })
}
