import { useQuery } from '@tanstack/react-query'
import { forgetPeople } from './forgotten-at-sign-out.ts'

/** Who is signed in, as the server says it. */
export type Session = { subject: string; name: string; mandate: string | null }

/** Nobody: `null`. */
export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: async (): Promise<Session | null> => {
      const answer = await fetch('/session')
      return answer.status === 200 ? answer.json() : null
    },
  })

/** Where signing in begins; it leads back to `to`. */
export const signInUrl = (to: string, mandate?: string): string => {
  const asked = new URLSearchParams({ to, ...(mandate !== undefined && { mandate }) })
  return `/session/begin?${asked}`
}

/** Ends the session here, or on all devices, and leads on to the issuer, which ends it there. */
export const signOut = async (everywhere: boolean): Promise<void> => {
  const answer = await fetch('/session/end', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ everywhere }),
  })
  const { url }: { url: string } = await answer.json()
  await forgetPeople()
  window.location.assign(url)
}
