import type { Level } from '@dossier/contracts/organisation'
import type { Branch, ProcedureVersion } from '@dossier/contracts/procedure'
import type { Limit } from '@dossier/contracts/time'

/** A place a dossier comes to on its way: the receiving desk, a stage of the route, the desk again with the result. */
export type RoutePlace = {
  id: string
  kind: 'desk' | 'stage' | 'return'
  /** That of the stage; the desk has none of its own. */
  name: string | null
  level: Level
  /** The promised limit, otherwise the law's. */
  limit: Limit | null
  signs: boolean
  branches: { id: string; name: string; level: Level; limit: Limit }[]
}

type Route = Pick<ProcedureVersion, 'receivedAt'> & {
  route: readonly (Pick<ProcedureVersion['route'][number], 'id' | 'name' | 'level' | 'statutory'> & {
    committed?: Limit | undefined
    signs?: boolean | undefined
    branches?: readonly Branch[] | undefined
  })[]
}

/** The places of a route in order, between the desk that takes a dossier in and the one that returns its result (NĐ 61/2018 art. 17 to 20). */
export const placesOfRoute = ({ route, receivedAt }: Route): RoutePlace[] => {
  const desk = { name: null, level: receivedAt[0] ?? 'commune', limit: null, signs: false, branches: [] }
  const isNamed = route.some(({ signs }) => signs)
  return [
    { ...desk, id: 'desk', kind: 'desk' },
    ...route.map(({ id, name, level, statutory, committed, signs = false, branches = [] }, i) => ({
      id,
      kind: 'stage' as const,
      name,
      level,
      limit: committed ?? statutory,
      signs: isNamed ? signs : i === route.length - 1, // without any that signs the last one does
      branches: branches.map((one) => ({ id: one.id, name: one.name, level: one.level, limit: one.statutory })),
    })),
    { ...desk, id: 'return', kind: 'return' },
  ]
}
