import { feesDue } from '@dossier/domain/fees'
import { useQuery } from '@tanstack/react-query'
import { catalogue, orProblem } from '../frame/api.ts'

const staleTime = 600_000

/** The version of a procedure in force today, with its published list of papers and what it costs by post. */
export const usePublishedList = (code: string) =>
  useQuery({
    queryKey: ['published-list', code],
    enabled: code !== '',
    staleTime,
    queryFn: async () => {
      const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
      const { procedures } = await orProblem(catalogue.GET('/procedures', { params: { query: { code } } }))
      const [newest] = procedures
        .filter(({ validFrom }) => validFrom <= today)
        .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
      const path = { id: newest?.id ?? code }
      const { version } = await orProblem(catalogue.GET('/procedures/{id}', { params: { path } }))
      const fees = feesDue(version, 'post', today).filter(({ due }) => due === 'acceptance')
      return { version, byPost: version.channels.includes('post'), components: version.components, fees }
    },
  })

/** The desks that exist today, as choices. */
export const useDesks = () => {
  const { data } = useQuery({
    queryKey: ['desks'],
    staleTime,
    queryFn: () => orProblem(catalogue.GET('/organisations', {})),
  })
  return (data?.organisations ?? [])
    .filter((one) => one.function === 'desk' || one.alsoFor?.includes('desk') === true)
    .filter(({ validTo }) => validTo === null)
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
}

/** The post offices that exist today, as choices. */
export const usePostOffices = () => {
  const { data } = useQuery({
    queryKey: ['desks'],
    staleTime,
    queryFn: () => orProblem(catalogue.GET('/organisations', {})),
  })
  return (data?.organisations ?? [])
    .filter((one) => one.function === 'post' && one.validTo === null)
    .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
}
