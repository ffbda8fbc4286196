import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import type { Due, Instant, Limit } from '@dossier/contracts/time'
import { type Amount, type Lateness, latenessOf, lengthIn, type Tenure } from './attribution-measure.ts'
import type { Span } from './attribution-spans.ts'
import { verdictOn } from './attribution-stages.ts'
import type { Edge, Story } from './attribution-story.ts'
import { type Law, passedAt, waysFor } from './law.ts'

/** An opinion or a branch on its own clock, while the dossier's runs on (NĐ 61/2018 art. 19.5). */
export type ConsultationTime = {
  consultation: string
  units: OrganisationCode[]
  requested: Instant
  due: Due
  /** When it ended and how; null where it never did: the lead went on without it, or still waits. */
  ended: { at: Instant; by: 'answer' | 'consent-deemed' } | null
  timeliness: Timeliness | null
  late: Lateness | null
  /** Who asked. It shares the lateness where it did not tell the head of the desk of it (NĐ 61/2018 art. 19.5). */
  lead: OrganisationCode
  reported: boolean
  shared: boolean
}
type Asked = {
  id: string
  limit: Limit | undefined
  due: Due
  requested: Edge
  tenures: Tenure[]
  lead: OrganisationCode
  reported: boolean
  ended: { edge: Edge; by: 'answer' | 'consent-deemed' } | null
}

/** Every agency asked, in the order of asking; after the dossier's end nobody waits for it any more. */
export const consultationsOf = (story: Story, spans: readonly Span[], law: Law): ConsultationTime[] =>
  askedIn(story).map(({ id, limit, due, requested, tenures, lead, reported, ended }) => {
    const first = tenures[0]?.unit ?? lead
    const until = ended?.edge ?? story.end
    // Consent taken from silence is no answer in time, though it ends at the very moment the time is over.
    const timeliness = verdictOn(due, until.at, ended?.by === 'answer')
    const unit = limit === undefined ? unitOf(id, due, law.procedure) : lengthIn(limit.unit)
    const ways = waysFor(first, requested.at, law)
    const late = timeliness === 'late' ? latenessOf({ tenures, due, until, unit }, spans, ways) : null
    return {
      consultation: id,
      units: tenures.map((tenure) => tenure.unit),
      requested: requested.at,
      due,
      ended: ended === null ? null : { at: ended.edge.at, by: ended.by },
      timeliness,
      late,
      lead,
      reported,
      shared: late !== null && !reported && ended?.by !== 'consent-deemed',
    }
  })

const askedIn = ({ steps }: Story): Asked[] => {
  const asked: Asked[] = []
  const open = (id: string) => asked.find((one) => one.id === id && one.ended === null)
  for (const { event, edge, after } of steps) {
    if (event.type === 'ConsultationRequested') {
      const { consultation: id, limit, due, to } = event
      const tenures = [{ unit: to, from: edge }]
      asked.push({ id, limit, due, requested: edge, tenures, lead: after.holder, reported: false, ended: null })
    }
    if (event.type === 'ConsultationAnswered') close(open(event.consultation), { edge, by: 'answer' })
    if (event.type === 'ConsentDeemed') {
      const silent = open(event.consultation)
      const { due = { on: edge.on } } = silent ?? {}
      // Silence speaks at 24:00 of its last day, whenever that is put on the record (BLDS 2015 art. 148.6).
      close(silent, { edge: { at: passedAt(due), on: due.on }, by: 'consent-deemed' })
    }
    if (event.type === 'ConsultationReported') {
      const reported = asked.find((one) => one.id === event.consultation)
      if (reported !== undefined) reported.reported = true
    }
    if (event.type === 'AgencySucceeded') {
      const now = (unit: OrganisationCode) => event.replaced.find(({ from }) => from === unit)?.to
      for (const one of asked) {
        const last = one.tenures.at(-1)
        const to = last === undefined ? undefined : now(last.unit)
        if (one.ended === null && to !== undefined) one.tenures.push({ unit: to, from: edge })
        one.lead = now(one.lead) ?? one.lead // who carries on answers for what was not reported
      }
    }
  }
  return asked
}

const close = (asked: Asked | undefined, ended: NonNullable<Asked['ended']>): void => {
  if (asked !== undefined) asked.ended = ended
}

/** For records older than the limit in them: the procedure's unit; of a limit an officer set freely days are assumed. */
const unitOf = (id: string, due: Due, procedure: ProcedureVersion | undefined): Amount['unit'] => {
  const branch = procedure?.route.flatMap(({ branches }) => branches).find((one) => one.id === id)
  const limit = branch?.statutory ?? procedure?.consultations.find((one) => one.id === id)?.limit
  if (limit !== undefined) return lengthIn(limit.unit)
  return due.at === undefined ? 'day' : 'hour'
}
