import type { Answer } from './answers-told.ts'

/** Adds a value that is new, and lets the oldest go. */
export const keepLatest = <T>(values: T[], value: T, most: number): void => {
  if (values.includes(value)) return
  values.push(value)
  if (values.length > most) values.shift()
}

const kept = 40
const texts = 1_000

/** Remembers the latest values that answers told under each name. Refusals tell nothing. */
export const openHeard = () => {
  const told = new Map<string, unknown[]>()
  const all: string[] = []
  const alike = new Map<string, string[]>()
  const keep = (name: string, value: unknown) => {
    const known = told.get(name) ?? []
    told.set(name, known)
    keepLatest(known, value, kept)
    if (typeof value !== 'string' || value.length > 80 || all.includes(value)) return
    keepLatest(all, value, texts)
    for (const [pattern, values] of alike) if (new RegExp(pattern, 'u').test(value)) keepLatest(values, value, kept)
  }
  const walk = (value: unknown, name: string, left: { n: number }): void => {
    if (left.n-- < 0) return
    if (Array.isArray(value)) for (const one of value.slice(0, 5)) walk(one, name, left)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) walk(one, inner, left)
    else if (typeof value === 'string' || typeof value === 'number') keep(name, value)
  }
  return {
    under: (name: string): readonly unknown[] => told.get(name) ?? [],
    like: (pattern: string): readonly unknown[] => {
      const known = alike.get(pattern) ?? all.filter((value) => new RegExp(pattern, 'u').test(value)).slice(-kept)
      alike.set(pattern, known)
      return known
    },
    hear: ({ status, body }: Answer): void => {
      if (status < 300 && (body.startsWith('{') || body.startsWith('['))) walk(JSON.parse(body), '', { n: 300 })
    },
  }
}
