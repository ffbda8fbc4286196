import { setTimeout } from 'node:timers/promises'
import { commonProblem } from '@dossier/contracts/problem'
import { ProblemError } from '@dossier/platform/http'
import type { Provider, SentMessages } from './sent.ts'

const lost = (status: number) => new ProblemError(commonProblem('unavailable', { status }))

/** Takes a message in, or not, and answers, or not, as this provider was told to behave. `error` is its own code for it. */
export const withTrouble = async <T>(
  sent: SentMessages,
  provider: Provider,
  { take, error }: { take: () => T; error: (code: string) => T },
): Promise<T> => {
  const behaviour = sent.behaviour(provider)
  if (behaviour.down || sent.uses(provider, 'failOnly')) throw lost(behaviour.down ? 503 : 502)
  if (behaviour.error !== null) return error(behaviour.error)
  const taken = take()
  if (sent.uses(provider, 'takeAndFail')) throw lost(502)
  if (sent.uses(provider, 'takeAndHang')) await setTimeout(30_000)
  if (behaviour.delayMs > 0) await setTimeout(behaviour.delayMs)
  return taken
}
