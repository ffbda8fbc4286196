import type { components } from '../clients/intake.d.ts'

/** What a citizen has filled in so far; nothing of it has to be right. */
export type Body = Omit<components['schemas']['Draft'], 'returnBy' | 'keptUntil' | 'savedAt' | 'revision'> & {
  returnBy: 'desk' | 'post' | 'online'
}
export type Prefilled = components['schemas']['Prefilled']
type Desk = Pick<components['schemas']['PostedProcedure']['desks'][number], 'code' | 'name'>
export type Posted = Omit<components['schemas']['PostedProcedure'], 'desks'> & { desks: readonly Desk[] }

const ways = ['desk', 'post', 'online'] as const

/** The draft as it was kept, or a new form with what is known put in. */
export const begun = (
  posted: Posted,
  draft: components['schemas']['Draft'] | null,
  known: readonly Prefilled[],
): Body => {
  if (draft !== null) {
    const { receivingDesk, form, files, counts, returnBy } = draft
    return { receivingDesk, form, files, counts, returnBy: ways.find((way) => way === returnBy) ?? 'desk' }
  }
  const [only, ...others] = posted.desks
  let form: Record<string, unknown> = {}
  for (const { at, value } of known) form = withValue(form, at.split('/').slice(1), value)
  return {
    receivingDesk: only !== undefined && others.length === 0 ? only.code : null,
    form,
    files: {},
    returnBy: 'desk',
    counts: [],
  }
}

const withValue = (
  form: Record<string, unknown>,
  [name = '', ...rest]: string[],
  value: string,
): Record<string, unknown> => ({
  ...form,
  [name]: rest.length === 0 ? value : withValue(Object(form[name]), rest, value),
})
