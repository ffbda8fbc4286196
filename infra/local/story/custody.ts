import type { Person } from './people.ts'

type Custodian = { kind: string; organisation?: string; parcel?: string }
/** A paper of a dossier with everybody who has had it, in order. */
export type Kept = {
  paper: string
  kind: string
  component: string
  isVoid: boolean
  chain: { custodian: Custodian; since: string; until: string | null }[]
}

/** The papers of a dossier as the post keeps their custody. */
export const papersOf = async (person: Person, dossierId: string): Promise<Kept[]> => {
  const { status, body } = await person.get('postal', `/dossiers/${dossierId}/custody`)
  if (status !== 200) throw new Error(`${person.account} is not shown the papers of ${dossierId}: ${status}`)
  return Array.isArray(body['papers']) ? body['papers'] : []
}

/** Where a paper has been, by kinds of custodian: `citizen → parcel → desk`. */
export const wayOf = ({ chain }: Kept): string => chain.map(({ custodian }) => custodian.kind).join(' → ')

/** Whether each moment of a paper's way follows the one before without a gap. */
export const hasNoGap = ({ chain }: Kept): boolean =>
  chain.every(({ since }, i) => i === 0 || chain[i - 1]?.until === since) && chain.at(-1)?.until === null

/** Throws where the post refuses; gives its answer. */
export const done = async (asked: Promise<{ status: number; body: Record<string, unknown> }>) => {
  const { status, body } = await asked
  if (status >= 400) throw new Error(`The post refused: ${status} ${JSON.stringify(body)}`)
  return body
}
