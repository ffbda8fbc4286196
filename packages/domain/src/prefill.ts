import type { Field } from './form-fields.ts'

type Earlier<S> = { form: Record<string, unknown>; source: S }
type Known<S> = { at: string; value: string; source: S }

/**
 * What the fields of a form may be filled in with from somebody's earlier forms, the newest first: what the form marks as the
 * applicant's own, and each other person who stood in the same place of a form before, wholly from one form. Nothing else:
 * a plot, a building or a child is another one each time.
 */
export const knownFor = <S>(fields: readonly Field[], earlier: readonly Earlier<S>[]): Known<S>[] =>
  fields.flatMap((field) => {
    if (field.kind !== 'group') return []
    return field.name === 'applicant' ? hinted(field.fields, '/applicant', earlier) : sameAsBefore(field, earlier)
  })

const hinted = <S>(fields: readonly Field[], at: string, earlier: readonly Earlier<S>[]): Known<S>[] =>
  fields.flatMap((field) => {
    const place = `${at}/${field.name}`
    if (field.kind === 'group') return hinted(field.fields, place, earlier)
    const path = field.prefill?.split('.') ?? []
    if (path[0] !== 'citizen') return []
    for (const { form, source } of earlier) {
      const value = valueAt(form, ['applicant', ...path.slice(1)])
      if (value !== undefined) return [{ at: place, value, source }]
    }
    return []
  })

const sameAsBefore = <S>(field: Extract<Field, { kind: 'group' }>, earlier: readonly Earlier<S>[]): Known<S>[] => {
  // Who bears a number of their own is the same person; whoever has none yet, as a child, is not asked about.
  if (!field.fields.some(({ name }) => name === 'personalId')) return []
  const before = earlier.find(({ form }) => valueAt(form, [field.name, 'personalId']) !== undefined)
  if (before === undefined) return []
  return field.fields.flatMap(({ name }) => {
    const value = valueAt(before.form, [field.name, name])
    return value === undefined ? [] : [{ at: `/${field.name}/${name}`, value, source: before.source }]
  })
}

const valueAt = (form: unknown, path: readonly string[]): string | undefined => {
  let found: unknown = form
  for (const step of path) found = Object(found)[step]
  return typeof found === 'string' && found !== '' ? found : undefined
}
