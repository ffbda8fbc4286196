import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier-id'
import { Custodian } from '@dossier/contracts/parcel'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { actingFor, keepsForOffice, type Who } from './acting.ts'
import { addFacts } from './custody/facts.ts'
import { asTold, givenBy, makeVoid, papersOf } from './custody/papers.ts'
import { lockDossier } from './dossier-lock.ts'
import { openIncident } from './incidents.ts'
import { common } from './problems.ts'
import { tell } from './tell.ts'
import { paragraphs } from './words.ts'

const Keeper = Custodian.refine(({ kind }) => kind === 'desk' || kind === 'officer' || kind === 'archive', {
  error: 'What is lost with the post the post declares; here it is lost in an office',
})

/** A paper that an office cannot find: why, what was done to find it, and how it will be replaced. */
export const OfficeLoss = z
  .strictObject({
    dossierId: DossierId,
    from: Keeper,
    papers: z.array(z.uuid()).min(1).max(500),
    reason: paragraphs(2000),
    search: paragraphs(2000),
    replacement: paragraphs(2000),
  })
  .meta({ id: 'OfficeLoss' })
export type OfficeLoss = z.infer<typeof OfficeLoss>

const keep = `
  insert into office_loss (incident, organisation, reason, search, replacement, declared_by, declared_at)
  values ($1, $2, $3, $4, $5, $6, $7)`
const close = `update incident set (closed_at, closed_by, outcome) = ($2, $3, 'lost') where id = $1`

/**
 * The head of an office declares papers lost that it had in keeping (NĐ 61/2018 art. 21): an incident is opened and closed by
 * it, custody says lost by this decision, a lost result is void. Throws 403 for anybody else, 409 for a paper that is elsewhere.
 */
export const makeDeclareOfficeLoss =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, loss: OfficeLoss): Promise<{ incident: string; decision: string }> => {
    const { dossierId, from, papers: list, reason, search, replacement } = loss
    const { person, organisation } = actingFor(deps, caller, 'DeclareOfficeLoss', (office) =>
      keepsForOffice(deps, from, office) ? ['custodian'] : [],
    )
    if (new Set(list).size < list.length) throw common('invalid', 'A paper is named twice.')
    await lockDossier(tx, dossierId)
    const lost = givenBy(await papersOf(tx, dossierId), list, from)
    const now = deps.clock.now()
    const incident = uuidv7()
    const decision = `incident:${incident}`
    await openIncident(
      tx,
      { id: incident, dossierId, what: 'paper-lost', cause: `declared:${incident}`, at: organisation, papers: list },
      now,
    )
    await tx.query(keep, [incident, organisation, reason, search, replacement, person, now])
    const to: Custodian = { kind: 'lost', decision }
    const fact = { papers: list, from, to, happenedAt: now, why: decision, place: organisation, givenBy: person }
    await addFacts(tx, dossierId, [{ ...fact, step: 'lost' }], now)
    const results = lost.flatMap(({ kind, paper }) => (kind === 'result' ? [paper] : []))
    await makeVoid(tx, results, now)
    await tell(tx, dossierId, { event: { type: 'PapersMoved', from, to, papers: asTold(lost) }, at: now })
    await tx.query(close, [incident, now, person])
    await tell(tx, dossierId, { event: { type: 'IncidentClosed', incident, outcome: 'lost' }, at: now })
    return { incident, decision }
  }
