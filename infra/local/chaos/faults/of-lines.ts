import type { Doing, Ground } from './ground.ts'
import type { Trouble } from './detour.ts'
import type { OwnPart, ServerName } from './fault.ts'

const troubled = ({ detours }: Ground, { part, server }: { part: OwnPart; server: ServerName }, trouble: Trouble) => {
  const lift = detours[server].trouble(part, trouble)
  return async () => lift()
}

export const lineCut: Doing<'line-cut'> = async (ground, fault) => troubled(ground, fault, { is: 'cut' })

export const lineSlow: Doing<'line-slow'> = async (ground, fault) =>
  troubled(ground, fault, { is: 'slow', delayMs: fault.delayMs })

export const lineHalfOpen: Doing<'line-half-open'> = async (ground, fault) =>
  troubled(ground, fault, { is: 'half-open' })

/** What was asked is done, and nobody hears that it was. */
export const answersLost: Doing<'answers-lost'> = async (ground, fault) =>
  troubled(ground, fault, { is: 'answers-lost' })
