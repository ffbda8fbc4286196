import { drawFault, faultKinds, mayMeet } from './draw.ts'
import type { Fault, FaultPlan } from './fault.ts'
import { type Random, seeded } from './seeded.ts'

// The load first runs undisturbed, and the last fault is over before the time is.
const quietBefore = 3
const quietAfter = 5
const restBetween = [4, 8] as const
const meets = 0.35

/**
 * The faults of a seed for so many minutes: always the same ones. Each kind comes once before any comes again; now and then
 * a second fault begins in the midst of one, where both together still mean something. Throws where the seed is no whole
 * number from 0 on, or not even one fault fits.
 */
export const makeFaultPlan = (seed: number, minutes: number): FaultPlan => {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`A seed is a whole number from 0 on; ${seed} is none`)
  const random = seeded(seed)
  const end = minutes * 60 - quietAfter
  const faults: Fault[] = []
  let deck = random.shuffled(faultKinds)
  const draw = (at: number): Fault => {
    if (deck.length === 0) deck = random.shuffled(faultKinds)
    return drawFault(deck.pop() ?? 'part-killed', at, random)
  }

  for (let at = quietBefore; ;) {
    const fault = draw(at)
    if (at + fault.lasts > end) break
    faults.push(fault)
    const second = besideIt(fault, deck, random)
    if (second !== undefined && second.at + second.lasts <= end) {
      deck.splice(deck.indexOf(second.kind), 1)
      faults.push(second)
    }
    const over = Math.max(at + fault.lasts, second === undefined ? 0 : second.at + second.lasts)
    at = tenths(over + random.between(...restBetween))
  }
  if (faults.length === 0) throw new Error(`${minutes} minutes are too short for a fault: give at least half a minute`)
  return { seed, minutes, faults }
}

/** Sometimes another kind of those still to come, begun while this fault lasts. */
const besideIt = (fault: Fault, deck: readonly Fault['kind'][], random: Random): Fault | undefined => {
  if (fault.lasts < 2 || random.next() > meets) return undefined
  const at = tenths(fault.at + random.between(0.5, fault.lasts - 0.5))
  const kind = random.shuffled(deck)[0]
  if (kind === undefined) return undefined
  const second = drawFault(kind, at, random)
  return mayMeet(fault, second) ? second : undefined
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10
