import type { Timeliness } from '@dossier/contracts/dossier-event'
import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Due, Instant } from '@dossier/contracts/time'
import { staysOf, verdictOn } from './attribution-stages.ts'
import { storyOf } from './attribution-story.ts'
import type { Told } from './figures-standing.ts'
import type { Period } from './period.ts'

/**
 * One leg of a dossier at one agency: a work unit of that agency, however many of them one dossier has. A stage given to
 * several agencies at once is as many units as it has branches, an opinion asked is one too.
 */
export type WorkUnit = {
  agency: OrganisationCode
  what: { stage: string } | { branch: string } | { opinion: string }
  received: Instant
  due: Due
  ended: Instant | null
  /** On its own clock; null while its day may still be kept, and where it was never to be kept. */
  timeliness: Timeliness | null
}

/** The work units a dossier's record holds that had not ended when the period began, as they stand when it ends. */
export const workUnitsOf = (record: readonly Told[], { from, to }: Period): WorkUnit[] => {
  const last = new Date(Date.parse(to) - 1).toISOString()
  const story = storyOf(
    record.map((line) => ({ ...line, person: '' })),
    last,
  )
  if (story === undefined) return []
  const { steps, last: dossier, judged } = story
  const branched = new Set(dossier.count?.stages.flatMap(({ id, branches }) => (branches === undefined ? [] : [id])))
  const stages = staysOf(steps).flatMap(({ stage, receivedBy: agency, receivedAt, due, ended }): WorkUnit[] => {
    if (branched.has(stage)) return []
    const done = ended?.by === 'handover' || ended?.by === 'result'
    const timeliness = verdictOn(due, ended?.at ?? judged.at, done)
    return [{ agency, what: { stage }, received: receivedAt, due, ended: ended?.at ?? null, timeliness }]
  })
  const asked = dossier.consultations.map(({ id, to: agency, branch, requestedAt, due }): WorkUnit => {
    const answer = steps.find(({ event }) => event.type === 'ConsultationAnswered' && event.consultation === id)
    const said = answer?.event.type === 'ConsultationAnswered' ? answer.event.timeliness : undefined
    const timeliness = said ?? verdictOn(due, judged.at, false)
    const what = branch ? { branch: id } : { opinion: id }
    return { agency, what, received: requestedAt, due, ended: answer?.at ?? null, timeliness }
  })
  return [...stages, ...asked].filter(({ ended }) => ended === null || ended >= from)
}
