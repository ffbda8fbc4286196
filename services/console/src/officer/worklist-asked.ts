import { type Light, lights } from '../frame/light-kinds.ts'

export const reasons = ['holds', 'offered', 'consulted', 'supplement-proposed'] as const
type Reason = (typeof reasons)[number]

/** What a link to a worklist says; whatever else a link carries is left out. `mine`: only what is assigned to the reader. */
export type WorklistAsked = { organisation?: string; light?: Light; because?: Reason; mine?: true; q?: string }
export const worklistAsked = ({ organisation, light, because, mine, q }: Record<string, unknown>): WorklistAsked => {
  const known = lights.find((one) => one === light)
  const reason = reasons.find((one) => one === because)
  return {
    ...(typeof organisation === 'string' && { organisation }),
    ...(known !== undefined && { light: known }),
    ...(reason !== undefined && { because: reason }),
    ...(mine === true && { mine }),
    ...(typeof q === 'string' && q !== '' && { q }),
  }
}
