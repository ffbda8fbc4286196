import { useQuery } from '@tanstack/react-query'
import type { components } from '../clients/insight.d.ts'
import { insight, orProblem } from '../frame/api.ts'

export type Pulse = components['schemas']['Pulse']
type Report = components['schemas']['AuditReport']
/** How many of something, or null where it could not be asked. */
type Count = number | null
export type Verdicts = Record<'stuck' | 'lost' | 'late' | 'apart', Count>

const everyMs = 10_000
/** Rows younger than this are on their way, not late. */
const lateSeconds = 30
/** What an audit compares between ledger and engines. */
const ofEngines: ReadonlySet<string> = new Set(['stories', 'timers', 'topics', 'liveness', 'views-match'])

export const usePulse = () =>
  useQuery({
    queryKey: ['operations', 'pulse'],
    refetchInterval: everyMs,
    queryFn: () => orProblem(insight.GET('/pulse')),
  })

/** The last audits, and what the last one found. */
export const useAudits = () =>
  useQuery({
    queryKey: ['operations', 'audits'],
    refetchInterval: everyMs,
    queryFn: async () => {
      const { runs } = await orProblem(insight.GET('/audits', { params: { query: { limit: 5 } } }))
      const [last] = runs
      if (last === undefined) return { runs, report: null }
      const report = await orProblem(insight.GET('/audits/{run}', { params: { path: { run: last.run } } }))
      return { runs, report }
    },
  })

const sum = <T>(all: readonly T[] | null, of: (one: T) => number): Count =>
  all === null ? null : all.reduce((total, one) => total + of(one), 0)
const plus = (a: Count, b: Count): Count => (a === null || b === null ? null : a + b)
const broken = (report: Report | null | undefined, of: (name: string) => boolean): Count =>
  report ? sum(report.findings, (one) => (of(one.name) ? one.broken : 0)) : null

/** The four answers of the page. What could not be asked makes an answer unknown, never fine. */
export const verdictsOf = (pulse: Pulse | undefined, report: Report | null | undefined): Verdicts => {
  const { queues = null, messages = null, lags = null, stories = null } = pulse ?? {}
  const late = sum(queues, (one) => (one.oldestSeconds > lateSeconds ? one.untold : 0))
  return {
    stuck: plus(
      sum(queues, ({ dead, parked }) => dead.length + parked),
      stories === null ? null : stories.failing.length,
    ),
    lost: broken(report, (name) => !ofEngines.has(name)),
    late: plus(
      plus(
        late,
        sum(lags, ({ behind }) => behind),
      ),
      messages === null ? null : messages.undelivered,
    ),
    apart: broken(report, (name) => ofEngines.has(name)),
  }
}
