import { Timeliness } from '@dossier/contracts/dossier-event'
import { OrganisationCode } from '@dossier/contracts/organisation'
import { Day, Due, Instant, Limit } from '@dossier/contracts/time'
import { attributionOf } from '@dossier/domain/attribution'
import { indicator766Of } from '@dossier/domain/indicator'
import type { MissingYear } from '@dossier/domain/legal-clock'
import * as z from 'zod'
import type { LawBooks } from './law-books.ts'
import type { Seen } from './read-dossier.ts'

const Edge = z.object({ at: Instant, on: Day }).meta({ id: 'Edge' })
const days = { days: z.int(), workingDays: z.int() }
const stretch = { from: Edge, to: Edge, ...days }
const owes = z.enum(['supplement', 'obligation'])
const Party = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('agency'), unit: OrganisationCode, stage: z.string().nullable() }),
    z.object({
      kind: z.literal('consulted'),
      units: z.array(OrganisationCode),
      lead: OrganisationCode,
      stage: z.string().nullable(),
    }),
    z.object({ kind: z.literal('citizen'), owes }),
    z.object({ kind: z.literal('post'), operator: z.string() }),
  ])
  .meta({ id: 'Party' })
const amount = { amount: z.number(), unit: z.enum(['working-day', 'day', 'working-hour', 'hour']) }
const Lateness = z.object({
  ...amount,
  by: z.array(z.object({ unit: OrganisationCode, amount: z.number() })),
})
const judged = { due: Due, timeliness: Timeliness.nullable(), late: Lateness.nullable() }
const units = z.array(OrganisationCode)
const StageTime = z.object({
  stage: z.string(),
  units,
  received: Instant,
  ended: z.object({ at: Instant, by: z.enum(['handover', 'result', 'stop', 'supplement']) }).nullable(),
  limit: Limit,
  actual: z.object(amount),
  ...judged,
})
const ConsultationTime = z.object({
  consultation: z.string(),
  units,
  requested: Instant,
  ended: z.object({ at: Instant, by: z.enum(['answer', 'consent-deemed']) }).nullable(),
  ...judged,
  lead: OrganisationCode,
  reported: z.boolean(),
  shared: z.boolean(),
})
const LateShare = z.intersection(
  z.object({ ...amount, of: OrganisationCode }),
  z.union([z.object({ stage: z.string() }), z.object({ consultation: z.string(), as: z.enum(['asked', 'lead']) })]),
)
const Indicator766 = z
  .object({
    verdict: z.enum(['on-time', 'late']),
    because: z.array(z.enum(['date-passed', 'second-supplement'])),
    countedFrom: Day,
    deducted: z.array(z.object({ owes, from: Instant, to: Instant, ...days })),
    comparedWith: Due,
    judged: z.object({
      at: Instant,
      as: z.enum(['result', 'stopped', 'awaits-supplement', 'awaits-obligation', 'unfinished']),
    }),
    supplementRequests: z.int(),
  })
  .meta({ id: 'Indicator766' })

/** Whose a dossier's time was, and the two verdicts on it, each under its own name: the law's and the indicator's. */
export const DossierTime = z
  .object({
    whole: z.object({ ...stretch, ended: z.enum(['result', 'stopped']).nullable() }),
    spans: z.array(z.object({ party: Party, ...stretch })),
    shares: z.array(z.object({ party: Party, ...days })),
    stages: z.array(StageTime),
    consultations: z.array(ConsultationTime),
    legal: z.object({
      due: Due,
      timeliness: Timeliness.nullable(),
      late: z.object(amount).nullable(),
      lateBy: z.array(LateShare),
    }),
    indicator766: Indicator766,
  })
  .meta({ id: 'DossierTime' })

/** As the record tells by now; undefined before acceptance. What has ended keeps the calendar known at its end. */
export const dossierTimeOf = (
  { dossier, lines }: Seen,
  books: LawBooks,
  now: string,
): z.infer<typeof DossierTime> | MissingYear | undefined => {
  const record = lines.map(({ event, at, actor }) => ({ event, at, person: actor.person }))
  const law = books.lawFor(dossier, undefined, dossier.clock.is === 'stopped' ? dossier.clock.at : now)
  const time = attributionOf(record, law, now)
  const indicator766 = indicator766Of(record, law, now)
  if (time === undefined || 'missingYear' in time) return time
  return indicator766 === undefined || 'missingYear' in indicator766 ? indicator766 : { ...time, indicator766 }
}
