import type { DossierId } from '@dossier/contracts/dossier-id'
import { Custodian, Paper } from '@dossier/contracts/parcel'
import type { Instant } from '@dossier/contracts/time'
import { givingProblem } from '@dossier/domain/custody'
import type { Tx } from '@dossier/platform/postgres'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { postalProblem } from '../problems.ts'

/** A paper and who has it now. */
export const KeptPaper = Paper.extend({ custodian: Custodian, isVoid: z.boolean() }).meta({ id: 'KeptPaper' })
export type KeptPaper = z.infer<typeof KeptPaper>

const columns = `p.id as paper, p.kind, p.component, c.custodian, p.void_since is not null as "isVoid"`
const ofDossier = `
  select ${columns} from paper p join custody c on c.paper = p.id and c.until is null
  where p.dossier_id = $1 order by p.component, p.id`
const inParcel = `
  select ${columns} from custody c join paper p on p.id = c.paper
  where c.parcel = $1 and c.until is null order by p.component, p.id`
const lostWith = `
  select ${columns} from custody c join paper p on p.id = c.paper join custody_fact f on f.id = c.fact
  where c.kind = 'lost' and c.until is null and f.from_custodian ->> 'parcel' = $1 order by p.component, p.id`
const voided = 'update paper set void_since = $2 where id = any($1) and void_since is null'

/** The papers of a dossier with who has each now. */
export const papersOf = async (db: Tx, dossierId: DossierId): Promise<KeptPaper[]> =>
  z.array(KeptPaper).parse((await db.query(ofDossier, [dossierId])).rows)

/** What is in a parcel now. */
export const papersIn = async (db: Tx, parcel: string): Promise<KeptPaper[]> =>
  z.array(KeptPaper).parse((await db.query(inParcel, [parcel])).rows)

/** What was in a parcel when it was lost. */
export const papersLostWith = async (db: Tx, parcel: string): Promise<KeptPaper[]> =>
  z.array(KeptPaper).parse((await db.query(lostWith, [parcel])).rows)

/** The papers as they are told. */
export const asTold = (papers: readonly KeptPaper[]): Paper[] =>
  papers.map(({ paper, kind, component }) => ({ paper, kind, component }))

/** So many new papers of a component. */
export const newPapers = (kind: Paper['kind'], component: string, count: number): Paper[] =>
  Array.from({ length: count }, () => ({ paper: uuidv7(), kind, component }))

/** New papers by component, as originals and certified copies are counted; plain copies are no items. */
export const countedPapers = (counts: Record<string, { originals: number; certifiedCopies: number }>): Paper[] =>
  Object.entries(counts).flatMap(([component, { originals, certifiedCopies }]) => [
    ...newPapers('original', component, originals),
    ...newPapers('certified-copy', component, certifiedCopies),
  ])

/** Picks papers somebody gives out of a dossier's. Throws 409 naming the first that is not theirs to give. */
export const givenBy = (kept: readonly KeptPaper[], wanted: readonly string[], giver: Custodian): KeptPaper[] =>
  wanted.map((id) => {
    const found = kept.find(({ paper }) => paper === id)
    const problem = givingProblem(found?.custodian, giver)
    if (problem !== null || found === undefined) throw postalProblem(problem ?? 'foreign-item', { about: id })
    return found
  })

/** From `at` on these papers no longer count, wherever they lie: a lost result that turns up stays void (S08). */
export const makeVoid = async (tx: Tx, papers: readonly string[], at: Instant): Promise<void> =>
  void (await tx.query(voided, [papers, at]))
