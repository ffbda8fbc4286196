import * as z from 'zod'

type Schema = z.core.JSONSchema.JSONSchema

/** One place in a body, and the same seen from the nearest named shape: `event<…>.answerDue.on` is `Due.on`. */
export type Place = { schema: Schema; inShape: string }

/**
 * Every place a contract names, with its schema: `event<DossierOpened>.answerDue.on`, `alarms[].kind`. Kinds of events
 * have places of their own.
 */
export const placesIn = (contract: z.ZodType): Map<string, Place> => {
  const whole = z.toJSONSchema(contract)
  const places = new Map<string, Place>()
  const walk = (member: Schema | boolean | undefined, place: string, shape: string): void => {
    if (typeof member !== 'object' || Object.keys(member).length === 0) return
    if (member.$ref !== undefined)
      return walk(resolve(whole, member.$ref), place, place === '' ? '' : nameIn(member.$ref))
    const kind: unknown = Object(member.properties?.['type']).const
    const mark = place.endsWith('event') && typeof kind === 'string' ? `<${kind}>` : ''
    const choices = [...(member.anyOf ?? []), ...(member.oneOf ?? [])]
    for (const part of choices) walk(part, place, shape)
    if (place !== '' && choices.length === 0)
      places.set(`${place}${mark}`, { schema: member, inShape: `${shape}${mark}` })
    const inside = (suffix: string, part: Schema | boolean | undefined) =>
      walk(part, `${place}${mark}${suffix}`.replace(/^\./, ''), `${shape}${mark}${suffix}`.replace(/^\./, ''))
    for (const [name, part] of Object.entries(member.properties ?? {})) inside(`.${name}`, part)
    for (const part of [member.items, member.prefixItems].flat()) inside('[]', part)
    inside('.*', member.additionalProperties)
  }
  walk(whole, '', '')
  return places
}

const nameIn = (ref: string): string => ref.replace('#/$defs/', '')

const resolve = (whole: Schema, ref: string): Schema => {
  const found = whole.$defs?.[nameIn(ref)]
  if (found === undefined) throw new Error(`The schema has no ${ref}`)
  return found
}

/** The places a stored body fills, written as `placesIn` writes them. */
export const placesFilled = (body: unknown, place = ''): string[] => {
  if (Array.isArray(body)) return [place, ...body.flatMap((each: unknown) => placesFilled(each, `${place}[]`))]
  if (typeof body !== 'object' || body === null) return [place]
  const here = place.endsWith('event') ? `${place}<${Object(body).type}>` : place
  return [
    here,
    ...Object.entries(body).flatMap(([name, each]) => placesFilled(each, `${here}.${name}`.replace(/^\./, ''))),
  ]
}

/** The last name in a place: `event` of `event<ConsentDeemed>`, `originals` of `event<ResultReturned>.originals[]`. */
export const nameOf = (place: string): string =>
  place
    .replaceAll(/<.*?>|\[\]|\.\*/g, '')
    .split('.')
    .at(-1) ?? ''
