/** One field of a procedure's form, as people fill it in. `name` is its member in the group around it; in a list it is the item's. */
export type Field = {
  name: string
  title: string
  isRequired: boolean
  help?: string
  /** What a browser may know it by (HTML autocomplete), and the keys a phone shows for it. */
  autocomplete?: string
  keys?: string
  /** What of the person who applies it is, as `citizen.phone`: it may be filled in from what is known. */
  prefill?: string
} & Kind
type Kind =
  | { kind: 'group'; fields: Field[] }
  | { kind: 'list'; item: Field; atLeast: number; atMost: number | undefined }
  | { kind: 'choice'; choices: { value: string; title: string }[] }
  | { kind: 'text'; isLong: boolean; longest: number | undefined }
  | { kind: 'date' }
  | { kind: 'yes-no' }
  | { kind: 'number'; isWhole: boolean; least: number | undefined; most: number | undefined }

type Form = { schema: Record<string, unknown>; ui: Record<string, unknown> }

/** The fields of a form in the order in which it is drawn, by its JSON Schema and the hints beside it: what must be there comes first. */
export const fieldsOf = ({ schema, ui }: Form): Field[] => membersOf(schema, ui, schema)

type Node = Record<string, unknown>
const nodeOf = (given: unknown): Node => Object(given)
const textOf = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined)
const numberOf = (given: unknown): number | undefined => (typeof given === 'number' ? given : undefined)
const textsOf = (given: unknown): string[] => (Array.isArray(given) ? given.flatMap((one) => textOf(one) ?? []) : [])

const membersOf = (node: Node, ui: Node, whole: Node): Field[] => {
  const properties = nodeOf(node['properties'])
  const required = new Set(textsOf(node['required']))
  // PostgreSQL forgets the order of members, and keeps that of lists.
  const listed = [...textsOf(ui['ui:order']), ...required].filter((name) => name in properties)
  const names = new Set([...listed, ...Object.keys(properties)])
  return [...names].map((name) =>
    fieldOf({ name, isRequired: required.has(name) }, { node: properties[name], ui: ui[name], whole }),
  )
}

type Drawn = { node: unknown; ui: unknown; whole: Node }
const fieldOf = ({ name, isRequired }: Pick<Field, 'name' | 'isRequired'>, drawn: Drawn): Field => {
  const node = resolved(nodeOf(drawn.node), drawn.whole)
  const ui = nodeOf(drawn.ui)
  const options = nodeOf(ui['ui:options'])
  const hints = {
    help: textOf(ui['ui:help']),
    autocomplete: textOf(ui['ui:autocomplete']),
    keys: textOf(options['inputType']),
    prefill: textOf(options['prefill']),
  }
  const said = Object.fromEntries(Object.entries(hints).filter(([, hint]) => hint !== undefined))
  return { name, isRequired, title: textOf(node['title']) ?? name, ...said, ...kindOf(node, ui, drawn.whole) }
}

const kindOf = (node: Node, ui: Node, whole: Node): Kind => {
  if (Array.isArray(node['oneOf'])) return { kind: 'choice', choices: node['oneOf'].flatMap(choiceOf) }
  switch (node['type']) {
    case 'object':
      return { kind: 'group', fields: membersOf(node, ui, whole) }
    case 'array':
      return {
        kind: 'list',
        item: fieldOf({ name: 'item', isRequired: true }, { node: node['items'], ui: ui['items'], whole }),
        atLeast: numberOf(node['minItems']) ?? 0,
        atMost: numberOf(node['maxItems']),
      }
    case 'boolean':
      return { kind: 'yes-no' }
    case 'integer':
    case 'number': {
      const [least, most] = [numberOf(node['minimum']), numberOf(node['maximum'])]
      return { kind: 'number', isWhole: node['type'] === 'integer', least, most }
    }
    default:
      if (node['format'] === 'date') return { kind: 'date' }
      return { kind: 'text', isLong: ui['ui:widget'] === 'textarea', longest: numberOf(node['maxLength']) }
  }
}

const choiceOf = (given: unknown) => {
  const value = textOf(nodeOf(given)['const'])
  return value === undefined ? [] : [{ value, title: textOf(nodeOf(given)['title']) ?? value }]
}

/** A definition with what stands beside its reference: the title it bears in this place. */
const resolved = (node: Node, whole: Node): Node => {
  const ref = textOf(node['$ref'])
  if (ref === undefined) return node
  let target: unknown = whole
  for (const step of ref.split('/').slice(1)) target = nodeOf(target)[step]
  const { $ref: _, ...beside } = node
  return { ...resolved(nodeOf(target), whole), ...beside }
}
