import type { Line, Person, People } from './people.ts'

/** The people of one commune who settle what is done the same day, and the unit the desk passes it to. */
export type Commune = { intake: Person; justice: Person; chairman: Person; unit: string }

export const iaPech = (people: People): Commune => ({
  intake: people('officer:ia-pech.intake'),
  justice: people('officer:ia-pech.justice'),
  chairman: people('officer:ia-pech.chairman'),
  unit: 'H21.08.10.02',
})

/** From the desk to the civil-status officer, who proposes what the chairman signs. */
export const settleAt = async ({ intake, justice, chairman, unit }: Commune, id: string, number: string) => {
  const lines: Line[] = []
  const steps = [
    () => intake.act(id, { type: 'OfferHandover', to: unit, originals: [] }),
    () => justice.act(id, { type: 'AcceptHandover' }),
    () => justice.act(id, { type: 'Propose', outcome: 'granted' }),
    () => chairman.act(id, { type: 'Sign', outcome: 'granted', number }),
  ]
  for (const step of steps) lines.push(...(await step()))
  return lines
}

/** Into the hands of the applicant, who has shown who he is. */
export const handOver = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true, originals: [] }
