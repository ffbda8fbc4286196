import { useEffect } from 'react'
import { useMandates } from '../frame/mandates.ts'
import { useSession } from '../frame/session.ts'

const remembered = 'buu-ta-nguoi'

/** Who carries: whoever is signed in, or was when there last was a network. Only who is signed in sends. */
export const useWhoCarries = () => {
  const { data: session } = useSession()
  const { data: held = [] } = useMandates(session?.subject)
  useEffect(() => {
    if (session) localStorage.setItem(remembered, session.subject)
  }, [session])
  return {
    by: session?.subject ?? localStorage.getItem(remembered) ?? '',
    isSignedIn: session !== undefined && session !== null,
    isSignedOut: session === null,
    office: held.find(({ role }) => role === 'postal-worker')?.organisation ?? '',
  }
}
