import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier-id'
import { Custodian } from '@dossier/contracts/parcel'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, keeps, type Who } from '../acting.ts'
import { addFacts } from '../custody/facts.ts'
import { asTold, givenBy, papersOf } from '../custody/papers.ts'
import { lockDossier } from '../dossier-lock.ts'
import { postalProblem } from '../problems.ts'
import { tell } from '../tell.ts'

/** Papers a desk gives back to the citizen against signature, as after a withdrawal (S12). */
export const GivingBack = z
  .strictObject({
    dossierId: DossierId,
    from: Custodian,
    papers: z.array(z.uuid()).min(1).max(500),
    to: z.enum(['applicant', 'representative']),
    identityChecked: z.boolean(),
    authorisationShown: z.boolean().default(false),
    signed: z.boolean(),
  })
  .meta({ id: 'GivingBack' })
export type GivingBack = z.infer<typeof GivingBack>

const done = `
  update transfer set (state, taken_at, taken) = ('taken', $3, papers)
  where dossier_id = $1 and why = 'give-back' and state = 'expected' and papers <@ $2::uuid[]`

/** Gives papers back: identity checked, a representative's authorisation seen, signed for (QĐ 45/2016 art. 10 likewise). */
export const makeGiveBack =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, given: GivingBack): Promise<{ papers: number }> => {
    const { dossierId, from, papers: list, to } = given
    const { person, organisation } = actingFor(deps, caller, 'GiveBack', (office, by) =>
      keeps(deps, from, { organisation: office, person: by }) ? ['custodian'] : [],
    )
    const isEntitled = to === 'applicant' || given.authorisationShown
    if (!given.identityChecked || !given.signed || !isEntitled) throw postalProblem('delivery-unsigned')
    await lockDossier(tx, dossierId)
    const moving = givenBy(await papersOf(tx, dossierId), list, from)
    const now = deps.clock.now()
    const citizen: Custodian = { kind: 'citizen' }
    const fact = { papers: list, from, to: citizen, happenedAt: now, why: 'given-back', place: organisation } as const
    await addFacts(tx, dossierId, [{ ...fact, step: 'moved', givenBy: person, takenBy: to }], now)
    await tx.query(done, [dossierId, list, now])
    await tell(tx, dossierId, { event: { type: 'PapersMoved', from, to: citizen, papers: asTold(moving) }, at: now })
    return { papers: list.length }
  }
