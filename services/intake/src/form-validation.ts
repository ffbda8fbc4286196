import type { FieldError } from '@dossier/contracts/problem'
import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { sentence } from './form-sentences.ts'

type Version = Pick<ProcedureVersion, 'id' | 'form'>
/** Says what is wrong with a form, field by field; an empty list when it fits. */
export type ValidateForm = (version: Version, form: unknown) => FieldError[]

const kept = 500
const most = 200

/**
 * Checks forms against the JSON Schema of their procedure version, compiled once for each: a published version never
 * changes. Nothing is coerced or dropped, for what the citizen signed is what is kept.
 */
export const makeValidateForm = (): ValidateForm => {
  const compiled = new Map<string, ValidateFunction>()
  const validatorOf = ({ id, form }: Version) => {
    const known = compiled.get(id) ?? compile(form.schema)
    compiled.delete(id)
    compiled.set(id, known) // the one used last is dropped last
    const [oldest] = compiled.keys()
    if (compiled.size > kept && oldest !== undefined) compiled.delete(oldest)
    return known
  }
  return (version, form) => {
    const validate = validatorOf(version)
    if (validate(form)) return []
    return causes(validate.errors ?? [])
      .slice(0, most)
      .map((error) => ({ pointer: pointerOf(error), ...sentence(error, version.form.schema) }))
  }
}

// One compiler for each schema: a shared one keeps every schema for ever and refuses a second `$id`.
const compile = (schema: Record<string, unknown>) => {
  const ajv = new Ajv2020({
    allErrors: true,
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
    verbose: true, // for the titles of fields; the values it adds are never told or logged
    strictTypes: false,
    strictRequired: false,
    logger: false,
  })
  formats.default(ajv)
  return ajv.compile(schema)
}

/** A choice that failed speaks for its branches, and what a condition demanded speaks for the condition. */
const causes = (errors: ErrorObject[]): ErrorObject[] => {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf')
  const inner = (error: ErrorObject) =>
    choices.some((choice) => error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`))
  const told = errors.filter((error) => error.keyword !== 'if' && !inner(error))
  return [...new Map(told.map((error) => [`${pointerOf(error)} ${error.keyword}`, error])).values()]
}

const pointerOf = ({ instancePath, params }: ErrorObject): string => {
  const member: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty']
  const last = typeof member === 'string' ? `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}` : ''
  return `#/body/form${instancePath}${last}`
}
