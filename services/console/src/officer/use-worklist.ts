import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { components } from '../clients/casework.d.ts'
import { casework, orProblem } from '../frame/api.ts'
import type { Light } from '../frame/light-kinds.ts'
import { useProcedureNames } from '../frame/names.ts'
import { plain } from '../frame/plain.ts'
import type { WorklistAsked } from './worklist-asked.ts'

export type Row = components['schemas']['WorklistRow'] & { name: string }
/** The first page is soon there; those after it are as large as the service gives them. */
const [firstPage, laterPages] = [100, 1_000]

/** What waits for an organisation, page after page; words are looked for in all of it, so then all of it is asked for. */
export const useWorklist = (organisation: string, asked: WorklistAsked, subject: string) => {
  const procedures = useProcedureNames()
  const { light, because, mine } = asked
  const officer = mine === true ? subject.replace(/^officer:/, '') : undefined
  const listed = useInfiniteQuery({
    queryKey: ['worklist', organisation, light, because, officer],
    enabled: organisation !== '',
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      orProblem(
        casework.GET('/worklist', {
          params: {
            query: {
              organisation,
              limit: pageParam === '' ? firstPage : laterPages,
              ...(light !== undefined && { light }),
              ...(because !== undefined && { because }),
              ...(officer !== undefined && { officer }),
              ...(pageParam !== '' && { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  })
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = listed
  const wanted = plain(asked.q ?? '')
  const rows = useMemo(
    () =>
      (data?.pages ?? [])
        .flatMap((page) => page.rows)
        .map((row): Row => ({ ...row, name: procedures.get(row.procedure) ?? row.procedure }))
        .filter(({ code, name }) => wanted === '' || plain(`${code ?? ''} ${name}`).includes(wanted)),
    [data, procedures, wanted],
  )
  useEffect(() => {
    if (wanted !== '' && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage])

  const counts: Partial<Record<Light, number>> = data?.pages[0]?.counts ?? {}
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const total = wanted === '' ? (light === undefined ? all : (counts[light] ?? 0)) : rows.length
  return { listed, rows, counts, total }
}
