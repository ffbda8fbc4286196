import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier-id'
import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Custodian } from '@dossier/contracts/parcel'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { actingFor, keeps, standsFor, type Who } from '../acting.ts'
import { addFacts } from '../custody/facts.ts'
import { givenBy, papersIn, papersOf } from '../custody/papers.ts'
import { followDispatch } from '../dispatch.ts'
import { lockDossier } from '../dossier-lock.ts'
import { common, postalProblem } from '../problems.ts'
import { classFor, type Promising, silentFrom } from '../promise.ts'
import { words } from '../words.ts'
import { Contact } from './collection.ts'
import { insertParcel } from './insert-parcel.ts'
import { orderToFulfil } from './order-to-fulfil.ts'
import { lockParcel, type Parcel } from './parcel.ts'

/** What a desk packs: a result for the citizen, papers that go back to him, or papers for another agency. */
export const NewParcelOrder = z
  .strictObject({
    dossierId: DossierId,
    from: OrganisationCode,
    /** Null: to the citizen. */
    to: OrganisationCode.nullable(),
    /** The order of dispatch it fulfils; without it a result goes by the one that waits. */
    order: z.int().positive().optional(),
    papers: z.array(z.uuid()).min(1).max(500),
    postage: z.int().min(0).max(1_000_000_000),
    seal: words(60).optional(),
    /** The code on the label, where there is one already. */
    parcel: z.string().max(40).optional(),
    /** To the citizen: to whom and where; without it to whoever sent the dossier by post. */
    recipient: Contact.optional(),
    /** Where the address lies, as any organisation of the place: it decides the class. */
    place: OrganisationCode.optional(),
  })
  .refine(({ to, order }) => to === null || order === undefined, {
    error: 'Only a result to the citizen is dispatched',
  })
  .meta({ id: 'NewParcel' })
export type NewParcelOrder = z.infer<typeof NewParcelOrder>

const sender = 'select sender from collection where dossier_id = $1 order by is_supplement, collected_at limit 1'
const keepRecipient = 'insert into recipient (parcel, contact) values ($1, $2)'
const undo = `update parcel set (state, closed_at, silent_at) = ('unpacked', $2, null) where code = $1`

/** Packs papers the desk has, and nothing else: a paper that is not there is refused by name. */
export const makePack =
  (deps: Who & Promising) =>
  async (tx: Tx, caller: Caller, given: NewParcelOrder): Promise<Parcel> => {
    const { clock, published } = deps
    const now = clock.now()
    const { dossierId, from, to } = given
    const desk: Custodian = { kind: 'desk', organisation: from }
    const acting = actingFor(deps, caller, 'Pack', (organisation, person) =>
      keeps(deps, desk, { organisation, person }) ? ['custodian'] : [],
    )
    await lockDossier(tx, dossierId)
    const all = await papersOf(tx, dossierId)
    const papers = givenBy(all, given.papers, desk)
    const dispatch =
      to === null ? await orderToFulfil(tx, { dossierId, order: given.order, inside: papers, all }) : null
    const recipient =
      to === null ? (given.recipient ?? (await tx.query(sender, [dossierId])).rows[0]?.sender) : undefined
    if (to === null && recipient === undefined) throw common('invalid', 'recipient: to whom and where the parcel goes')
    const serviceClass = classFor(deps, { from, to: to ?? given.place ?? from, on: dayOf(now) }).id
    const parcel = await insertParcel(
      tx,
      {
        dossierId,
        code: given.parcel,
        purpose: dispatch === null ? 'papers' : 'result',
        sender: from,
        receiver: to,
        dispatch,
        serviceClass,
        postage: given.postage,
        seal: given.seal,
        packedBy: acting.person,
        silentAt: silentFrom(published, now),
      },
      now,
    )
    if (recipient !== undefined) await tx.query(keepRecipient, [parcel.code, JSON.stringify(Contact.parse(recipient))])
    const inside = { kind: 'parcel', parcel: parcel.code } as const
    const fact = { papers: papers.map(({ paper }) => paper), happenedAt: now, why: `slip:${parcel.slip}`, place: from }
    await addFacts(tx, dossierId, [{ ...fact, step: 'packed', from: desk, to: inside, givenBy: acting.person }], now)
    await followDispatch(tx, parcel, { published, now })
    return parcel
  }

/** Takes the papers out again, while the post has not taken the parcel. */
export const makeUnpack =
  (deps: Who) =>
  async (tx: Tx, caller: Caller, code: string): Promise<void> => {
    const now = deps.clock.now()
    const parcel = await lockParcel(tx, code)
    const { person } = actingFor(deps, caller, 'Unpack', (organisation) =>
      standsFor(deps.published, organisation, parcel.sender, dayOf(now)) ? ['sender'] : [],
    )
    if (parcel.closedAt !== null) throw postalProblem('parcel-closed')
    if (parcel.postedAt !== null) throw postalProblem('already-posted')
    const papers = (await papersIn(tx, parcel.code)).map(({ paper }) => paper)
    const inside = { kind: 'parcel', parcel: parcel.code } as const
    const desk = { kind: 'desk', organisation: parcel.sender } as const
    const fact = { papers, happenedAt: now, why: `unpacked:${parcel.slip}`, place: parcel.sender, takenBy: person }
    await addFacts(tx, parcel.dossierId, [{ ...fact, step: 'unpacked', from: inside, to: desk }], now)
    await tx.query(undo, [parcel.code, now])
    await followDispatch(tx, { ...parcel, state: 'unpacked' }, { published: deps.published, now })
  }
