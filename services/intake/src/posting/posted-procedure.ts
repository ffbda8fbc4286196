import { Organisation, OrganisationCode } from '@dossier/contracts/organisation'
import { type Channel, Component, Fee, ProcedureVersion, Stage } from '@dossier/contracts/procedure'
import { Day } from '@dossier/contracts/time'
import { feesInForce } from '@dossier/domain/fees'
import { type OrganisationTree, resolveUnit } from '@dossier/domain/organisations'
import { receivingDesks } from '@dossier/domain/receiving'
import * as z from 'zod'

const head = ProcedureVersion.pick({
  code: true,
  name: true,
  field: true,
  receivedAt: true,
  boundaryFree: true,
  channels: true,
  online: true,
  validFrom: true,
  validTo: true,
}).shape

/** One line of the posted list. */
export const PostedLine = z.object({ ...head, version: z.string() }).meta({ id: 'PostedLine' })
export type PostedLine = z.infer<typeof PostedLine>

// Not picks themselves: those are as strict as their origin, and rows have more members.
const PostedDesk = z.object(Organisation.pick({ code: true, name: true, level: true, sessions: true }).shape)
const PostedStage = Stage.pick({ id: true, name: true, level: true, function: true, statutory: true, signs: true })
const unit = z.object({ code: OrganisationCode, name: z.string() })

/**
 * The public posting of one procedure: every component the law demands (NĐ 63/2010 art. 8 and 17). Steps, ways,
 * papers and sets, time limit, subject, authority, forms, conditions, fees, result and its validity.
 */
export const PostedProcedure = z
  .object({
    ...head,
    ...ProcedureVersion.pick({
      decision: true,
      legalBasis: true,
      confidence: true,
      note: true,
      gaps: true,
      steps: true,
      ways: true,
      sets: true,
      limit: true,
      subject: true,
      conditions: true,
      form: true,
      result: true,
    }).shape,
    version: z.string(),
    on: Day,
    components: z.array(Component),
    fees: z.array(Fee),
    /** Who settles it, stage by stage; `unit` where a desk was named and the tree knows the unit behind it. */
    authority: z.array(z.object({ ...PostedStage.shape, unit: unit.nullable() })),
    desks: z.array(PostedDesk),
  })
  .meta({ id: 'PostedProcedure' })
export type PostedProcedure = z.infer<typeof PostedProcedure>

export const lineOf = (version: ProcedureVersion): PostedLine => ({ ...version, version: version.id })

type Asked = { day: Day; channel?: Channel | undefined; desk?: OrganisationCode | undefined }

export const postingOf = (version: ProcedureVersion, tree: OrganisationTree, asked: Asked): PostedProcedure => {
  const { day, channel, desk } = asked
  const channels = channel === undefined ? version.channels : [channel]
  const fees = new Set(channels.flatMap((one) => feesInForce(version, one, day)))
  return {
    ...version,
    version: version.id,
    on: day,
    fees: [...fees],
    authority: version.route.map((stage) => ({
      ...stage,
      unit: unitOf(tree, desk && resolveUnit(tree, desk, stage, day)),
    })),
    desks: receivingDesks(tree, version, day),
  }
}

const unitOf = (tree: OrganisationTree, code: OrganisationCode | undefined) => {
  const row = code === undefined ? undefined : tree.rows.get(code)
  return row === undefined ? null : { code: row.code, name: row.name }
}
