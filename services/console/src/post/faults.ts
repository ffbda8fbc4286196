import type { components } from '../clients/postal.d.ts'

type Fault = components['schemas']['LiabilityInput']['fault']

/** Whose fault a loss, a damage or a delay is. */
export const faults = [
  'operator',
  'sender',
  'receiver',
  'receiver-ended',
  'force-majeure',
  'unknown',
] as const satisfies readonly Fault[]
