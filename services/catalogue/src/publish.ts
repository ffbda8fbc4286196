import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { shift } from '@dossier/domain/calendar'
import { inOrderOfPublication } from '@dossier/domain/calendar-versions'
import { makeTree, type OrganisationTree } from '@dossier/domain/organisations'
import { refusePublication } from '@dossier/domain/publication'
import type { Tx } from '@dossier/platform/postgres'
import { formProblems } from './form-problems.ts'
import type { RowProblem } from './problems.ts'
import { type Change, calendars, organisations, procedures, readPublished, save } from './references.ts'

/** What a version is judged against. */
export type Ground = { organisations: OrganisationTree; calendar: CalendarVersion }

export const readGround = async (tx: Tx): Promise<Ground> => {
  const calendar = inOrderOfPublication(await readPublished(tx, calendars)).at(-1)
  if (calendar === undefined) throw new Error('No calendar is published: a procedure cannot be judged without one')
  return { organisations: makeTree(await readPublished(tx, organisations)), calendar }
}

type Publication = Omit<Change<ProcedureVersion>, 'state'> & { ground: Ground }
export type Published = { revision: number } | { problems: RowProblem[] }

/**
 * Publishes a version, or says everything that stands against it. The version it follows, if that was to last until further
 * notice, ends the day before: its end is the only thing about a published version that may still be said.
 */
export const publish = async (tx: Tx, { ground, ...change }: Publication): Promise<Published> => {
  const { body, by, at } = change
  const others = (await readPublished(tx, procedures)).filter(({ code }) => code === body.code)
  const problems = [...refusePublication(body, { ...ground, others }), ...formProblems(body)]
  if (problems.length > 0) return { problems }
  const until = shift(body.validFrom, -1)
  for (const other of others)
    if (other.id !== body.id && other.validTo === null && other.validFrom < body.validFrom)
      await save(tx, procedures, { body: { ...other, validTo: until }, state: 'published', by, at })
  return { revision: await save(tx, procedures, { ...change, state: 'published' }) }
}
