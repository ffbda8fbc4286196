import type { Amendment, ApplicationSummary } from '@dossier/contracts/application'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Instant } from '@dossier/contracts/time'
import { dayOf } from '@dossier/domain/calendar'
import { feesDue } from '@dossier/domain/fees'
import type { Tx } from '@dossier/platform/postgres'
import type { Published } from '../published.ts'
import type { Application } from './application.ts'
import type { Components } from './check.ts'

const amendments = 'select at, body from amendment where application_id = $1 order by seq'

/** What the ledger may know of an application: ids and moments, never the papers or the form themselves. */
export const summaryOf = async (
  db: Tx,
  published: Published,
  application: Application,
): Promise<ApplicationSummary> => {
  const {
    id: applicationId,
    procedure,
    channel,
    receivingDesk,
    submittedAt,
    applicant,
    complete,
    locality,
    returnBy,
  } = application
  const version = published.version(application.procedureVersion)
  const { rows } = await db.query<{ at: Instant; body: Partial<Amendment> }>(amendments, [applicationId])
  const owed = version === undefined ? [] : owedAtReturn(version, application).map(({ id }) => id)
  return {
    applicationId,
    procedure,
    channel,
    receivingDesk,
    submittedAt,
    applicant,
    complete,
    ...(locality !== null && { locality }),
    returnBy,
    brought: broughtBy(rows, version),
    feesOwed: owed,
    originals: Object.entries(application.components).flatMap(([id, { originals }]) => (originals > 0 ? [id] : [])),
  }
}

type Brought = { at: Instant; body: Partial<Amendment> }

/** The last time each component was brought after the submission; a corrected form mends the components that are forms. */
const broughtBy = (amended: readonly Brought[], version: ProcedureVersion | undefined): Record<string, Instant> => {
  const forms = version?.components.filter(({ form }) => form !== undefined).map(({ id }) => id) ?? []
  const brought: Record<string, Instant> = {}
  for (const { at, body } of amended) {
    for (const id of body.form === undefined ? [] : forms) brought[id] = at
    for (const id of something(body.components ?? {})) brought[id] = at
  }
  return brought
}

const something = (components: Components): string[] =>
  Object.entries(components).flatMap(([id, { originals, certifiedCopies, copies, uploads }]) =>
    originals + certifiedCopies + copies + uploads.length > 0 ? [id] : [],
  )

/** What is owed when the result is returned, by the tariff of the day it was handed in, as its completeness is; null where nobody has counted. */
export const owedAtReturn = (
  version: ProcedureVersion,
  { channel, submittedAt, counts, paid }: Application,
): { id: string; name: string; amount: number | null }[] =>
  feesDue(version, channel, dayOf(submittedAt), counts).flatMap(({ id, name, due, amount }) => {
    const have = paid[id] ?? 0
    if (due !== 'return' || (amount !== null && have >= amount)) return []
    return [{ id, name, amount: amount === null ? null : amount - have }]
  })
