import { useQuery } from '@tanstack/react-query'
import { intake, orProblem } from '../frame/api.ts'

/** What was set out to be paid for a procedure and is not used yet. While the one come back from is open, the gateway's word is awaited. */
export const useOrders = (procedure: string, comeBackFrom: string | undefined) =>
  useQuery({
    queryKey: ['payment orders', procedure],
    queryFn: async () => (await orProblem(intake.GET('/payment-orders', { params: { query: { procedure } } }))).orders,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ orderId, state }) => orderId === comeBackFrom && state === 'open') === true ? 3_000 : false,
  })
