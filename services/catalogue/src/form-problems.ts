import type { ProcedureVersion } from '@dossier/contracts/procedure'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export type FormProblem = {
  code: 'form-does-not-compile' | 'form-not-2020-12'
  pointer: string
  vi: string
  en: string
}

const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** A form that does not compile would fail at the first citizen; so it is compiled before it is published. */
export const formProblems = ({ form }: Pick<ProcedureVersion, 'form'>): FormProblem[] => {
  if (form.schema['$schema'] !== dialect) return [said('form-not-2020-12', `the form states no $schema ${dialect}`)]
  const ajv = new Ajv2020({ strict: true, allErrors: true, coerceTypes: false, removeAdditional: false })
  addFormats.default(ajv)
  try {
    ajv.compile(form.schema)
    return []
  } catch (error) {
    return [said('form-does-not-compile', error instanceof Error ? error.message : String(error))]
  }
}

const said = (code: FormProblem['code'], why: string): FormProblem => ({
  code,
  pointer: '/form/schema',
  vi: `Biểu mẫu điện tử không dùng được: ${why}.`,
  en: `The form cannot be used: ${why}.`,
})
