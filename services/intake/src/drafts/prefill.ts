import { DossierId } from '@dossier/contracts/dossier-id'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { Instant } from '@dossier/contracts/time'
import { fieldsOf } from '@dossier/domain/form-fields'
import { knownFor } from '@dossier/domain/prefill'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import type { Published } from '../published.ts'
import { recordOwnLooks } from '../views.ts'

/** A value for a field, and the application it was said in. */
export const Prefilled = z
  .object({
    at: z.string(),
    value: z.string(),
    from: z.object({
      applicationId: DossierId,
      code: z.string().nullable(),
      procedure: z.string().nullable(),
      submittedAt: Instant,
    }),
  })
  .meta({ id: 'Prefilled' })
export type Prefilled = z.infer<typeof Prefilled>

const earlier = `
  select a.id, a.form, a.procedure_version, a.submitted_at, coalesce(p.axes ->> 'code', a.reference) as code
  from application a left join progress p on p.dossier_id = a.id
  where a.applicant = $1
  order by a.submitted_at desc, a.id desc limit 20`
const Row = z.object({
  id: DossierId,
  form: z.record(z.string(), z.unknown()),
  procedure_version: z.string(),
  submitted_at: Instant,
  code: z.string().nullable(),
})

type Asked = { owner: string; version: ProcedureVersion }

/** What is known for the fields of a form; each application it was taken from is written down as looked at. */
export const prefillFor = async (db: Tx, published: Published, { owner, version }: Asked): Promise<Prefilled[]> => {
  const rows = z.array(Row).parse((await db.query(earlier, [owner])).rows)
  const known = knownFor(
    fieldsOf(version.form),
    rows.map((row) => ({ form: row.form, source: row })),
  )
  const used = new Set(known.map(({ source }) => source.id))
  await recordOwnLooks(db, { viewer: owner, ids: [...used], what: 'prefill' })
  return known.map(({ at, value, source }) => ({
    at,
    value,
    from: {
      applicationId: source.id,
      code: source.code,
      procedure: published.version(source.procedure_version)?.name ?? null,
      submittedAt: source.submitted_at,
    },
  }))
}
