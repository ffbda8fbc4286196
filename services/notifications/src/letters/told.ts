import { DossierMessage } from '@dossier/contracts/dossier'
import type { Dossier } from '@dossier/domain/dossier'
import { evolve } from '@dossier/domain/evolve'
import * as z from 'zod'

/** A line of the record as casework shows it to a service: with the officers' words. */
export const RecordLine = DossierMessage.pick({ seq: true, at: true, actor: true, event: true }).extend({
  note: z.string().nullable(),
})
export type RecordLine = z.infer<typeof RecordLine>

/** One line of a record, what came before it, and the dossier as it stood before and after. */
export type Told = { line: RecordLine; earlier: readonly RecordLine[]; before: Dossier; dossier: Dossier }

/** The record as it was when a line was written: later ones do not change what a letter says. Undefined where it has no such line. */
export const toldAt = (record: readonly RecordLine[], seq: number): Told | undefined => {
  const until = record.filter((one) => one.seq <= seq)
  const line = until.at(-1)
  if (line === undefined || line.seq !== seq) return undefined
  const earlier = until.slice(0, -1)
  const dossier = folded(until)
  return dossier === undefined ? undefined : { line, earlier, dossier, before: folded(earlier) ?? dossier }
}

/** The dossier a record makes; undefined of one that does not begin with its opening. */
const folded = (record: readonly RecordLine[]): Dossier | undefined =>
  record.reduce<Dossier | undefined>(
    (dossier, { event, at, actor }) => evolve(dossier, { event, at, person: actor.person }),
    undefined,
  )
