import { useQuery } from '@tanstack/react-query'
import { catalogue, orProblem } from './api.ts'
import { type Names, useNames } from './names.ts'

/** In what somebody holds office: `key` is how a session names it. */
export type Held = { key: string; role: string; organisation: string; place: string }

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

/** The offices an officer holds today, with the names of the agencies. */
export const useMandates = (subject: string | undefined) => {
  const names = useNames()
  return useQuery({
    queryKey: ['mandates', subject, names.size],
    enabled: subject?.startsWith('officer:') === true,
    staleTime: 300_000,
    queryFn: async (): Promise<Held[]> => {
      const path = { id: (subject ?? '').slice('officer:'.length) }
      const { officer } = await orProblem(catalogue.GET('/officers/{id}', { params: { path } }))
      const day = today()
      return officer.mandates
        .filter(({ from, to }) => from <= day && (to === null || day <= to))
        .map(({ role, organisation }) => ({
          key: `${role}@${organisation}`,
          role,
          organisation,
          place: placeIn(names, organisation),
        }))
    },
  })
}

const placeIn = (names: Names, code: string) => names.get(code) ?? code
