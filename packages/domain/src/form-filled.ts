import type { Field } from './form-fields.ts'

/**
 * What was filled in, as it is handed in: without what was left empty. A group that must be there stays, so that each of its
 * fields can be named as missing; a list that must be there has what it must have at least.
 */
export const filledIn = (fields: readonly Field[], given: unknown): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, Object(given)[field.name])
      return value === undefined ? [] : [[field.name, value]]
    }),
  )

const valueOf = (field: Field, given: unknown): unknown => {
  if (field.kind === 'group') {
    const filled = filledIn(field.fields, given)
    return field.isRequired || Object.keys(filled).length > 0 ? filled : undefined
  }
  if (field.kind === 'list') {
    const { item, atLeast } = field
    const rows = Array.isArray(given) ? given : []
    const filled = rows.map((row) => valueOf({ ...item, isRequired: false }, row)).filter((row) => row !== undefined)
    const owed = field.isRequired ? Math.max(0, atLeast - filled.length) : 0
    const all = [...filled, ...Array.from({ length: owed }, () => ({}))]
    return field.isRequired || all.length > 0 ? all : undefined
  }
  if (typeof given === 'string') return given.trim() === '' ? undefined : given.trim()
  return given
}
