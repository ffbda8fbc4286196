import type { Check } from './filed.ts'

/** Each line was asked for by one command, each command wrote its own lines, and no alarm has sounded twice. */
export const once: Check = ({ effects, version, lines }) => {
  const wrong: string[] = []
  let next = 1
  for (const { key, first, last } of effects) {
    if (first !== next || last < first)
      wrong.push(`key ${key.slice(key.indexOf(' ') + 1)} names lines ${first} to ${last} after line ${next - 1}`)
    next = Math.max(next, last + 1)
  }
  if (next !== version + 1) wrong.push(`keys name lines up to ${next - 1}, and there are ${version}`)
  const sounded = new Set<string>()
  for (const { event, seq } of lines) {
    if (event.type !== 'AlarmSounded') continue
    if (sounded.has(event.alarm.id)) wrong.push(`line ${seq}: ${event.alarm.id} sounds again`)
    sounded.add(event.alarm.id)
  }
  return wrong
}
