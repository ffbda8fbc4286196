import fc from 'fast-check'

/** The part of JSON Schema that the services' documents use. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema | false
  prefixItems?: Schema[]
  minItems?: number
  maxItems?: number
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
}

/** What a sender knows: of itself, and what answers have told so far. */
export type Heard = {
  /** The sender's own organisations. */
  own: () => readonly unknown[]
  under: (name: string) => readonly unknown[]
  /** Whatever was told under any name and looks like this. */
  like: (pattern: string) => readonly unknown[]
}

export type Around = {
  schemas: Record<string, Schema>
  heard: Heard
  /** Whether one may not fit. */ unfit: boolean
  depth?: number
  name?: string
}

/**
 * Values about a schema: such as fit it and, where they may, now and then, anywhere within, one that does not. Where a name has been heard in
 * an answer, what was heard is used more often than not, so that requests reach things that exist.
 */
export const valuesAbout = (schema: Schema, around: Around): fc.Arbitrary<unknown> => {
  const { heard, name } = around
  const fit = fitting(schema, around)
  const known = fc.tuple(fc.nat(), fc.nat()).map(([which, n]) => {
    const looksRight = looksLike(schema)
    const told = [heard.own(), name === undefined ? [] : heard.under(name)]
      .map((values) => values.filter(looksRight))
      .concat(schema.pattern === undefined ? [] : [[...heard.like(schema.pattern)]])
      .filter((values) => values.length > 0)
    const values = told[which % told.length] ?? []
    return values[n % values.length]
  })
  const knownOrFit = fc.tuple(known, fit).map(([told, made]) => told ?? made)
  const isPlain = schema.properties === undefined && schema.anyOf === undefined && schema.const === undefined
  const right = isPlain ? fc.oneof(fit, knownOrFit, knownOrFit) : fit
  return around.unfit ? fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: unfit }) : right
}

const looksLike = ({ type, pattern }: Schema) => {
  if (type === 'integer' || type === 'number') return (value: unknown) => typeof value === 'number'
  const fit = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  return (value: unknown) => type === 'string' && typeof value === 'string' && fit?.test(value) !== false
}

const deepest = 6

const fitting = (schema: Schema, around: Around): fc.Arbitrary<unknown> => {
  const { schemas, depth = 0 } = around
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)]
    if (named === undefined) throw new Error(`The document has no ${schema.$ref}`)
    return depth > deepest ? fc.constant(null) : fitting(named, { ...around, depth: depth + 1 })
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => fitting(one, around)))
  if (schema.allOf !== undefined)
    return fc
      .tuple(...schema.allOf.map((one) => fitting(one, around)))
      .map((parts) => Object.assign({}, ...parts.map(Object)) as unknown)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  const made = ofType[type ?? (schema.properties === undefined ? 'any' : 'object')]
  return made === undefined ? fc.jsonValue() : made(schema, { ...around, depth: depth + 1 })
}

const most = 2 ** 53 - 1
const stringOf = ({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> => {
  if (format === 'uuid') return fc.uuid({ version: 7 })
  if (format === 'date') return day
  if (format === 'date-time') return instant
  // Letters of any script, and looking ahead: the generator knows neither.
  if (pattern !== undefined && /\\p\{|\(\?[=!]/.test(pattern)) return words
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
  return fc.oneof(fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 60) }), words)
}
const words = fc.constantFrom(
  'Nguyễn Thị Ánh',
  'Trần Văn Ơn',
  'Xã Ia Grai',
  'Đơn đề nghị',
  '12/TB-UBND',
  'Số 7, làng Kép',
)
const days = { min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }
const day = fc.date(days).map((at) => at.toISOString().slice(0, 10))
const instant = fc.date(days).map((at) => at.toISOString())

const ofType: Record<string, (schema: Schema, around: Around) => fc.Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  string: stringOf,
  integer: ({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }) =>
    fc.integer({
      min: Math.max(-most, minimum ?? (exclusiveMinimum ?? -1_000) + 1),
      max: Math.min(most, maximum ?? (exclusiveMaximum ?? 1_000_000_001) - 1),
    }),
  number: ({ minimum = -1e9, maximum = 1e9 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  array: ({ prefixItems, items, minItems = 0, maxItems = 4 }, around) => {
    if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => valuesAbout(one, around)))
    const { name: _, ...nameless } = around
    const one = items === undefined || items === false ? fc.jsonValue() : valuesAbout(items, nameless)
    return fc.array(one, { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })
  },
  object: ({ properties = {}, required = [], additionalProperties, propertyNames }, around) => {
    const named = Object.entries(properties).map(
      ([name, one]) => [name, valuesAbout(one, { ...around, name })] as const,
    )
    const whole = fc.record(Object.fromEntries(named), { requiredKeys: required })
    const free = typeof additionalProperties === 'object' ? valuesAbout(additionalProperties, around) : undefined
    const keys = propertyNames === undefined ? fc.string({ maxLength: 20 }) : fitting(propertyNames, around).map(String)
    const filled =
      free === undefined
        ? whole
        : fc.tuple(whole, fc.dictionary(keys, free, { maxKeys: 3 })).map(([own, more]) => ({ ...more, ...own }))
    if (named.length === 0 || !around.unfit) return filled
    const names = named.map(([name]) => name)
    return fc.oneof(
      { weight: 24, arbitrary: filled },
      { weight: 1, arbitrary: fc.tuple(filled, fc.constantFrom(...names)).map(([one, gone]) => without(one, gone)) },
      { weight: 1, arbitrary: fc.tuple(filled, unfit).map(([one, more]) => ({ ...one, unheardOf: more })) },
    )
  },
}

const without = (one: object, gone: string) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== gone))

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

/** What people's tools send by mistake, and others on purpose. */
export const unfit: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    2 ** 53,
    1e308,
    -1e-308,
    true,
    [],
    {},
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202ehcs',
    'Nguyễn',
    "'; drop table dossier; --",
    '${7*7}',
    '../../../etc/passwd',
    '%00',
    '2021-02-30',
    '0000-00-00',
    '10000-01-01',
    '9999-12-31T23:59:60Z',
    '-infinity',
    'NaN',
    '00000000-0000-0000-0000-000000000000',
    'x'.repeat(5_000),
    nested(200),
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
