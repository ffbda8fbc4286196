import type { Custodian, ParcelEvent } from '@dossier/contracts/parcel'
import type { PostalService } from '@dossier/contracts/postal-report'
import type { Instant } from '@dossier/contracts/time'
import type { ParcelStory } from '@dossier/domain/parcel-story'
import type { Tx } from '@dossier/platform/postgres'
import { addFacts, type NewFact } from '../custody/facts.ts'
import { asTold, type KeptPaper, makeVoid, papersIn, papersLostWith } from '../custody/papers.ts'
import { awaitLiability, dropLiability } from '../compensation/await-liability.ts'
import { followDispatch } from '../dispatch.ts'
import { openIncident } from '../incidents.ts'
import type { Published } from '../published.ts'
import { tell } from '../tell.ts'
import type { Parcel } from './parcel.ts'
import type { NewScan } from './record-scan.ts'
import { lookAtArrival } from './unannounced.ts'

type Seen = { parcel: Parcel; was: Parcel; scan: NewScan; story: ParcelStory; before: ParcelStory }

const combined = `select from collection where dossier_id = $1 and return_by = 'post' and not is_supplement`
const ofScan = `
  select f.id, f.papers, f.to_custodian as "to", f.from_custodian as "from" from custody_fact f
  where f.dossier_id = $1 and f.why = 'scan:' || $2::text and not exists (select from custody_fact c where c.corrects = f.id)`

/** What follows from a scan that counts: papers move, and everybody is told. What it corrects has not been. */
export const effectOf = async (
  tx: Tx,
  seen: Seen,
  { published, now }: { published: Published; now: Instant },
): Promise<void> => {
  const { parcel, scan } = seen
  if (scan.corrects !== null) {
    await undo(tx, seen, scan.corrects, now)
    await dropLiability(tx, parcel.code, scan.corrects)
  }
  const papers = scan.step === 'found' ? await papersLostWith(tx, parcel.code) : await papersIn(tx, parcel.code)
  const facts = factsOf(seen, papers)
  if (facts.length > 0) await addFacts(tx, parcel.dossierId, facts, now)
  if (scan.step === 'lost' || scan.step === 'damaged')
    await makeVoid(
      tx,
      papers.flatMap(({ kind, paper }) => (kind === 'result' ? [paper] : [])),
      now,
    )
  const event = isToldAlready(seen) ? undefined : eventOf(seen, papers, await serviceOf(tx, parcel))
  if (event?.type === 'ParcelLost') {
    const { code, dossierId } = parcel
    await awaitLiability(tx, { parcel: code, scan: scan.id, dossierId, office: scan.office }, { published, now })
  }
  if (event !== undefined) await tell(tx, parcel.dossierId, { event, at: now, happenedAt: scan.happenedAt })
  await followDispatch(tx, parcel, { published, now })
  await lookAtArrival(tx, seen, { published, now })
}

/** A correction of when or by whom something ended that has ended so all the same tells nothing new. */
const isToldAlready = ({ scan: { corrects, step }, story, before }: Seen): boolean =>
  corrects !== null && (step === 'delivered' || step === 'lost') && before.state === step && story.state === step

const factsOf = ({ parcel, scan }: Seen, papers: readonly KeptPaper[]): NewFact[] => {
  const inside: Custodian = { kind: 'parcel', parcel: parcel.code }
  const { id, step, happenedAt, by, office, detail } = scan
  const each = papers.map(({ paper }) => paper)
  const fact = { papers: each, happenedAt, why: `scan:${id}`, place: office, givenBy: by }
  if (step === 'delivered' && parcel.receiver === null)
    return [{ ...fact, step: 'unpacked', from: inside, to: { kind: 'citizen' }, takenBy: detail.to }]
  const lost: Custodian = { kind: 'lost', decision: detail.decision ?? `scan:${id}` }
  if (step === 'lost') return [{ ...fact, step: 'lost', from: inside, to: lost }]
  if (step !== 'found') return []
  // What was lost by one decision was lost in one parcel: it is in it again.
  const decided = papers.map(({ paper, custodian: from }): NewFact => ({
    ...fact,
    papers: [paper],
    step: 'found',
    from,
    to: inside,
  }))
  return decided
}

