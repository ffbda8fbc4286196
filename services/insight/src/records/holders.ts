import type { Check, Step } from './filed.ts'

/** From receipt on exactly one holder: each change of hands follows from the one before, and time never goes back. */
export const holders: Check = (_, steps) => {
  const wrong: string[] = []
  for (const [i, step] of steps.entries()) {
    const { line, after } = step
    if (line.axes.holder !== after?.holder)
      wrong.push(`line ${line.seq} tells ${line.axes.holder} as holder, its events ${after?.holder ?? 'nobody'}`)
    const previous = steps[i - 1]?.line
    if (previous !== undefined && line.at < previous.at)
      wrong.push(`line ${line.seq} is earlier than line ${previous.seq}`)
    if ((line.event.type === 'DossierOpened') !== (i === 0)) wrong.push(`line ${line.seq} opens it again, or does not`)
    wrong.push(...handsOf(step))
  }
  return wrong
}

/** Offered by whoever holds it, taken over by whoever it was offered to. */
const handsOf = ({ line, before }: Step): string[] => {
  const { event, seq } = line
  if (before === undefined) return []
  if (event.type === 'HandoverOffered' && event.from !== before.holder)
    return [`line ${seq}: ${event.from} offers what ${before.holder} holds`]
  if (event.type !== 'HandoverAccepted') return []
  if (event.from !== before.holder) return [`line ${seq}: taken from ${event.from} and held by ${before.holder}`]
  const offered = before.handover?.to
  return offered === event.to ? [] : [`line ${seq}: taken by ${event.to} and offered to ${offered ?? 'nobody'}`]
}
