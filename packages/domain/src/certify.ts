import type { CertifiedCount, CertifiedGrounds, DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import type { Count } from '@dossier/contracts/dossier-event'
import { dayFrom, dayOf } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { type HashOf, lastDateIn, sealed, yearsBetween } from './due-date-certificate.ts'
import { evolve, type Recorded } from './evolve.ts'
import { type Law, waysFor } from './law.ts'
import { startUnderCutOff, type Ways } from './legal-clock.ts'

/** Who certifies: the product's version, and its SHA-256 of canonical JSON. */
export type Certifier = { product: string; hashOf: HashOf }

/**
 * The certificate of a dossier's due date, from its whole record in order and the law that was pinned: what was counted as
 * the record says, and everything it was counted from. Undefined for a dossier without a due date, or without its law.
 */
export const buildCertificate = (
  record: readonly Recorded[],
  law: Law,
  { product, hashOf }: Certifier,
): DueDateCertificate | undefined => {
  const counted = lastCountIn(record)
  if (counted === undefined || law.procedure === undefined) return undefined
  const { dossier, count, interruptions, lines } = counted
  const { code, pinned, acceptedAt, receivingDesk } = dossier
  if (code === null || pinned === null || acceptedAt === null) return undefined

  const { limit } = law.procedure
  const since = interruptions.findLast(({ effect }) => effect === 'restart')?.to ?? acceptedAt
  const ways = waysFor(receivingDesk, since, law)
  const start = startUnderCutOff(since, limit.cutOff?.at, ways)
  if ('missingYear' in start) return undefined
  const stated = statedIn(count, start.at)
  const [first, last] = [dayOf(acceptedAt), lastDateIn(stated)]
  const { version, publishedOn } = ways.calendar
  const grounds: CertifiedGrounds = {
    dossier: code,
    procedureVersion: pinned.version,
    ruleSet: pinned.ruleSet,
    product,
    record: lines,
    acceptedAt,
    ...(limit.cutOff === undefined ? {} : { cutOff: limit.cutOff.at }),
    office: officeBetween(ways, first, last),
    interruptions,
    noticeDayCounts: true,
    limit: limit.variants.find(({ id }) => id === pinned.variant)?.statutory ?? limit.statutory,
    ...(limit.committed === undefined ? {} : { committedLimit: limit.committed }),
    stages: count.stages.map(workIn),
    calendar: { version, publishedOn, years: yearsBetween(ways.calendar, first, last) },
  }
  return sealed(grounds, stated, hashOf)
}

const workIn = ({ id, unit, limit, branches }: Count['stages'][number]): CertifiedGrounds['stages'][number] => ({
  id,
  unit,
  limit,
  ...(branches === undefined ? {} : { branches }),
})

const officeBetween = ({ sessions, exceptions }: Ways, from: string, to: string): CertifiedGrounds['office'] => ({
  sessions: [...sessions],
  exceptions: [...(exceptions ?? [])]
    .map(([number, own]) => ({ day: dayFrom(number), sessions: [...own] }))
    .filter(({ day }) => day >= from && day <= to),
})

const statedIn = ({ due, committed, provisional, stages, walk }: Count, startsAt: string): CertifiedCount => ({
  dayZero: walk[0]?.from ?? dayOf(startsAt),
  startsAt,
  due,
  ...(committed === undefined ? {} : { committedDue: committed }),
  provisional,
  stageDues: stages.map((stage) => stage.due),
  walk,
})

type LastCount = {
  dossier: Dossier
  count: Count
  interruptions: CertifiedGrounds['interruptions']
  lines: CertifiedGrounds['record']
}

/** The count in force, with the lines that moved the clock up to it; what came after has not moved the date. */
const lastCountIn = (record: readonly Recorded[]): LastCount | undefined => {
  let found: LastCount | undefined
  let before: Dossier | undefined
  const lines: CertifiedGrounds['record'] = []
  const interruptions: CertifiedGrounds['interruptions'] = []
  for (const [i, line] of record.entries()) {
    const dossier = evolve(before, line)
    if (dossier === undefined) continue
    const stood = stoodUntil(line.at, before, dossier)
    if (stood !== undefined) interruptions.push(stood)
    const hasMoved = before !== undefined && before.clock.is !== dossier.clock.is
    const count = 'count' in line.event ? line.event.count : undefined
    if (hasMoved || count !== undefined) lines.push({ seq: i + 1, type: line.event.type, at: line.at })
    if (count !== undefined) found = { dossier, count, interruptions: [...interruptions], lines: [...lines] }
    before = dossier
  }
  return found
}

const stoodUntil = (to: string, before: Dossier | undefined, { clock }: Dossier) => {
  if (before?.clock.is !== 'paused' || clock.is !== 'running') return undefined
  const effect = clock.since === before.clock.since ? ('pause' as const) : ('restart' as const)
  const { from, by } = before.clock
  return { from, to, effect, document: standsOn({ by, from }) }
}

/** The document on which a clock stands, with its day, in Vietnamese as the citizen has it. */
export const standsOn = ({ by, from }: Pick<Extract<Dossier['clock'], { is: 'paused' }>, 'by' | 'from'>): string =>
  `${documents[by]} ngày ${dayOf(from).split('-').toReversed().join('/')}`

/** On what a clock stands, as the citizen knows the document (TT 01/2018 form 02, TT 03/2025 form 02). */
const documents = {
  supplement: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  obligation: 'Thông báo nghĩa vụ tài chính',
} as const
