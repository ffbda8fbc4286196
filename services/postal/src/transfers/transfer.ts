import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier-id'
import { Custodian } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { compareCounts } from '@dossier/domain/custody'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { actingFor, keeps, type Who } from '../acting.ts'
import { addFacts } from '../custody/facts.ts'
import { asTold, givenBy, papersOf } from '../custody/papers.ts'
import { lockDossier } from '../dossier-lock.ts'
import { openIncident } from '../incidents.ts'
import { common, postalProblem } from '../problems.ts'
import { silentFrom } from '../promise.ts'
import { tell } from '../tell.ts'

const papers = z.array(z.uuid()).min(1).max(500)
const Keeper = Custodian.refine(({ kind }) => kind === 'desk' || kind === 'officer' || kind === 'archive', {
  error: 'Papers go from hand to hand between desks, officers and archives; the post has parcels',
})

/** What somebody gives by hand: inside an agency, to its archive, or to another agency. */
export const NewTransfer = z
  .strictObject({ dossierId: DossierId, from: Keeper, to: Keeper, papers })
  .meta({ id: 'NewTransfer' })
export type NewTransfer = z.infer<typeof NewTransfer>

/** What giver or taker has in the hand. */
export const PapersInHand = z.strictObject({ papers: z.array(z.uuid()).max(500) })

export const TransferState = z.enum(['expected', 'given', 'taken', 'disputed', 'withdrawn'])
/** A transfer of papers from hand to hand. */
export const Transfer = z
  .object({
    id: z.uuid(),
    dossierId: DossierId,
    why: z.enum(['handover', 'internal', 'give-back']),
    from: Custodian,
    to: Custodian,
    papers: z.array(z.uuid()),
    state: TransferState,
    givenAt: z.string().nullable(),
    takenAt: z.string().nullable(),
    taken: z.array(z.uuid()).nullable(),
  })
  .meta({ id: 'Transfer' })
export type Transfer = z.infer<typeof Transfer>

export const transferColumns = `
  id, dossier_id as "dossierId", why, from_custodian as "from", to_custodian as "to", papers, state, given_at as "givenAt",
  taken_at as "takenAt", taken`
