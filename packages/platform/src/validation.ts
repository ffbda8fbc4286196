import type { FieldError } from '@dossier/contracts/problem'
import type { FastifySchemaCompiler } from 'fastify'
import * as z from 'zod'

/** What zod found wrong with a part of a request. Fastify adds which part it is. */
export class Unfit extends Error {
  override name = 'Unfit'
  statusCode = 400
  code = 'UNFIT'
  validationContext: string | undefined
  issues: z.core.$ZodIssue[]
  constructor(issues: z.core.$ZodIssue[]) {
    super('The request does not fit its schema') // no values: this may be logged
    this.issues = issues
  }
}

/** Zod in. The input's type is needed for the sentences, so issues carry the input; it is never answered or logged. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value) => {
    const parsed = schema.safeParse(value, { reportInput: true })
    return parsed.success ? { value: parsed.data } : { error: new Unfit(parsed.error.issues) }
  }

/**
 * One entry for each field, with a sentence in each language. `part` is Fastify's name for the part of the request. A
 * schema's own check says its sentences as `params: { code?, vi, en }`.
 */
export const fieldErrors = (issues: z.core.$ZodIssue[], part: string): FieldError[] => {
  const root = `#/${part === 'querystring' ? 'query' : part}`
  const errors = issues.flatMap(flatten).map((issue) => ({ pointer: root + pointerTo(issue.path), ...said(issue) }))
  return [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].toReversed()
}

const pointerTo = (path: PropertyKey[]) =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A key nobody asked for is its own field; of a union, the branch that fits best speaks. */
const flatten = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }))
  if (issue.code !== 'invalid_union') return [issue]
  const [nearest] = issue.errors.toSorted((a, b) => a.length - b.length || depth(b) - depth(a))
  if (nearest === undefined || nearest.length === 0) return [issue]
  return nearest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }))
}
const depth = (issues: z.core.$ZodIssue[]) => Math.max(0, ...issues.map(({ path }) => path.length))

const { localeError: vietnamese } = z.locales.vi()
const { localeError: english } = z.locales.en()
const Raw = z.custom<z.core.$ZodRawIssue>() // an issue whose input was reported is what a locale takes
const Sentences = z.object({ code: z.string().default('not-allowed'), vi: z.string(), en: z.string() })

const said = (issue: z.core.$ZodIssue): Omit<FieldError, 'pointer'> => {
  const isMissing = issue.input === undefined || issue.input === null || issue.input === ''
  if (isMissing && issue.code !== 'custom') return { code: 'required', vi: 'Bắt buộc phải có.', en: 'Required.' }
  if (issue.code === 'unrecognized_keys')
    return { code: 'unknown-field', vi: 'Không có trường thông tin này.', en: 'There is no such field.' }
  if (issue.code === 'custom') {
    const own = Sentences.safeParse(issue.params)
    return own.success ? own.data : { code: 'not-allowed', vi: 'Giá trị không hợp lệ.', en: issue.message }
  }
  const code = issue.code.replaceAll('_', '-')
  const raw = Raw.parse(issue)
  return { code, vi: textOf(vietnamese(raw)), en: textOf(english(raw)) }
}

const textOf = (said: string | { message: string } | null | undefined) =>
  (typeof said === 'string' ? said : said?.message) ?? 'Invalid input'
