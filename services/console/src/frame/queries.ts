import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './api.ts'

// What the server refuses is refused again; only an outage is worth another try.
const isOutage = (error: unknown) => isProblem(error) && (error.status === 0 || error.status >= 500)

/** Answers kept while they are shown. Nothing is shown as done before the ledger has answered. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => isOutage(error) && count < 2 },
    mutations: { retry: false },
  },
})
