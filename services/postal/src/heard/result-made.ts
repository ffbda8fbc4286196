import type { DossierMessage } from '@dossier/contracts/dossier'
import type { DossierEvent } from '@dossier/contracts/dossier-event'
import { OrganisationCode } from '@dossier/contracts/organisation'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { Transient } from '@dossier/platform/transient'
import type { Tx } from '@dossier/platform/postgres'
import { addFacts, insertNewPapers } from '../custody/facts.ts'
import { makeVoid, newPapers, papersOf } from '../custody/papers.ts'
import type { Published } from '../published.ts'
import { tell } from '../tell.ts'

const pinned = 'select procedure_version as version from dossier where id = $1'

type Heard = { published: Published; now: Instant }

/** The signed result is a paper too, of as many originals as the procedure gives; it begins where it was signed. */
export const resultMade = (tx: Tx, message: DossierMessage, heard: Heard): Promise<void> =>
  makeResult(tx, message, '1', heard)

type Reissue = { message: DossierMessage; event: Extract<DossierEvent, { type: 'ResultReissued' }> }

/** Issued anew, the old result no longer counts, wherever it turns up (S08). */
export const reissued = async (tx: Tx, { message, event }: Reissue, heard: Heard): Promise<void> => {
  const old = (await papersOf(tx, message.dossierId)).filter(
    ({ kind, component }) => kind === 'result' && isWhole(component),
  )
  await makeVoid(
    tx,
    old.map(({ paper }) => paper),
    message.at,
  )
  await makeResult(tx, message, String(event.version), heard)
}

// The papers of the whole bear its version, those of a part its name.
const isWhole = (component: string) => /^\d+$/.test(component)

type Part = { message: DossierMessage; event: Extract<DossierEvent, { type: 'PartResultReturned' }> }

/** What a stage or branch gave is first heard of as it is handed over at the desk: there it begins, and is the citizen's at once (S05). */
export const partReturned = async (tx: Tx, { message, event }: Part, heard: Heard): Promise<void> => {
  const { dossierId, at, seq, actor, axes } = message
  const part = (await lawOf(tx, message, heard))?.result.parts?.find(({ id }) => id === event.part)
  const papers = newPapers('result', event.part, part?.originals ?? 0)
  if (papers.length === 0) return
  await insertNewPapers(tx, dossierId, papers, at)
  const from = { kind: 'desk', organisation: axes.receivingDesk } as const
  const fact = {
    papers: papers.map(({ paper }) => paper),
    happenedAt: at,
    why: `ledger:${seq}`,
    place: axes.receivingDesk,
  }
  const given = { givenBy: actor.person, takenBy: event.to }
  const to = { kind: 'citizen' } as const
  await addFacts(
    tx,
    dossierId,
    [{ ...fact, step: 'registered', from: null, to: from, givenBy: actor.person }],
    heard.now,
  )
  await addFacts(tx, dossierId, [{ ...fact, ...given, step: 'moved', from, to }], heard.now)
  await tell(tx, dossierId, { event: { type: 'PapersMoved', from, to, papers }, at: heard.now, happenedAt: at })
}

const lawOf = async (tx: Tx, { dossierId, at, axes }: DossierMessage, { published }: Heard) => {
  const [row] = (await tx.query<{ version: string | null }>(pinned, [dossierId])).rows
  const law =
    (row?.version == null ? undefined : published.version(row.version)) ??
    published.versionOn(axes.procedure, dayOf(at))
  if (law === undefined && !published.isFilled()) throw new Transient('The catalogue has not been heard yet')
  return law
}

const makeResult = async (tx: Tx, message: DossierMessage, version: string, heard: Heard): Promise<void> => {
  const { dossierId, at, seq, actor, axes } = message
  const law = await lawOf(tx, message, heard)
  const { now } = heard
  const given = (await papersOf(tx, dossierId)).filter(
    ({ kind, component }) => kind === 'result' && !isWhole(component),
  )
  const papers = newPapers('result', version, Math.max(0, (law?.result.originals ?? 1) - given.length))
  if (papers.length === 0) return
  const signedAt = OrganisationCode.safeParse(actor.organisation).data ?? axes.receivingDesk
  await insertNewPapers(tx, dossierId, papers, at)
  const to = { kind: 'desk', organisation: signedAt } as const
  const each = papers.map(({ paper }) => paper)
  const fact = {
    papers: each,
    from: null,
    to,
    happenedAt: at,
    why: `ledger:${seq}`,
    place: signedAt,
    givenBy: actor.person,
  }
  await addFacts(tx, dossierId, [{ ...fact, step: 'registered' }], now)
}
