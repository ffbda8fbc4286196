import { Progress } from '@dossier/contracts/application'
import { DossierId } from '@dossier/contracts/dossier-id'
import { Channel } from '@dossier/contracts/procedure'
import { Instant } from '@dossier/contracts/time'
import type { Tx } from '@dossier/platform/postgres'
import * as z from 'zod'
import type { Published } from './published.ts'

const Named = z.object({ code: z.string(), name: z.string().nullable() })

/** One line for the applicant: his own dossier, down to the unit that holds it (TT 01/2018 art. 16). */
export const MyApplication = z
  .object({
    applicationId: DossierId,
    reference: z.string().nullable(),
    procedure: Named,
    channel: Channel,
    receivingDesk: Named,
    submittedAt: Instant,
    complete: z.boolean(),
    holder: Named.nullable(),
    progress: Progress,
  })
  .meta({ id: 'MyApplication' })
export type MyApplication = z.infer<typeof MyApplication>

const read = `
  select a.id, a.reference, a.procedure, a.procedure_version, a.channel, a.receiving_desk, a.submitted_at, a.complete,
    p.axes || jsonb_build_object('seq', p.seq) as axes, p.at
  from application a left join progress p on p.dossier_id = a.id
  where a.applicant = $1 and ($2::uuid is null or (a.submitted_at, a.id) < (select submitted_at, id from application where id = $2))
  order by a.submitted_at desc, a.id desc limit 50`

const Row = z.object({
  id: DossierId,
  reference: z.string().nullable(),
  procedure: z.string(),
  procedure_version: z.string(),
  channel: Channel,
  receiving_desk: z.string(),
  submitted_at: Instant,
  complete: z.boolean(),
  axes: z.record(z.string(), z.unknown()).nullable(),
  at: Instant.nullable(),
})

type Asked = { applicant: string; before: string | undefined }

/** Fifty at a time, newest first; `before` is the last id of the page before. */
export const mine = async (db: Tx, published: Published, { applicant, before }: Asked): Promise<MyApplication[]> => {
  const { rows } = await db.query(read, [applicant, before])
  const offices = new Map<string, { name: string }>(published.organisations().rows)
  const office = (code: string) => ({ code, name: offices.get(code)?.name ?? null })
  return z
    .array(Row)
    .parse(rows)
    .map((row) => {
      const progress = Progress.parse(row.axes === null ? null : { ...row.axes, at: row.at })
      return {
        applicationId: row.id,
        reference: row.reference,
        procedure: { code: row.procedure, name: published.version(row.procedure_version)?.name ?? null },
        channel: row.channel,
        receivingDesk: office(row.receiving_desk),
        submittedAt: row.submitted_at,
        complete: row.complete,
        holder: progress === null ? null : office(progress.holder),
        progress,
      }
    })
}