/** Which service a slip is of: of the combined one both ways count as such. */
const serviceOf = async (tx: Tx, { purpose, dossierId }: Parcel): Promise<PostalService> => {
  if (purpose === 'papers') return 'papers'
  const isBoth = (await tx.query(combined, [dossierId])).rowCount !== 0
  if (isBoth) return 'both'
  return purpose === 'application' ? 'send' : 'receive'
}

const eventOf = (
  { parcel, was, scan: { step, detail }, story, before }: Seen,
  papers: readonly KeptPaper[],
  service: PostalService,
): ParcelEvent | undefined => {
  const { code, purpose } = parcel
  const told = asTold(papers)
  switch (step) {
    case 'taken': {
      const { slip, sender: from, receiver: to, dispatch, postedOn, promised } = parcel
      if (was.postedAt !== null || postedOn === null || promised === null) return undefined
      if (purpose === 'application') return undefined // told with what was collected
      const order = dispatch === null ? {} : { order: dispatch }
      const sold = { postage: parcel.postage, service }
      const way = { slip, from, to, ...order, postedOn, promised }
      return { type: 'ParcelPosted', parcel: code, purpose, ...way, papers: told, ...sold }
    }
    case 'attempted': {
      if (story.attempts.length === before.attempts.length) return undefined
      const next = parcel.nextFrom === null ? {} : { nextFrom: parcel.nextFrom }
      return {
        type: 'ParcelAttempted',
        parcel: code,
        attempt: story.attempts.length,
        reason: detail.reason ?? 'other',
        ...next,
      }
    }
    case 'delivered':
      // To an agency it is told with the record both signed.
      if (parcel.receiver !== null) return undefined
      return { type: 'ParcelDelivered', parcel: code, purpose, to: detail.to ?? 'applicant', papers: told }
    case 'lost':
    case 'damaged':
      return { type: 'ParcelLost', parcel: code, purpose, what: step, fault: detail.fault ?? 'unknown', papers: told }
    case 'found':
      return { type: 'ParcelFound', parcel: code }
    case 'returned':
    case 'departed':
    case 'arrived':
    case 'out-for-delivery':
      return undefined
  }
}

/** Takes back what a scan now corrected did to papers; where it had been told that they arrived, people must look. */
const undo = async (tx: Tx, { parcel, scan, story, before }: Seen, corrected: string, now: Instant): Promise<void> => {
  const { dossierId, code, sender } = parcel
  const { rows } = await tx.query<{ id: string; papers: string[]; from: Custodian | null; to: Custodian }>(ofScan, [
    dossierId,
    corrected,
  ])
  const withdrawn = rows.map(({ id, from, to }): NewFact => {
    const { happenedAt, id: scanId, office: place, by: givenBy } = scan
    return { step: 'withdrawn', papers: [], from, to, happenedAt, why: `scan:${scanId}`, place, givenBy, corrects: id }
  })
  if (withdrawn.length === 0) return
  // What was told to the citizen's dossier as delivered is on its way again; an agency's delivery rests on what both have signed.
  const { purpose, receiver } = parcel
  if (receiver === null && before.state === 'delivered' && story.state !== 'delivered')
    await tell(tx, dossierId, { event: { type: 'DeliveryWithdrawn', parcel: code, purpose }, at: now })
  await addFacts(tx, dossierId, withdrawn, now)
  if (before.state === story.state && before.closedAt !== null) return // they go the same way again
  const cause = `corrected:${corrected}`
  const papers = rows.flatMap((row) => row.papers)
  await openIncident(tx, { dossierId, what: 'paper-not-there', cause, parcel: code, at: sender, papers }, now)
}
