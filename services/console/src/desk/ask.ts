import { useQuery } from '@tanstack/react-query'
import { intake, orProblem, postal } from '../frame/api.ts'

/** A procedure as it is posted, for a desk. */
export const usePosted = (code: string | null, desk: string) =>
  useQuery({
    queryKey: ['posted', code, desk],
    enabled: code !== null,
    staleTime: 600_000,
    queryFn: () =>
      orProblem(intake.GET('/procedures/{code}', { params: { path: { code: code ?? '' }, query: { desk } } })),
  })

const parcelCode = /^[A-Z]{2}\d{9}[A-Z]{2}$/

/** The dossier whose papers the post collected, by the code on the parcel. */
export const useCollected = (parcel: string) =>
  useQuery({
    queryKey: ['post', 'parcel', parcel],
    enabled: parcelCode.test(parcel),
    queryFn: () => orProblem(postal.GET('/parcels/{code}', { params: { path: { code: parcel } } })),
  })
