import type { Caller } from '@dossier/contracts/actor'
import { DossierCommand, type DossierCommandType } from '@dossier/contracts/dossier-command'
import { dayOf } from '@dossier/domain/calendar'
import { type Possible, possibleCommands } from '@dossier/domain/possible'
import type { RuleSetId } from '@dossier/contracts/procedure'
import { refusals, ruleFor } from '@dossier/domain/refusals'
import type { Dossier } from '@dossier/domain/dossier'
import * as z from 'zod'
import { actingAs, mandatesOn } from './acting.ts'
import type { LawBooks } from './law-books.ts'

/** A button: what the reader may ask of the dossier now, in which capacity, and the sentence it would be refused with. */
export const Action = z
  .object({
    command: z.string(),
    about: z.string().nullable(),
    role: z.string(),
    organisation: z.string(),
    refused: z.object({ code: z.string(), vi: z.string(), en: z.string(), rule: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Action' })
export type Action = z.infer<typeof Action>

type Who = { caller: Caller; dossier: Dossier; applicant: string | null; version: number; now: string; books: LawBooks }

/** Every kind of command there is. */
export const commandTypes: DossierCommandType[] = DossierCommand.options.map(({ shape }) => shape.type.value)

/** What the caller may ask of a dossier now: by the permission table, and by the decider itself. */
export const actionsFor = ({ caller, dossier, applicant, version, now, books }: Who): Action[] => {
  const law = books.lawFor(dossier, undefined, now)
  const permitted = commandTypes.flatMap((type) => {
    const actor = actingAs({ caller, command: { type }, dossier, applicant, now, books })
    return 'refused' in actor ? [] : [{ type, actor }]
  })
  const byCapacity = Map.groupBy(permitted, ({ actor }) => `${actor.role}@${actor.organisation}`)
  return [...byCapacity.values()].flatMap((granted) => {
    const [first] = granted
    if (first === undefined) return []
    const { actor } = first
    const worksAt = (officer: string, organisation: string) =>
      mandatesOn(officer, dayOf(now), books).some((mandate) => mandate.organisation === organisation)
    const asked = new Set(granted.map(({ type }) => type))
    return possibleCommands(dossier, { now, actor, law, version, worksAt })
      .filter(({ command }) => asked.has(command))
      .map((possible) => ({
        command: possible.command,
        about: possible.about,
        role: actor.role,
        organisation: actor.organisation,
        refused: sentenceOf(possible, law.ruleSet.id),
      }))
  })
}

/** The sentence of a refusal under a rule set, and the rule it rests on there. */
export const sentenceOf = ({ refused }: Pick<Possible, 'refused'>, under: RuleSetId): Action['refused'] => {
  if (refused === null) return null
  const { vi, en } = refusals[refused]
  return { code: refused, vi, en, rule: ruleFor(refused, under) }
}
