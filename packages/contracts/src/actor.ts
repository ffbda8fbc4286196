import * as z from 'zod'

/** Who may hold a token: a person in office, a citizen, or a service of this product. */
export const CallerKind = z.enum(['officer', 'citizen', 'service'])
export type CallerKind = z.infer<typeof CallerKind>

/** An account as the issuer knows it: `officer:<id>`, `citizen:<id>` or `service:<name>`. An id names nobody by itself. */
export const Subject = z.string().regex(/^(officer|citizen|service):[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
export type Subject = z.infer<typeof Subject>

/** Who calls, as a verified token says it; never what the caller may do. `mandate` names on whose behalf. */
export const Caller = z
  .object({
    subject: Subject,
    kind: CallerKind,
    mandate: z.string().optional(),
    scopes: z.array(z.string()).optional(),
  })
  .meta({ id: 'Caller' })
export type Caller = z.infer<typeof Caller>

/** Who did it and in which capacity, as events record it: ids and codes only, `person` without the kind before it. */
export const Actor = z.object({ person: z.string(), role: z.string(), organisation: z.string() }).meta({ id: 'Actor' })
export type Actor = z.infer<typeof Actor>

/** The id in a subject: `7` of `officer:7`. */
export const personOf = (subject: Subject): string => subject.slice(subject.indexOf(':') + 1)
