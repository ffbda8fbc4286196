import type { DossierMessage } from '@dossier/contracts/dossier'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import { Custodian } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { addFacts, type NewFact } from '../custody/facts.ts'
import { asTold, papersOf } from '../custody/papers.ts'
import { tell } from '../tell.ts'

type Succession = { message: DossierMessage; event: Extract<DossierEvent, { type: 'AgencySucceeded' }> }

const open = `
  select id, from_custodian as "from", to_custodian as "to" from transfer
  where dossier_id = $1 and state in ('expected', 'given')`
const readdress = 'update transfer set (from_custodian, to_custodian) = ($2, $3) where id = $1'

/**
 * An agency has ended: what it had in keeping its successor has, at the same moment and in the same place, and what it was to
 * give or to take the successor gives and takes.
 */
export const succeeded = async (tx: Tx, { message, event }: Succession, { now }: { now: Instant }): Promise<void> => {
  const { dossierId, at, seq } = message
  const facts: NewFact[] = []
  for (const { paper, custodian: from, kind, component } of await papersOf(tx, dossierId)) {
    const to = passedTo(from, event)
    if (to === undefined) continue
    const { organisation: place } = to
    facts.push({ step: 'moved', papers: [paper], from, to, happenedAt: at, why: `ledger:${seq}`, place })
    const papers = asTold([{ paper, kind, component, custodian: from, isVoid: false }])
    await tell(tx, dossierId, { event: { type: 'PapersMoved', from, to, papers }, at: now, happenedAt: at })
  }
  if (facts.length > 0) await addFacts(tx, dossierId, facts, now)
  for (const { id, from, to } of Open.parse((await tx.query(open, [dossierId])).rows)) {
    const ends = [passedTo(from, event), passedTo(to, event)]
    if (ends.every((end) => end === undefined)) continue
    const [giver = from, taker = to] = ends
    await tx.query(readdress, [id, JSON.stringify(giver), JSON.stringify(taker)])
  }
}

const Open = z.array(z.object({ id: z.uuid(), from: Custodian, to: Custodian }))

/** Who has what this custodian had; undefined where he stays. */
const passedTo = (
  from: Custodian,
  { replaced }: Succession['event'],
): Extract<Custodian, { kind: 'desk' | 'archive' }> | undefined => {
  if (from.kind !== 'desk' && from.kind !== 'officer' && from.kind !== 'archive') return undefined
  const passes = replaced.find((one) => one.from === from.organisation)
  if (passes === undefined) return undefined
  // An officer's mandate ends with the agency: the successor's desk answers for what he had.
  return { kind: from.kind === 'archive' ? 'archive' : 'desk', organisation: passes.to }
}
