import type { FieldError } from '@dossier/contracts/problem'
import type { Channel, Component, ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'
import { type Counted, feesDue } from './fees.ts'

/** What was brought of one component: papers by kind, and files. */
export type Lodged = { originals: number; certifiedCopies: number; copies: number; files: number }

/** What a check looks at besides the form; components, and amounts paid, by their ids. */
export type Brought = {
  channel: Channel
  components: Readonly<Record<string, Lodged>>
  counts: readonly Counted[]
  paid: Readonly<Record<string, number>>
}

type Posted = Pick<ProcedureVersion, 'components' | 'fees' | 'form'>

/**
 * Everything that is missing, in one answer: a citizen is asked once, fully and exactly (NĐ 61/2018 art. 15.3). A component
 * under a condition is demanded by the officer who judges it; once something of it is lodged it has to suffice.
 */
export const missingFrom = (version: Posted, brought: Brought, day: Day): FieldError[] => [
  ...version.components.flatMap((component) => missingOf(version, component, brought)),
  ...feesMissing(version, brought, day),
]

/** What no desk can register: it contradicts the posted procedure and would be wrong in the record. */
export const mistakesIn = (version: Posted, { channel, components, paid }: Brought): FieldError[] => {
  const known = new Set(version.components.map(({ id }) => id))
  const fees = new Set(version.fees.map(({ id }) => id))
  return [
    ...Object.entries(components).flatMap(([id, lodged]) => {
      if (!known.has(id)) return [unknownComponent(id)]
      return channel === 'online' && papers(lodged) > 0 ? [papersOnline(id)] : []
    }),
    ...Object.keys(paid).flatMap((id) => (fees.has(id) ? [] : [unknownFee(id)])),
  ]
}

const missingOf = (version: Posted, component: Component, brought: Brought): FieldError[] => {
  const lodged = brought.components[component.id] ?? nothing
  const isEmpty = papers(lodged) + lodged.files === 0
  const isDemanded = component.required && component.condition === undefined
  if (isEmpty && !isDemanded) return []
  if (brought.channel === 'online') return isEmpty && fileIsAsked(version, component) ? [fileMissing(component)] : []
  return isEmpty ? [componentMissing(component)] : papersMissing(component, lodged)
}

/** Online what is only shown is shown later, and the filled form is the declaration that bears its name (NĐ 45/2020). */
export const fileIsAsked = (
  { form }: Titled,
  { name, presentOnly }: Pick<Component, 'name' | 'presentOnly'>,
): boolean => {
  const { title } = form.schema
  return !presentOnly && !(typeof title === 'string' && title.startsWith(name))
}
type Titled = { form: { schema: Record<string, unknown> } }

const fileMissing = (component: Component): FieldError => {
  const vi = `Thiếu tệp của “${component.name}”.`
  return { pointer: at(component, 'uploads'), code: 'file-missing', vi, en: `No file of component ${component.id}.` }
}

/** A better paper serves as a lesser one: an original as a certified copy, both as a plain copy. Scans replace no paper. */
const papersMissing = (component: Component, lodged: Lodged): FieldError[] => {
  const errors: FieldError[] = []
  let spare = 0
  for (const { kind, code, word } of kinds) {
    const have = lodged[kind] + spare
    const need = component[kind]
    spare = Math.max(0, have - need)
    if (have >= need) continue
    const vi = `“${component.name}” cần ${need} ${word}, mới có ${have}.`
    errors.push({
      pointer: at(component, kind),
      code,
      vi,
      en: `Component ${component.id} needs ${need} ${kind}, has ${have}.`,
    })
  }
  return errors
}

const kinds = [
  { kind: 'originals', code: 'originals-missing', word: 'bản chính' },
  { kind: 'certifiedCopies', code: 'certified-copies-missing', word: 'bản sao chứng thực' },
  { kind: 'copies', code: 'copies-missing', word: 'bản sao' },
] as const

const nothing: Lodged = { originals: 0, certifiedCopies: 0, copies: 0, files: 0 }
const papers = ({ originals, certifiedCopies, copies }: Lodged) => originals + certifiedCopies + copies
const at = ({ id }: Component, member?: string) => `#/body/components/${id}${member === undefined ? '' : `/${member}`}`

const componentMissing = (component: Component): FieldError => ({
  pointer: at(component),
  code: 'component-missing',
  vi: `Thiếu thành phần hồ sơ “${component.name}”.`,
  en: `Component ${component.id} is missing.`,
})
const unknownComponent = (id: string): FieldError => ({
  pointer: `#/body/components/${id}`,
  code: 'unknown-component',
  vi: `Thủ tục không có thành phần hồ sơ “${id}”.`,
  en: `The procedure has no component ${id}.`,
})
const papersOnline = (id: string): FieldError => ({
  pointer: `#/body/components/${id}`,
  code: 'papers-online',
  vi: 'Nộp trực tuyến thì gửi tệp, không ghi số bản giấy.',
  en: `Component ${id}: online there are files, not papers.`,
})
const unknownFee = (id: string): FieldError => ({
  pointer: `#/body/payments/${id}`,
  code: 'unknown-fee',
  vi: `Thủ tục không có khoản phí, lệ phí “${id}”.`,
  en: `The procedure has no fee ${id}.`,
})

/** Only what is due at acceptance; the rest is asked for when the result is returned. */
const feesMissing = (version: Posted, { channel, counts, paid }: Brought, day: Day): FieldError[] =>
  feesDue(version, channel, day, counts).flatMap(({ id, name, due, amount }) => {
    const have = paid[id] ?? 0
    if (due !== 'acceptance' || (amount !== null && have >= amount)) return []
    if (amount === null)
      return [
        {
          pointer: '#/body/counts',
          code: 'fee-not-counted',
          vi: `Chưa ghi số trang, số bản để tính “${name}”.`,
          en: `Count pages and copies: fee ${id} depends on them.`,
        },
      ]
    const vi = `Chưa nộp đủ “${name}”: phải nộp ${dong(amount)}, đã nộp ${dong(have)}.`
    return [{ pointer: `#/body/payments/${id}`, code: 'fee-unpaid', vi, en: `Fee ${id}: ${amount} due, ${have} paid.` }]
  })

const dong = (amount: number) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`
