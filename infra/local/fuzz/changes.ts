import fc from 'fast-check'
import { unfit } from './values.ts'

/** A change somewhere in a JSON value: `at` says where, by any number; without `to` what is there goes. */
export type Change = { at: number; to?: unknown }

export const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ at: fc.nat() }),
  fc.record({ at: fc.nat(), to: unfit }),
  fc.record({ at: fc.nat(), to: fc.oneof(fc.integer(), fc.string(), fc.uuid(), fc.boolean()) }),
)

/** The value with the change made; the value itself stays as it is. */
export const changed = (value: unknown, change: Change): unknown => {
  const places = placesIn(value)
  const place = places[change.at % places.length]
  return place === undefined ? value : put(value, place, change)
}

type Place = readonly [string, ...string[]]

const placesIn = (value: unknown): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]): Place[] => [
        [name],
        ...placesIn(inner).map((rest): Place => [name, ...rest]),
      ])

const put = (value: unknown, [name, ...rest]: Place, change: Change): unknown => {
  const isList = Array.isArray(value)
  const entries = Object.entries(Object(value)).flatMap(([key, inner]: [string, unknown]) => {
    if (key !== name) return [[key, inner] as const]
    const [next, ...more] = rest
    if (next !== undefined) return [[key, put(inner, [next, ...more], change)] as const]
    return 'to' in change ? [[key, change.to] as const] : []
  })
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