const byId = `select ${transferColumns}, given_by as "givenBy" from transfer where id = $1`
const insert = `
  insert into transfer (id, dossier_id, why, from_custodian, to_custodian, papers, state, given_by, given_at, silent_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
const give = `
  update transfer set (state, papers, given_by, given_at, silent_at, alarmed_at) = ('given', $2, $3, $4, $5, null) where id = $1`
const take = `update transfer set (state, taken_by, taken_at, taken) = ($2, $3, $4, $5) where id = $1`
const withdraw = `update transfer set state = 'withdrawn' where id = $1`

type Read = Transfer & { givenBy: string | null }

const lockTransfer = async (tx: Tx, id: string): Promise<Read> => {
  const read = async () => {
    const [row] = (await tx.query(byId, [id])).rows
    if (row === undefined) throw common('not-found')
    return { ...Transfer.parse(row), givenBy: z.string().nullable().parse(row.givenBy) }
  }
  const { dossierId } = await read()
  await lockDossier(tx, dossierId)
  return read()
}

export type NewTransferRow = Omit<Transfer, 'id' | 'state' | 'givenAt' | 'takenAt' | 'taken'> & {
  givenBy: string | null
  givenAt: Instant | null
  silentAt: Instant | null
}
/** Keeps a transfer, expected by the ledger or given by somebody. */
export const insertTransfer = async (tx: Tx, given: NewTransferRow): Promise<string> => {
  const id = uuidv7()
  const { dossierId, why, from, to, papers: list, givenBy: by, givenAt, silentAt } = given
  const state = givenAt === null ? 'expected' : 'given'
  const ends = [JSON.stringify(from), JSON.stringify(to), list]
  await tx.query(insert, [id, dossierId, why, ...ends, state, by, givenAt, silentAt])
  return id
}

/** The giver's half: says what is given to whom. Custody stays until the taker has counted too. */
export const makeGive =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, given: NewTransfer): Promise<{ id: string }> => {
    const { person } = actingFor(deps, caller, 'Give', (organisation, by) =>
      keeps(deps, given.from, { organisation, person: by }) ? ['custodian'] : [],
    )
    const now = deps.clock.now()
    await lockDossier(tx, given.dossierId)
    givenBy(await papersOf(tx, given.dossierId), given.papers, given.from)
    const silentAt = silentFrom(deps.published, now)
    const id = await insertTransfer(tx, { ...given, why: 'internal', givenBy: person, givenAt: now, silentAt })
    return { id }
  }

/** The giver's half of a transfer the ledger expects: which papers go with the dossier. */
export const makeGiveExpected =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { id, papers: list }: { id: string; papers: string[] }): Promise<{ id: string }> => {
    const transfer = await lockTransfer(tx, id)
    const { person } = actingFor(deps, caller, 'Give', (organisation, by) =>
      keeps(deps, transfer.from, { organisation, person: by }) ? ['custodian'] : [],
    )
    if (transfer.state !== 'expected') throw postalProblem('transfer-over')
    const { foreign } = compareCounts(transfer.papers, list)
    if (foreign[0] !== undefined) throw postalProblem('foreign-item', { about: foreign[0] })
    givenBy(await papersOf(tx, transfer.dossierId), list, transfer.from)
    const now = deps.clock.now()
    await tx.query(give, [id, list, person, now, silentFrom(deps.published, now)])
    return { id }
  }

/**
 * The taker's half: counts. What both have changes hands at this moment; what the taker misses stays with the giver and is
 * before people at once; what the giver did not name is refused by name.
 */
export const makeTake =
  (deps: Who) =>
  async (
    tx: Tx,
    caller: Caller,
    { id, papers: list }: { id: string; papers: string[] },
  ): Promise<{ state: string }> => {
    const transfer = await lockTransfer(tx, id)
    const { dossierId, from, to } = transfer
    const { person, organisation } = actingFor(deps, caller, 'Take', (office, by) =>
      keeps(deps, to, { organisation: office, person: by }) ? ['taker'] : [],
    )
    if (transfer.state === 'expected') throw postalProblem('not-given-yet')
    if (transfer.state !== 'given') throw postalProblem('transfer-over')
    if (person === transfer.givenBy) throw postalProblem('same-hand')
    const { agreed, missing, foreign } = compareCounts(transfer.papers, list)
    if (foreign[0] !== undefined) throw postalProblem('foreign-item', { about: foreign[0] })
    const moving = givenBy(await papersOf(tx, dossierId), agreed, from)
    const now = deps.clock.now()
    const state = missing.length === 0 ? 'taken' : 'disputed'
    await tx.query(take, [id, state, person, now, agreed])
    if (agreed.length > 0) {
      const fact = { papers: agreed, from, to, happenedAt: now, why: `transfer:${id}`, place: organisation } as const
      const by = { givenBy: transfer.givenBy ?? undefined, takenBy: person }
      await addFacts(tx, dossierId, [{ ...fact, ...by, step: 'moved' }], now)
      await tell(tx, dossierId, { event: { type: 'PapersMoved', from, to, papers: asTold(moving) }, at: now })
    }
    const cause = `transfer:${id}`
    if (missing.length > 0)
      await openIncident(
        tx,
        { dossierId, what: 'count-differs', cause, at: organisation, also: officesOf(from), papers: missing },
        now,
      )
    return { state }
  }

const officesOf = (custodian: Custodian) => ('organisation' in custodian ? [custodian.organisation] : [])

/** Takes back what nobody has taken. */
export const makeWithdraw =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, { id }: { id: string }): Promise<{ state: string }> => {
    const { from, state } = await lockTransfer(tx, id)
    actingFor(deps, caller, 'Give', (organisation, person) =>
      keeps(deps, from, { organisation, person }) ? ['custodian'] : [],
    )
    if (state !== 'given' && state !== 'expected') throw postalProblem('transfer-over')
    await tx.query(withdraw, [id])
    return { state: 'withdrawn' }
  }
