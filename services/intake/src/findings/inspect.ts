import { type Caller, personOf } from '@dossier/contracts/actor'
import { type FindingAct, type FindingEvent, FindingId, type NewFinding } from '@dossier/contracts/finding'
import type { OrganisationCode, Role } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { dayOf, endOf } from '@dossier/domain/calendar'
import type { Clock } from '@dossier/platform/clock'
import { inTransaction, type Tx } from '@dossier/platform/postgres'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { worksOver } from '../feedback/capacity.ts'
import { common, intakeProblem } from '../problems.ts'
import type { Published } from '../published.ts'
import { mandatesOf, nameOf } from '../who-may.ts'
import { appendFindingLine, type Finding, insertFinding, lockFinding } from './register.ts'

type Deps = { clock: Clock; published: Published }
const inspects: readonly Role[] = ['inspector']
const answers: readonly Role[] = ['one-stop-head', 'unit-head', 'signatory', 'procedure-control']

/** The mandate by which an officer inspects an agency, or answers for it. */
const mandateFor = (caller: Caller, agency: OrganisationCode, roles: readonly Role[], { clock, published }: Deps) => {
  const day = dayOf(clock.now())
  const at = { tree: published.organisations(), day }
  const found = mandatesOf(caller, day, published).find(
    (one) => roles.includes(one.role) && worksOver(one, { agency, place: null }, at),
  )
  return found === undefined ? undefined : nameOf(found)
}

/** Agencies whose findings an officer may read: those inspected, and those answered for. */
export const agenciesFor = (caller: Caller, deps: Deps): OrganisationCode[] =>
  [...deps.published.organisations().rows.keys()].filter(
    (agency) => mandateFor(caller, agency, [...inspects, ...answers], deps) !== undefined,
  )

const known = 'select from progress where dossier_id = $1'

/** Records what an inspector found. A dossier it rests on is named; nothing of it changes. */
export const makeRecordFinding =
  (deps: Deps) =>
  async (tx: Tx, caller: Caller, found: NewFinding): Promise<{ id: FindingId }> => {
    const { agency, matter, dossierId, words, remedyBy } = found
    const mandate = mandateFor(caller, agency, inspects, deps)
    if (mandate === undefined) throw common('not-permitted')
    const now = deps.clock.now()
    refusePast(remedyBy, now)
    if (dossierId !== undefined && (await tx.query(known, [dossierId])).rowCount !== 1)
      throw intakeProblem('unknown-dossier')
    const id = FindingId.parse(uuidv7())
    await insertFinding(tx, { id, agency, matter, dossierId: dossierId ?? null, foundAt: now, remedyBy })
    const dossier = dossierId === undefined ? {} : { dossier: dossierId }
    const event: FindingEvent = { type: 'FindingRecorded', agency, matter, ...dossier, remedyBy }
    await appendFindingLine(
      tx,
      { id, seq: 0 },
      { event, at: now, by: { person: personOf(caller.subject), mandate }, words },
    )
    return { id }
  }

const refusePast = (remedyBy: string, now: Instant) => {
  if (endOf(remedyBy) <= now) throw intakeProblem('remedy-in-the-past')
}

/** The agency reports what it did, the inspector judges it: enough, or once more by another day. */
export const makeActOnFinding =
  (deps: Deps) =>
  async (tx: Tx, caller: Caller, { id, act }: { id: string; act: FindingAct }): Promise<Pick<Finding, 'state'>> => {
    const finding = await lockFinding(tx, id)
    if (finding === undefined) throw common('not-found')
    const { agency, state } = finding
    const mandate = mandateFor(caller, agency, act.type === 'Remedy' ? answers : inspects, deps)
    if (mandate === undefined)
      throw common(
        mandateFor(caller, agency, [...inspects, ...answers], deps) === undefined ? 'not-found' : 'not-permitted',
      )
    if (state !== (act.type === 'Remedy' ? 'open' : 'remedied')) throw intakeProblem('finding-moved-on')
    const now = deps.clock.now()
    if (act.type === 'Reject') refusePast(act.remedyBy, now)
    const by = { person: personOf(caller.subject), mandate }
    return {
      state: await appendFindingLine(tx, finding, { event: eventOf(act, agency), at: now, by, words: act.words }),
    }
  }

const eventOf = (act: FindingAct, agency: OrganisationCode): FindingEvent => {
  switch (act.type) {
    case 'Remedy':
      return { type: 'FindingRemedied', agency }
    case 'Accept':
      return { type: 'FindingJudged', agency, enough: true }
    case 'Reject':
      return { type: 'FindingJudged', agency, enough: false, remedyBy: act.remedyBy }
  }
}

const silent = `
  select id from finding where state = 'open' and remedy_by < $1::date and told_for is distinct from remedy_by
  order by remedy_by, id limit 500`

/** Tells of each remedy whose day passed without a word from the agency, once for each day set. Gives how many. */
export const makeFindingSweep =
  ({ db, clock, told = () => {} }: { db: Pool; clock: Clock; told?: () => void }) =>
  async (): Promise<number> => {
    const now = clock.now()
    const { rows } = await db.query<{ id: string }>(silent, [dayOf(now)])
    let lines = 0
    for (const { id } of rows)
      lines += await inTransaction(db, async (tx) => {
        const finding = await lockFinding(tx, id)
        if (finding === undefined || !(await stillSilent(tx, finding, now))) return 0
        const { agency, remedyBy } = finding
        const event = { type: 'FindingOverdue', agency, remedyBy } as const
        await appendFindingLine(tx, finding, { event, at: now, by: { person: 'intake', mandate: null } })
        return 1
      })
    if (lines > 0) told()
    return lines
  }

const untold = `
  select from finding where id = $1 and state = 'open' and remedy_by < $2::date and told_for is distinct from remedy_by`
const stillSilent = async (tx: Tx, { id }: Pick<Finding, 'id'>, now: Instant) =>
  (await tx.query(untold, [id, dayOf(now)])).rowCount === 1
