import type { Caller } from '@dossier/contracts/actor'
import type { DossierId } from '@dossier/contracts/dossier-id'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { FieldError } from '@dossier/contracts/problem'
import type { Due } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { feesDue } from '@dossier/domain/fees'
import type { Tx } from '@dossier/platform/postgres'
import { actingFor, type Who } from '../acting.ts'
import { oweAppointment } from '../appointments/appointment.ts'
import { addFacts, insertNewPapers } from '../custody/facts.ts'
import { countedPapers } from '../custody/papers.ts'
import { common, postalProblem } from '../problems.ts'
import { classFor, type Promising, promiseFor, silentFrom } from '../promise.ts'
import { tell } from '../tell.ts'
import { awaited, begun } from './collected-dossier.ts'
import type { NewCollection } from './collection.ts'
import { insertParcel } from './insert-parcel.ts'
import { countScan } from './record-scan.ts'

const insert = `
  insert into collection (dossier_id, parcel, office, desk, procedure_version, papers, fees, return_by, told_missing,
    collected_by, collected_at, sender, is_supplement)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`

export type Collected = { dossierId: DossierId; parcel: string; slip: string; postedOn: string; promised: Due }

/**
 * The postal worker checks a citizen's papers against the published list, both sign the slip, it is sealed before the sender's
 * eyes (QĐ 45/2016 art. 6). The dossier begins to exist here, without code or clock, unless it is one that waits for papers;
 * the papers are the parcel's.
 */
export const makeCollect =
  (deps: Who & Promising) =>
  async (tx: Tx, caller: Caller, given: NewCollection): Promise<Collected> => {
    const { clock, published } = deps
    const now = clock.now()
    const on = dayOf(now)
    const tree = published.organisations()
    const { person, organisation: office } = actingFor(deps, caller, 'Collect', (organisation) =>
      tree.rows.get(organisation)?.function === 'post' ? ['post'] : [],
    )
    if (tree.rows.get(given.desk) === undefined) throw common('not-found', 'There is no such desk.')
    const { dossierId, version } =
      given.dossierId === undefined ? await begun(tx, given, deps) : await awaited(tx, given, deps)
    if (version === undefined || !version.channels.includes('post')) throw postalProblem('procedure-not-by-post')
    checkList(version, given)
    checkFees(version, given, on)

    const serviceClass = classFor(deps, { from: office, to: given.desk, on }).id
    const packed = await insertParcel(
      tx,
      {
        dossierId,
        code: given.parcel,
        purpose: 'application',
        sender: office,
        receiver: given.desk,
        dispatch: null,
        serviceClass,
        postage: given.postage,
        seal: given.seal,
        packedBy: person,
        silentAt: silentFrom(published, now),
      },
      now,
    )
    const papers = countedPapers(given.papers)
    await insertNewPapers(tx, dossierId, papers, now)
    const fact = {
      papers: papers.map(({ paper }) => paper),
      happenedAt: now,
      why: `slip:${packed.slip}`,
      place: office,
    }
    const inside = { kind: 'parcel', parcel: packed.code } as const
    const registered = { ...fact, step: 'registered', from: null, to: { kind: 'citizen' } } as const
    const put = {
      ...fact,
      step: 'packed',
      from: { kind: 'citizen' },
      to: inside,
      givenBy: 'sender',
      takenBy: person,
    } as const
    if (papers.length > 0) await addFacts(tx, dossierId, [registered, put], now)
    const { papers: counts, fees, returnBy, toldMissing, sender } = given
    const kept = [
      JSON.stringify(counts),
      JSON.stringify(fees),
      returnBy,
      toldMissing,
      person,
      now,
      JSON.stringify(sender),
      given.dossierId !== undefined,
    ]
    await tx.query(insert, [dossierId, packed.code, office, given.desk, version.id, ...kept])
    const scan = {
      id: `slip:${packed.slip}`,
      step: 'taken',
      happenedAt: now,
      by: person,
      office,
      detail: {},
      corrects: null,
    } as const
    await countScan(tx, packed, scan, { ...deps, now })
    if (given.dossierId === undefined && returnBy === 'desk') await oweAppointment(tx, packed, { ...deps, now })
    const promised = promiseFor(deps, serviceClass, { on })
    const { code: parcel, slip } = packed
    const isBoth = given.dossierId === undefined && returnBy === 'post'
    const sold = { postage: given.postage, service: isBoth ? 'both' : 'send' } as const
    const { procedure, desk } = given
    await tell(tx, dossierId, {
      event: { type: 'ApplicationCollected', parcel, slip, procedure, office, desk, postedOn: on, promised, ...sold },
      at: now,
    })
    return { dossierId, parcel, slip, postedOn: on, promised }
  }

/** Nothing that is not in the published list (art. 16.5), and nothing of it forgotten without a word (art. 6). */
const checkList = ({ components }: ProcedureVersion, { dossierId, papers, toldMissing }: NewCollection): void => {
  const foreign = Object.keys(papers).filter((id) => !components.some((component) => component.id === id))
  if (foreign.length > 0)
    throw postalProblem('not-in-published-list', {
      errors: foreign.map((id) => wrong(`papers/${id}`, 'not-in-published-list')),
    })
  if (dossierId !== undefined) return // what is wanted was asked for in writing, and the joint count says whether it is all
  const missing = components
    .filter(({ required, condition }) => required && condition === undefined)
    .filter(({ id, originals, certifiedCopies, copies }) => {
      const counted = papers[id] ?? { originals: 0, certifiedCopies: 0, copies: 0 }
      const total = counted.originals + counted.certifiedCopies + counted.copies
      return total < originals + certifiedCopies + copies && !toldMissing.includes(id)
    })
  if (missing.length > 0)
    throw postalProblem('missing-from-list', {
      errors: missing.map(({ id }) => wrong(`papers/${id}`, 'missing-from-list')),
    })
}

const checkFees = (version: ProcedureVersion, { fees }: NewCollection, on: string): void => {
  const due = feesDue(version, 'post', on)
  const errors = Object.entries(fees).flatMap(([id, { amount }]) => {
    const published = due.find((fee) => fee.id === id)
    const fits = published !== undefined && (published.amount === null || published.amount === amount)
    return fits ? [] : [wrong(`fees/${id}`, 'fee-differs')]
  })
  if (errors.length > 0) throw postalProblem('fee-differs', { errors })
}

const sentences = {
  'not-in-published-list': ['Không có trong thành phần hồ sơ đã công bố.', 'Not in the published list.'],
  'missing-from-list': [
    'Còn thiếu; hãy bổ sung hoặc ghi là đã báo thiếu.',
    'Missing: add it, or say the sender was told.',
  ],
  'fee-differs': ['Không đúng biểu phí đã công bố.', 'Not as the published tariff has it.'],
} as const
const wrong = (where: string, code: keyof typeof sentences): FieldError => {
  const [vi, en] = sentences[code]
  return { pointer: `#/body/${where}`, code, vi, en }
}
