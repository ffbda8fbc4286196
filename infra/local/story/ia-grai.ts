import type { Line, People, Person } from './people.ts'

/** The Centre, its committee and the unit that registers businesses, of the commune Ia Grai since 7/2025. */
export const centre = 'H21.91.01'
export const committee = 'H21.91'
export const economy = 'H21.91.03'

/** Registering a household business: the fee is paid with the application. */
export const business = '1.001612'
export const paidAtDesk = { registration: { by: 'desk', amount: 100_000, proof: 'BL-1' } }

export const iaGrai = (people: People) => ({
  intake: people('officer:xa-ia-grai.intake'),
  second: people('officer:xa-ia-grai.intake-2'),
  head: people('officer:xa-ia-grai.head'),
  clerk: people('officer:xa-ia-grai.economy'),
  leader: people('officer:xa-ia-grai.economy-head'),
  post: people('officer:xa-ia-grai.post'),
})
type Desk = ReturnType<typeof iaGrai>

/** From the desk to the unit that registers, which proposes it. */
export const prepareBusiness = async ({ intake, clerk }: Pick<Desk, 'intake' | 'clerk'>, id: string) => [
  ...(await intake.act(id, { type: 'OfferHandover', to: economy, originals: [] })),
  ...(await clerk.act(id, { type: 'AcceptHandover' })),
  ...(await clerk.act(id, { type: 'Propose', outcome: 'granted' })),
]

export const signBusiness = (leader: Person, id: string, number: string): Promise<Line[]> =>
  leader.act(id, { type: 'Sign', outcome: 'granted', number })
