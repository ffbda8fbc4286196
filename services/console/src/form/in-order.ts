import type { Field } from '@dossier/domain/form-fields'

/** What is wrong with a form in the order in which its fields are drawn; what is not of the form comes after. */
export const inOrder = <D extends { pointer: string }>(fields: readonly Field[], defects: readonly D[]): D[] => {
  const order = new Map(placesOf(fields, '#/body/form').map((at, n) => [at, n]))
  const placeOf = ({ pointer }: D) => order.get(pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')) ?? order.size
  return defects.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const placesOf = (fields: readonly Field[], at: string): string[] =>
  fields.flatMap((field) => {
    const place = `${at}/${field.name}`
    if (field.kind === 'group') return [place, ...placesOf(field.fields, place)]
    if (field.kind === 'list') return [place, ...placesOf([{ ...field.item, name: '*' }], place)]
    return [place]
  })
