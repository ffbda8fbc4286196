import type { Caller } from '@dossier/contracts/actor'
import { DossierId } from '@dossier/contracts/dossier'
import type { DossierCommandType } from '@dossier/contracts/dossier-command'
import { dayOf } from '@dossier/domain/calendar'
import type { Dossier } from '@dossier/domain/dossier'
import { prospectOf } from '@dossier/domain/possible'
import type { Pool } from 'pg'
import * as z from 'zod'
import { actingAs, mandatesOn } from './acting.ts'
import { Action, sentenceOf } from './actions.ts'
import type { LawBooks } from './law-books.ts'
import { folded } from './record.ts'

/** What a command would meet at one dossier: where the route would lead it, or the sentence it would be refused with. */
export const Prospect = z
  .object({
    id: DossierId,
    /** With If-Match, what is done is what was seen; null for who may do nothing with it. */
    version: z.int().nullable(),
    about: z.string().nullable(),
    refused: Action.shape.refused,
  })
  .meta({ id: 'Prospect' })
export type Prospect = z.infer<typeof Prospect>

const asked = 'select id, version, body, fold, applicant from dossier where id = any ($1)'
type Row = { id: DossierId; version: number; body: Dossier; fold: number; applicant: string | null }
type Question = { command: DossierCommandType; dossiers: DossierId[] }

/**
 * For each dossier asked, in the order asked, whether one kind of command would take effect now. Who may not give it learns no
 * more than that, whether or not there is such a dossier.
 */
export const readProspects = async (
  { db, books, now }: { db: Pool; books: LawBooks; now: string },
  caller: Caller,
  { command, dossiers }: Question,
): Promise<Prospect[]> => {
  const { rows } = await db.query<Row>(asked, [dossiers])
  const found = new Map(rows.map((row) => [row.id, row]))
  const prospects: Prospect[] = []
  for (const id of dossiers) {
    const row = found.get(id)
    const dossier = row === undefined ? undefined : await folded(db, id, row)
    const law = books.lawFor(dossier, undefined, now)
    const under = law.ruleSet.id
    const actor = actingAs({
      caller,
      command: { type: command },
      dossier,
      applicant: row?.applicant ?? null,
      now,
      books,
    })
    if (dossier === undefined || row === undefined || 'refused' in actor) {
      const refused = 'refused' in actor ? actor.refused : 'not-permitted'
      prospects.push({ id, version: null, about: null, refused: sentenceOf({ refused }, under) })
      continue
    }
    const worksAt = (officer: string, organisation: string) =>
      mandatesOn(officer, dayOf(now), books).some((mandate) => mandate.organisation === organisation)
    const { version } = row
    const met = prospectOf(dossier, command, { now, actor, law, version, worksAt })
    const refused = met === undefined ? 'not-possible-now' : met.refused
    prospects.push({ id, version, about: met?.about ?? null, refused: sentenceOf({ refused }, under) })
  }
  return prospects
}
