import type { components } from '../clients/intake.d.ts'

type Component = components['schemas']['Component']
export type Counts = Pick<Component, 'originals' | 'certifiedCopies' | 'copies'>
export const kinds = ['originals', 'certifiedCopies', 'copies'] as const
export const nothing: Counts = { originals: 0, certifiedCopies: 0, copies: 0 }

/** As many of each kind as the published list asks for: what a tick says is there. */
export const asPublished = ({ originals, certifiedCopies, copies }: Component): Counts => ({
  originals,
  certifiedCopies,
  copies,
})

export const isThere = (counts: Counts): boolean => kinds.some((kind) => counts[kind] > 0)
