import type { components } from '../clients/postal.d.ts'
import { useMandates } from '../frame/mandates.ts'
import { useSession } from '../frame/session.ts'

export type Parcel = components['schemas']['Parcel']

/** The places in which the reader works with the post today, and the one a link asks for. */
export const usePlaces = (asked: string | undefined, isOfThePost: boolean) => {
  const { data: session } = useSession()
  const { data: held = [] } = useMandates(session?.subject)
  const fitting = held.filter(({ role }) => (role === 'postal-worker') === isOfThePost)
  const places = [...new Map(fitting.map((one) => [one.organisation, one.place]))]
  return { places, office: asked ?? places[0]?.[0] ?? '' }
}
