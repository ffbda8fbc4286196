/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A number from `least` to `most`, with one decimal. */
  between: (least: number, most: number) => number
  oneOf: <T>(choices: readonly [T, ...T[]]) => T
  shuffled: <T>(all: readonly T[]) => T[]
}

/** Mulberry32 by Tommy Ettinger: 32 bits of state, enough for plans. `seed` is a whole number from 0 on. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => Math.round((least + next() * (most - least)) * 10) / 10,
    oneOf: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
    shuffled: (all) =>
      all
        .map((one) => ({ one, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one),
  }
}
