import type { Paper } from '@dossier/contracts/parcel'
import { newPapers, type KeptPaper } from '../custody/papers.ts'

export type CountsOfComponent = { originals: number; certifiedCopies: number; results: number }

const kinds = [
  ['original', 'originals'],
  ['certified-copy', 'certifiedCopies'],
  ['result', 'results'],
] as const

type Found = { agreed: KeptPaper[]; missing: KeptPaper[]; extra: Paper[] }

/**
 * Which papers a count by component speaks of: those both have, those the parcel should hold and does not, and those it holds
 * though nobody had signed for them.
 */
export const found = (papers: readonly KeptPaper[], counts: Record<string, CountsOfComponent>): Found => {
  const components = new Set([...papers.map(({ component }) => component), ...Object.keys(counts)])
  const result: Found = { agreed: [], missing: [], extra: [] }
  for (const component of components)
    for (const [kind, member] of kinds) {
      const there = papers.filter((paper) => paper.component === component && paper.kind === kind)
      const counted = counts[component]?.[member] ?? 0
      result.agreed.push(...there.slice(0, counted))
      result.missing.push(...there.slice(counted))
      result.extra.push(...newPapers(kind, component, Math.max(0, counted - there.length)))
    }
  return result
}
