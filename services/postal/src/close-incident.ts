import type { Caller } from '@dossier/contracts/actor'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import { Custodian } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, standsFor, type Who } from './acting.ts'
import { addFacts } from './custody/facts.ts'
import { asTold, makeVoid, papersOf } from './custody/papers.ts'
import { lockDossier } from './dossier-lock.ts'
import { mustBeAPlace, mustHaveAPlace } from './place-of-paper.ts'
import { common, postalProblem } from './problems.ts'
import { soundAgain } from './sound-again.ts'
import { tell } from './tell.ts'

/** How people settled an incident, and where its papers turned out to be. */
export const ClosingIncident = z
  .strictObject({
    outcome: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60),
    papersAt: z
      .array(z.strictObject({ paper: z.uuid(), custodian: Custodian }))
      .max(500)
      .default([]),
  })
  .meta({ id: 'ClosingIncident' })
export type ClosingIncident = z.infer<typeof ClosingIncident>

const read = `
  select dossier_id as "dossierId", at, also, cause, parcel, papers, closed_at as "closedAt" from incident where id = $1`
const carried = 'select office, sender, receiver from parcel where code = $1'
const close = 'update incident set (closed_at, closed_by, outcome) = ($2, $3, $4) where id = $1'

type Row = {
  dossierId: DossierId
  at: OrganisationCode
  also: OrganisationCode[]
  cause: string
  parcel: string | null
  papers: string[]
  closedAt: Instant | null
}

/** Settles an incident. Papers it is about go where they were found to be, by a fact that rests on it. */
export const makeCloseIncident =
  (deps: Who) =>
  async (
    tx: Tx,
    caller: Caller,
    { id, closing }: { id: string; closing: ClosingIncident },
  ): Promise<{ outcome: string }> => {
    const find = async () => (await tx.query<Row>(read, [id])).rows[0]
    const seen = await find()
    if (seen === undefined) throw common('not-found')
    const { dossierId, at, also, cause, parcel } = seen
    await lockDossier(tx, dossierId)
    const incident = await find()
    const now = deps.clock.now()
    const offices = parcel === null ? [] : Object.values((await tx.query(carried, [parcel])).rows[0] ?? {})
    const { person, organisation } = actingFor(deps, caller, 'CloseIncident', (office) =>
      [at, ...also].some((one) => standsFor(deps.published, office, one, dayOf(now))) || offices.includes(office)
        ? ['concerned']
        : [],
    )
    if (incident === undefined || incident.closedAt !== null) throw postalProblem('incident-closed')
    const kept = await papersOf(tx, dossierId)
    const placed = new Set(closing.papersAt.map(({ paper }) => paper))
    if (placed.size < closing.papersAt.length) throw common('invalid', 'A paper is named twice.')
    for (const one of kept)
      if (incident.papers.includes(one.paper) && !placed.has(one.paper)) await mustHaveAPlace(tx, one)
    for (const { paper, custodian: to } of closing.papersAt) {
      const found = kept.find((one) => one.paper === paper)
      if (found === undefined || !incident.papers.includes(paper)) throw postalProblem('foreign-item', { about: paper })
      const from = found.custodian
      await mustBeAPlace(tx, caller, { dossierId, from, to }, deps)
      const fact = { papers: [paper], from, to, happenedAt: now, why: `incident:${id}`, place: organisation } as const
      await addFacts(tx, dossierId, [{ ...fact, step: to.kind === 'lost' ? 'lost' : 'moved', takenBy: person }], now)
      if (to.kind === 'lost' && found.kind === 'result') await makeVoid(tx, [paper], now)
      await tell(tx, dossierId, { event: { type: 'PapersMoved', from, to, papers: asTold([found]) }, at: now })
    }
    await tx.query(close, [id, now, person, closing.outcome])
    await tell(tx, dossierId, { event: { type: 'IncidentClosed', incident: id, outcome: closing.outcome }, at: now })
    await soundAgain(tx, { cause, parcel }, { published: deps.published, now })
    return { outcome: closing.outcome }
  }
