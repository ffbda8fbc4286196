import { useQuery } from '@tanstack/react-query'
import { catalogue, orProblem } from '../frame/api.ts'
import type { Seen } from '../dossier/seen.ts'

/** People choose by name what commands name by code. */
export type Choice = { value: string; label: string }
const staleTime = 300_000

/** The components of a dossier's procedure, in the version that counts for it: before acceptance, the newest. */
export const useComponents = ({ axes, pinned }: Seen, enabled: boolean): Choice[] => {
  const { data: components = [] } = useQuery({
    queryKey: ['components', axes.procedure, pinned?.version],
    enabled,
    staleTime,
    queryFn: async () => {
      const id = pinned?.version ?? (await newestOf(axes.procedure))
      const { version } = await orProblem(catalogue.GET('/procedures/{id}', { params: { path: { id } } }))
      return version.components
    },
  })
  return components.map(({ id, name }) => ({ value: id, label: `${id} · ${name}` }))
}

const newestOf = async (code: string): Promise<string> => {
  const { procedures } = await orProblem(catalogue.GET('/procedures', { params: { query: { code } } }))
  const [newest] = procedures.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  return newest?.id ?? code
}

/** Who works at an agency today. */
export const useOfficersOf = (organisation: string, enabled: boolean): Choice[] => {
  const { data } = useQuery({
    queryKey: ['officers', organisation],
    enabled,
    staleTime,
    queryFn: () => orProblem(catalogue.GET('/officers', { params: { query: { organisation } } })),
  })
  return (data?.officers ?? []).map(({ id, title }) => ({ value: id, label: `${title} (${id})` }))
}
