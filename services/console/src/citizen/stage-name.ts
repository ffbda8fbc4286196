import { useQuery } from '@tanstack/react-query'
import type { Seen } from '../dossier/seen.ts'
import { catalogue, orProblem } from '../frame/api.ts'

/** What the stage a dossier is in is called in its procedure's route. */
export const useStageName = ({ axes, pinned }: Pick<Seen, 'axes' | 'pinned'>): string | undefined => {
  const { data: route = [] } = useQuery({
    queryKey: ['route', pinned?.version],
    enabled: pinned !== null && axes.stage !== null,
    staleTime: 600_000,
    queryFn: async () => {
      const params = { path: { id: pinned?.version ?? '' } }
      return (await orProblem(catalogue.GET('/procedures/{id}', { params }))).version.route
    },
  })
  return route.find(({ id }) => id === axes.stage?.id)?.name
}
