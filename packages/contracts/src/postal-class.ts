import * as z from 'zod'
import { Level, OrganisationCode } from './organisation.ts'
import { Confidence, Day } from './time.ts'

const workingDays = z.int().min(1).max(90)
const document = z.string().min(1).max(300)

/**
 * One class of postal service: from where to where, and within how many working days after day J, the date on the slip.
 * Levels are data: where nothing is left of a level, as of districts since 01/07/2025, its class has no object any more.
 */
export const PostalClass = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
    name: z.string().min(1),
    /** Both ends under the same authority of this level; both in `centres`; any two ends; ends on the class's own list. */
    between: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('same'), level: Level }),
      z.strictObject({ is: z.literal('centres') }),
      z.strictObject({ is: z.literal('anywhere') }),
      z.strictObject({
        is: z.literal('terrain'),
        places: z.array(z.strictObject({ code: OrganisationCode, document, confidence: Confidence })),
      }),
    ]),
    workingDays,
    /** Until the citizen is told of the appointment, where the service hands out that slip (TT 17/2017 art. 5.3, 7.2b). */
    withAppointment: workingDays,
    /** Complaints inside one province are answered sooner than between provinces (TT 17/2017 art. 8). */
    complaints: z.enum(['intra-province', 'inter-province']),
    basis: document,
    confidence: Confidence,
  })
  .meta({ id: 'PostalClass' })
export type PostalClass = z.infer<typeof PostalClass>

/** The published classes, the first that fits counting, and what of them was looked for and not found. */
export const PostalClasses = z
  .strictObject({
    version: z.string().regex(/^[A-Z0-9][A-Za-z0-9-]{2,40}$/),
    validFrom: Day,
    basis: document,
    confidence: Confidence,
    gaps: z.array(z.string().min(1)).default([]),
    /** Cities of special or first class, by the organisation that is theirs. */
    centres: z.array(z.strictObject({ code: OrganisationCode, name: z.string().min(1), confidence: Confidence })),
    classes: z.array(PostalClass).min(1),
  })
  .refine(({ classes }) => new Set(classes.map(({ id }) => id)).size === classes.length, {
    error: 'Two classes have the same id',
  })
  .refine(({ classes }) => classes.at(-1)?.between.is === 'anywhere', {
    error: 'The last class must be for any two ends, else a parcel may have no promise',
  })
  .meta({ id: 'PostalClasses' })
export type PostalClasses = z.infer<typeof PostalClasses>
