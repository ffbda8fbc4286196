import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orProblem, postal } from '../frame/api.ts'
import { forgetPeople } from '../frame/forgotten-at-sign-out.ts'
import { type Address, addressesKept, keepAddresses } from './kept-addresses.ts'

type Asked = { by: string; office: string; isSignedOut: boolean; lacking: (known: ReadonlySet<string>) => string[] }
const none: Address[] = []

/**
 * Where the parcels of the round go, with and without a network: asked once for parcels not known yet (each look is written
 * down), kept on the phone for the day and its courier, erased when the session is over.
 */
export const useAddresses = ({ by, office, isSignedOut, lacking }: Asked): ReadonlyMap<string, Address> => {
  const queries = useQueryClient()
  const kept = useQuery({
    queryKey: ['courier', 'addresses', by],
    networkMode: 'always',
    enabled: by !== '',
    queryFn: () => addressesKept(by),
  })
  const { data: addresses = none } = kept
  const wanted = kept.data === undefined ? [] : lacking(new Set(addresses.map(({ parcel }) => parcel)))
  useQuery({
    queryKey: ['courier-asked', office, wanted],
    enabled: office !== '' && !isSignedOut && wanted.length > 0,
    staleTime: Infinity,
    queryFn: async () => {
      const answer = await orProblem(postal.GET('/addresses', { params: { query: { organisation: office } } }))
      await keepAddresses(
        by,
        answer.addresses.map(({ parcel, recipient }) => ({ parcel, ...recipient })),
      )
      await queries.invalidateQueries({ queryKey: ['courier', 'addresses'] })
      return answer.addresses.length
    },
  })
  useEffect(() => {
    if (!isSignedOut) return
    void forgetPeople().then(() => queries.invalidateQueries({ queryKey: ['courier', 'addresses'] }))
  }, [isSignedOut, queries])
  return new Map(addresses.map((one) => [one.parcel, one]))
}
