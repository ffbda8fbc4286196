import { useMandates } from '../frame/mandates.ts'
import { useSession } from '../frame/session.ts'

/** The agencies for which somebody holds an office today, by code, each with its name; undefined as long as it is not known. */
export const usePlaces = (): { subject: string; places: (readonly [string, string])[] | undefined } => {
  const { data: session } = useSession()
  const { data: held, isPending } = useMandates(session?.subject)
  const subject = session?.subject ?? ''
  if (isPending && session !== null) return { subject, places: undefined }
  return { subject, places: [...new Map((held ?? []).map(({ organisation, place }) => [organisation, place]))] }
}
