import { handInAt } from '../story/applications.ts'
import type { People } from '../story/people.ts'
import { bringToDesk, handedOver, oneOriginal, sendToCitizen, step } from '../story/postal-legs.ts'

export const desk = 'H21.08.51'
const finance = 'H21.08.57'
const components = { '01': oneOriginal, '02': { copies: 1 }, '04': oneOriginal }
const payments = { registration: { by: 'desk', amount: 100_000, proof: 'BL-1' } }

/**
 * A dossier's life through every part: handed in with a scan, accepted, handed over, decided, signed, and its result brought
 * by post. `until` waits for what others do by themselves: until the post has heard of the result and of the order to send
 * it, and until all is over. Gives the dossier's id.
 */
export const liveByPost = async (
  people: People,
  until: { ordered: (dossierId: string) => Promise<void>; over: (dossierId: string) => Promise<void> },
): Promise<string> => {
  const intake = people('officer:huyen-ia-grai.intake')
  const clerk = people('officer:huyen-ia-grai.finance')
  const leader = people('officer:huyen-ia-grai.finance-head')
  const courier = people('officer:huyen-ia-grai.post')
  const scanned = { '01': { ...oneOriginal, uploads: [await intake.scans()] } }
  const more = { applicant: 'citizen:s08-nguoi-nop', returnBy: 'post', payments }
  const id = await handInAt(intake, desk, '1.001612', { ...more, components: { ...components, ...scanned } })
  await intake.act(id, { type: 'Accept' })
  await intake.act(id, { type: 'OfferHandover', to: finance, originals: [] })
  await clerk.act(id, { type: 'AcceptHandover' })
  await clerk.act(id, { type: 'Propose', outcome: 'granted' })
  await leader.act(id, { type: 'Sign', outcome: 'granted', number: 'R1/2021' })
  await until.ordered(id)
  await bringToDesk(id, { giver: clerk, taker: intake, desk })
  const { parcel } = await sendToCitizen(id, { clerk: intake, courier, desk, order: 1, originals: ['04'] })
  await step(courier, parcel, 'delivered', handedOver)
  await until.over(id)
  return id
}
