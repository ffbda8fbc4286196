import { useQuery } from '@tanstack/react-query'
import { catalogue, orProblem } from './api.ts'

/** Names by code: of agencies, and of procedures. A code nobody knows stands for itself. */
export type Names = ReadonlyMap<string, string>
const none: Names = new Map()
const staleTime = 600_000

export const useNames = (): Names =>
  useQuery({
    queryKey: ['names', 'organisations'],
    staleTime,
    queryFn: async (): Promise<Names> => {
      const { organisations } = await orProblem(catalogue.GET('/organisations', {}))
      return new Map(organisations.map(({ code, name }) => [code, name]))
    },
  }).data ?? none

export const useProcedureNames = (): Names =>
  useQuery({
    queryKey: ['names', 'procedures'],
    staleTime,
    queryFn: async (): Promise<Names> => {
      const { procedures } = await orProblem(catalogue.GET('/procedures', {}))
      return new Map(procedures.map(({ code, name }) => [code, name]))
    },
  }).data ?? none
