import type { Answered, Person } from './people.ts'

type Schema = Record<string, unknown>

/** Whoever applies in a story: placeholders, nobody of that name exists. */
export const applicant = {
  fullName: 'Người nộp hồ sơ mẫu',
  personalId: '000000000000',
  phone: '0000000000',
  email: 'nguoi-nop@example.test',
  address: { province: 'Gia Lai', commune: 'Xã mẫu', line: 'Làng mẫu' },
}

type Procedure = {
  form: { schema: Schema }
  components: { id: string; required: boolean; originals: number; certifiedCopies: number; copies: number }[]
}

/** An application with a filled form and all its required papers, as `more` has it otherwise. */
export const applicationOf = async (
  person: Person,
  procedure: string,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> => {
  const { status, body } = await person.get('intake', `/procedures/${procedure}`)
  if (status !== 200) throw new Error(`Nothing is published of procedure ${procedure}: ${status}`)
  const { form, components }: Procedure = Object(body)
  const required = components.filter((one) => one.required)
  return {
    procedure,
    channel: 'desk',
    form: { ...filled(form.schema, form.schema), applicant },
    components: Object.fromEntries(
      required.map(({ id, originals, certifiedCopies, copies }) => [id, { originals, certifiedCopies, copies }]),
    ),
    ...more,
  }
}

/** Hands it in at a desk and gives the dossier's id. Throws where anything is wrong or missing with it. */
export const handInAt = async (
  person: Person,
  receivingDesk: string,
  procedure: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const given = await applicationOf(person, procedure, { receivingDesk, ...more })
  return takenIn(await person.post('intake', '/applications', given))
}

/** Hands it in online, with a scan for each of these papers. Gives what the citizen is answered. */
export const handInOnline = async (
  person: Person,
  receivingDesk: string,
  procedure: string,
  scanned: readonly string[] = [],
): Promise<Answered> => {
  const files: [string, object][] = []
  for (const id of scanned) files.push([id, { uploads: [await person.scans()] }])
  const components = Object.fromEntries(files)
  const given = await applicationOf(person, procedure, { channel: 'online', receivingDesk, components })
  return person.post('intake', '/applications', given)
}

/** The id of a dossier that was taken in complete. */
export const takenIn = ({ status, body }: Answered): string => {
  if (status !== 201 || body['incomplete'] === true)
    throw new Error(`The application was not taken in complete: ${status} ${JSON.stringify(body)}`)
  return String(body['applicationId'])
}

/** The least that fits a JSON Schema of a form: every required field, with a placeholder of its kind. */
const filled = (schema: Schema, whole: Schema): Record<string, unknown> => {
  const required = new Set<unknown>(Array.isArray(schema['required']) ? schema['required'] : [])
  const fields = Object.entries(Object(schema['properties'])).filter(([name]) => required.has(name))
  return Object.fromEntries(fields.map(([name, field]) => [name, placeholder(Object(field), whole)]))
}

const placeholder = (given: Schema, whole: Schema): unknown => {
  const ref = given['$ref']
  if (typeof ref === 'string') return placeholder(Object(Object(whole['$defs'])[ref.replace('#/$defs/', '')]), whole)
  const choices: unknown = given['oneOf']
  if (Array.isArray(choices)) return Object(choices[0])['const']
  switch (given['type']) {
    case 'object':
      return filled(given, whole)
    case 'array':
      return [placeholder(Object(given['items']), whole)]
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return Math.max(1, Number(given['minimum'] ?? 1))
    default:
      return given['format'] === 'date' ? '1990-01-01' : textFor(given['pattern'])
  }
}

const textFor = (pattern: unknown): string => {
  if (typeof pattern !== 'string') return 'Nội dung mẫu'
  const digits = /\{(?:\d+,)?(\d+)\}\$$/.exec(pattern)?.[1]
  return digits === undefined ? 'Nội dung mẫu' : '0'.repeat(Number(digits) + (pattern.startsWith('^0') ? 1 : 0))
}
