import type { Seen } from '../dossier/seen.ts'

type Asked = { defects: { component: string; defect: string }[]; by: string | undefined }

/** What the owner of a dossier is asked to bring now, and until which day: the last request, while the dossier waits for it. */
export const defectsAsked = ({ axes, timeline }: Pick<Seen, 'axes' | 'timeline'>): Asked | undefined => {
  if (axes.state !== 'completion-requested' && axes.state !== 'supplement-requested') return undefined
  for (const { event } of timeline.toReversed()) {
    if (event.type === 'CompletionRequested') return { defects: event.defects, by: undefined }
    if (event.type === 'SupplementRequested') return { defects: event.defects, by: event.windowCloses?.on }
  }
  return undefined
}
