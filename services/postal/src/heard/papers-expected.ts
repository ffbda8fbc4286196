import type { DossierMessage } from '@dossier/contracts/dossier'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { Custodian } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { authorityOf } from '@dossier/domain/organisations'
import type { Tx } from '@dossier/platform/postgres'
import { addFacts } from '../custody/facts.ts'
import { asTold, type KeptPaper, papersOf } from '../custody/papers.ts'
import { openIncident } from '../incidents.ts'
import { silentFrom } from '../promise.ts'
import type { Published } from '../published.ts'
import { tell } from '../tell.ts'
import { insertTransfer } from '../transfers/transfer.ts'

type Of<T extends DossierEvent['type']> = { message: DossierMessage; event: Extract<DossierEvent, { type: T }> }
const drop = `
  update transfer set state = 'withdrawn'
  where dossier_id = $1 and why = 'handover' and state = 'expected' and to_custodian ->> 'organisation' = $2`
type Heard = { published: Published; now: Instant }

/** (cfg) Working days until an expected giving is silence: between desks, and back to a citizen, who has to come for it. */
const [handoverDays, giveBackDays] = [2, 10]

const isOfDesk = ({ custodian }: KeptPaper, organisation: string): boolean =>
  custodian.kind === 'desk' && custodian.organisation === organisation

/** Papers that are to travel with the dossier: expected until giver and taker have counted, or a parcel brought them. */
export const handoverExpected = async (
  tx: Tx,
  { message: { dossierId }, event }: Of<'HandoverOffered'>,
  { published, now }: Heard,
): Promise<void> => {
  const papers = (await papersOf(tx, dossierId)).filter(
    (paper) => event.originals.includes(paper.component) && isOfDesk(paper, event.from),
  )
  if (papers.length === 0) return
  const ends = {
    from: { kind: 'desk', organisation: event.from },
    to: { kind: 'desk', organisation: event.to },
  } as const
  const list = papers.map(({ paper }) => paper)
  await insertTransfer(tx, {
    dossierId,
    why: 'handover',
    ...ends,
    papers: list,
    givenBy: null,
    givenAt: null,
    silentAt: silentFrom(published, now, handoverDays),
  })
}

export const handoverReturned = async (tx: Tx, { message, event }: Of<'HandoverReturned'>): Promise<void> =>
  void (await tx.query(drop, [message.dossierId, event.from === message.axes.holder ? event.to : event.from]))

/** What was lodged goes back to the citizen, for the dossier ended: each desk has it to give until it has. */
export const giveBackExpected = async (
  tx: Tx,
  { dossierId }: DossierMessage,
  { published, now }: Heard,
): Promise<void> => {
  const keeping = new Map<string, { from: Custodian; papers: string[] }>()
  for (const { kind, paper, custodian } of await papersOf(tx, dossierId)) {
    if (kind === 'result' || (custodian.kind !== 'desk' && custodian.kind !== 'officer')) continue
    const name = JSON.stringify(custodian)
    keeping.set(name, { from: custodian, papers: [...(keeping.get(name)?.papers ?? []), paper] })
  }
  const to: Custodian = { kind: 'citizen' }
  for (const { from, papers } of keeping.values())
    await insertTransfer(tx, {
      dossierId,
      why: 'give-back',
      from,
      to,
      papers,
      givenBy: null,
      givenAt: null,
      silentAt: silentFrom(published, now, giveBackDays),
    })
}

/**
 * The desk has returned the result, with the originals it names. What custody has at that desk, or in the hands of its own
 * authority, is the citizen's from then on; a paper that was elsewhere stays there, and people must look.
 */
export const returnedAtDesk = async (
  tx: Tx,
  { message, event }: Of<'ResultReturned'>,
  { published, now }: Heard,
): Promise<void> => {
  const { dossierId, at, seq, actor, axes } = message
  const tree = published.organisations()
  const home = authorityOf(tree, axes.receivingDesk)?.code
  const returned = (await papersOf(tx, dossierId)).filter(
    ({ kind, component, isVoid, custodian }) =>
      custodian.kind !== 'citizen' && !isVoid && (kind === 'result' || event.originals.includes(component)),
  )
  const isThere = ({ custodian }: KeptPaper) =>
    (custodian.kind === 'desk' || custodian.kind === 'officer') &&
    (custodian.organisation === axes.receivingDesk ||
      (home !== undefined && authorityOf(tree, custodian.organisation)?.code === home))
  const there = returned.filter(isThere)
  const to: Custodian = { kind: 'citizen' }
  const facts = there.map(({ paper, custodian: from }) => {
    const who = { place: axes.receivingDesk, givenBy: actor.person, takenBy: event.to }
    return { step: 'moved', papers: [paper], from, to, happenedAt: at, why: `ledger:${seq}`, ...who } as const
  })
  if (facts.length > 0) await addFacts(tx, dossierId, facts, now)
  for (const { paper, ...rest } of there) {
    const papers = asTold([{ paper, ...rest }])
    await tell(tx, dossierId, {
      event: { type: 'PapersMoved', from: rest.custodian, to, papers },
      at: now,
      happenedAt: at,
    })
  }
  const elsewhere = returned.filter((paper) => !isThere(paper)).map(({ paper }) => paper)
  if (elsewhere.length === 0) return
  const cause = `ledger:${dossierId}:${seq}`
  await openIncident(tx, { dossierId, what: 'paper-not-there', cause, at: axes.receivingDesk, papers: elsewhere }, now)
}
