import type { PartName } from './part.ts'
import type { Stack } from './stack.ts'

const firstPause = 500
const longestPause = 30_000
const calm = 60_000

/**
 * Starts parts again that fell. The pause doubles with each fall, so that a part which cannot run does not eat the machine;
 * a minute without a fall starts afresh.
 */
export const keepRunning = (stack: Stack, tell: (line: string) => void) => {
  const falls = new Map<PartName, { count: number; at: number }>()
  const waiting = new Set<NodeJS.Timeout>()
  let over = false

  const onFall = (part: PartName): void => {
    if (over) return
    const now = Date.now()
    const last = falls.get(part)
    const count = last && now - last.at < calm ? last.count + 1 : 1
    falls.set(part, { count, at: now })
    const pause = Math.min(firstPause * 2 ** (count - 1), longestPause)
    tell(`${part} is started again in ${pause / 1_000} s`)
    const timer = setTimeout(() => {
      waiting.delete(timer)
      stack.start(part).catch((error: Error) => {
        if (over) return
        tell(error.message)
        onFall(part)
      })
    }, pause)
    waiting.add(timer)
  }

  const stop = (): void => {
    over = true
    for (const timer of waiting) clearTimeout(timer)
  }

  return { onFall, stop }
}
