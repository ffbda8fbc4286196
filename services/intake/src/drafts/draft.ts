import { LodgedComponent, Submission } from '@dossier/contracts/application'
import { Instant } from '@dossier/contracts/time'
import type { Clock } from '@dossier/platform/clock'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import { intakeProblem } from '../problems.ts'

/** What was filled in so far; nothing of it has to be right. */
export const DraftBody = z
  .strictObject({
    receivingDesk: z.string().max(100).nullable(),
    form: Submission.shape.form,
    /** Files sent so far, by component, with the names the sender knows them by. */
    files: z.record(
      z.string().max(100),
      z
        .array(z.strictObject({ uploadId: LodgedComponent.shape.uploads.unwrap().element, name: z.string().max(200) }))
        .max(20),
    ),
    returnBy: z.string().max(20),
    counts: Submission.shape.counts,
  })
  .meta({ id: 'DraftBody' })
export type DraftBody = z.infer<typeof DraftBody>

export const Saved = z.object({ revision: z.int(), savedAt: Instant, keptUntil: Instant }).meta({ id: 'SavedDraft' })
export type Saved = z.infer<typeof Saved>
export const Draft = z.object({ ...DraftBody.shape, ...Saved.shape }).meta({ id: 'Draft' })
export type Draft = z.infer<typeof Draft>

type Of = { owner: string; procedure: string }
const said = 'revision, saved_at as "savedAt", erase_at as "keptUntil"'
const read = `select body, ${said} from draft where (owner, procedure) = ($1, $2) and erase_at > $3`
const all = `select procedure, ${said} from draft where owner = $1 and erase_at > $2 order by saved_at desc`
// A saving whose answer was lost comes again: the same words are no other window's.
const save = `
  insert into draft as d (owner, procedure, body, revision, saved_at, erase_at)
  select $1, $2, $3, 1, $5, $6
  where $4 = 0 or exists (select from draft where (owner, procedure) = ($1, $2))
  on conflict (owner, procedure) do update set
    (body, revision, saved_at, erase_at) = row (excluded.body, d.revision + 1, excluded.saved_at, excluded.erase_at)
  where d.revision = $4 or d.body = excluded.body or d.erase_at <= excluded.saved_at
  returning ${said}`
const erase = 'delete from draft where (owner, procedure) = ($1, $2)'
const over = 'delete from draft where erase_at <= $1'

export const readDraft = async (db: Tx, { owner, procedure }: Of, now: Instant): Promise<Draft | null> => {
  const [row] = (await db.query(read, [owner, procedure, now])).rows
  return row === undefined ? null : Draft.parse({ ...row.body, ...row })
}

export const draftsOf = async (db: Tx, owner: string, now: Instant): Promise<(Saved & { procedure: string })[]> =>
  (await db.query(all, [owner, now])).rows

type Saving = Of & { body: DraftBody; revision: number; now: Instant; days: number }

/** Keeps what was filled in for so many days more. Throws 409 `draft-moved-on` where another window saved, or handed it in. */
export const saveDraft = async (db: Tx, saving: Saving): Promise<Saved> => {
  const { owner, procedure, body, revision, now, days } = saving
  const eraseAt = new Date(Date.parse(now) + days * 86_400_000).toISOString()
  const { rows } = await db.query<Saved>(save, [owner, procedure, JSON.stringify(body), revision, now, eraseAt])
  const [saved] = rows
  if (saved === undefined) throw intakeProblem('draft-moved-on')
  return saved
}

export const eraseDraft = async (db: Tx, { owner, procedure }: Of): Promise<boolean> =>
  (await db.query(erase, [owner, procedure])).rowCount === 1

/** Erases what was left lying; gives how many. */
export const makeDraftSweep =
  ({ db, clock }: { db: Tx; clock: Clock }) =>
  async (): Promise<number> =>
    (await db.query(over, [clock.now()])).rowCount ?? 0
