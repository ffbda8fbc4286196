import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Document, Route } from './requests.ts'

/** An answer as it came; status 0 where none came, with why. */
export type Answer = { status: number; type: string; body: string }

/** For each route of a document: says of an answer what no answer may be, or the document does not tell. */
export const answersTold = (document: Document) => {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'doc', ...document })
  return ({ path, method, operation }: Route) => {
    const fits = new Map<string, ValidateFunction>()
    const pointer = [`paths`, path, method.toLowerCase(), 'responses'].map(escaped).join('/')
    for (const [status, { content = {} }] of Object.entries(operation.responses))
      for (const [type, { schema }] of Object.entries(content))
        if (schema !== undefined && type.endsWith('json'))
          fits.set(
            `${status} ${type}`,
            ajv.compile({ $ref: `doc#/${pointer}/${status}/content/${escaped(type)}/schema` }),
          )
    return ({ status, type, body }: Answer): string | undefined => {
      if (status === 0) return body
      if (status >= 500) return `answered ${status}`
      const said = [String(status), `${Math.floor(status / 100)}XX`].find((one) => one in operation.responses)
      if (said === undefined) return `${status} is not in the document`
      const { content } = operation.responses[said] ?? {}
      if (content === undefined || body === '') return undefined
      if (!(type in content)) return `${status} as ${type} is not in the document`
      const fit = fits.get(`${said} ${type}`)
      if (fit === undefined || fit(JSON.parse(body))) return undefined
      return `${status} is not as the document tells: ${ajv.errorsText(fit.errors)}`
    }
  }
}
const escaped = (step: string) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))
