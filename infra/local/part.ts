import type { GuardedProcess } from './guarded-process.ts'

export const partNames = [
  'postgres',
  'kafka',
  'temporal',
  'issuer',
  'catalogue',
  'intake',
  'casework',
  'conductor',
  'postal',
  'notifications',
  'insight',
  'console',
  'mail',
  'gateway',
  'carrier',
] as const
export type PartName = (typeof partNames)[number]

export type Part = {
  name: PartName
  /** What a person or a client opens. */
  address: string
  /** Which parts must be ready before this one starts. */
  after: PartName[]
  /** Present where a server from the environment is used instead: it is prepared, never started or stopped. */
  elsewhere?: true
  /** False while its program is not in the checkout. */
  built: () => boolean
  /** Answers when the part is ready, with all it has to contain. Given up when `halted`. */
  start: (halted: AbortSignal) => Promise<GuardedProcess | undefined>
  /** Rejects while the part does not answer. */
  probe: () => Promise<unknown>
}
