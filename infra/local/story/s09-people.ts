import { serviceToken } from '../rebuild.ts'
import { addressesOf, type StackPlan } from '../stack-plan.ts'
import { handInAt } from './applications.ts'
import type { Line, People, Person } from './people.ts'

/** The district desk and what it passes dossiers to, until 30/06/2025. */
export const district = { desk: 'H21.08.51', finance: 'H21.08.57', construction: 'H21.08.56' }
/** Where the applicants live: Ia Pếch becomes part of the new commune Ia Grai, Ia Dêr of Ia Hrung. */
export const places = { iaPech: 'H21.08.10', iaDer: 'H21.08.04' }

const paid = { payments: { registration: { by: 'desk', amount: 100_000, proof: 'BL-9' } } }
/** A household business registration (P8), handed in and accepted. */
export const business = async (intake: Person, desk: string, more: { place: string; applicant?: string }) => {
  const id = await handInAt(intake, desk, '1.001612', { ...paid, ...more })
  await intake.act(id, { type: 'Accept' })
  return id
}

/** Passed on to a unit and taken there at once. */
export const pass = async (giver: Person, taker: Person, id: string, to: string): Promise<Line[]> => [
  ...(await giver.act(id, { type: 'OfferHandover', to, originals: [] })),
  ...(await taker.act(id, { type: 'AcceptHandover' })),
]

/** Proposed and signed in the economic division of a new commune. */
export const registerAt = async (people: People, commune: string, id: string): Promise<Line[]> => [
  ...(await people(`officer:${commune}.economy`).act(id, { type: 'Propose', outcome: 'granted' })),
  ...(await people(`officer:${commune}.economy-head`).act(id, { type: 'Sign', outcome: 'granted', number: '1/HKD' })),
]

type Rehearsal = { dossiers: number; unclear: { dossierId: string }[] }
/** What those who run the product see before the day: who would pass to whom, and for which dossiers nobody is named. */
export const rehearse = async (plan: StackPlan, day: string): Promise<Rehearsal> => {
  const authorization = `Bearer ${await serviceToken(plan, 'casework')}`
  const url = `${addressesOf(plan).casework}/operations/succession?day=${day}`
  const response = await fetch(url, { headers: { authorization }, signal: AbortSignal.timeout(20_000) })
  if (!response.ok) throw new Error(`The rehearsal was answered ${response.status}`)
  return Object(await response.json())
}
