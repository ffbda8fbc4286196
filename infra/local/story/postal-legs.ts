import { done, type Kept, papersOf } from './custody.ts'
import type { Person } from './people.ts'

/** Who gets a result by post: a placeholder, nobody of that name exists. */
export const recipient = { name: 'Người nộp hồ sơ mẫu', phone: '0000000000', address: 'Làng mẫu, xã mẫu' }
export const postage = 26_000
const counts = { originals: 0, certifiedCopies: 0, copies: 0 }
/** The paper of one result, as desk and courier count it. */
export const oneResult = { '1': { ...counts, results: 1 } }
export const oneOriginal = { ...counts, originals: 1 }
/** What the post asks of whoever hands a parcel over, and of whoever takes it. */
export const handedOver = { to: 'applicant', identityChecked: true, signed: true }

/** The papers of a dossier that are valid: of these components, or its result. */
export const validPapers = async (person: Person, dossierId: string, which: 'result' | string[]): Promise<Kept[]> =>
  (await papersOf(person, dossierId)).filter(
    ({ kind, component, isVoid }) => !isVoid && (which === 'result' ? kind === 'result' : which.includes(component)),
  )

type Hands = { giver: Person; taker: Person; desk: string }

/** The signed paper goes by hand from the unit to the desk, which counts it. */
export const bringToDesk = async (dossierId: string, { giver, taker, desk }: Hands): Promise<void> => {
  const result = await validPapers(giver, dossierId, 'result')
  const from = result[0]?.chain.at(-1)?.custodian
  const papers = result.map(({ paper }) => paper)
  const given = await done(
    giver.post('postal', '/transfers', { dossierId, from, to: { kind: 'desk', organisation: desk }, papers }),
  )
  await done(taker.post('postal', `/transfers/${String(given['id'])}/taking`, { papers }))
}

export const step = (courier: Person, parcel: string, name: string, detail: object = {}) =>
  done(courier.post('postal', `/parcels/${parcel}/steps`, { step: name, detail }))

type Sending = { clerk: Person; courier: Person; desk: string; order: number; originals?: string[] }

/** Desk and courier count the result and the originals that go with it; gives the parcel's code and its promised day. */
export const sendToCitizen = async (
  dossierId: string,
  { clerk, courier, desk, order, originals = [] }: Sending,
): Promise<{ parcel: string; promised: string }> => {
  const inside = [
    ...(await validPapers(clerk, dossierId, 'result')),
    ...(await validPapers(clerk, dossierId, originals)),
  ].map(({ paper }) => paper)
  const packing = { dossierId, from: desk, to: null, order, papers: inside, postage, recipient }
  const parcel = String((await done(clerk.post('postal', '/parcels', packing)))['code'])
  const posted = await step(courier, parcel, 'taken', { papers: inside.length })
  return { parcel, promised: String(Object(posted['promised'])['on']) }
}

/** Desk and courier count what is in a parcel together, and both sign. */
export const countTogether = async (clerk: Person, courier: Person, desk: string, parcel: string, counted: object) => {
  const one = { parcel, sealWhole: true, complete: true, counted, fees: {} }
  const record = await done(clerk.post('postal', '/handover-records', { desk, parcels: [one] }))
  await done(courier.post('postal', `/handover-records/${String(record['number'])}/signature`, {}))
}
