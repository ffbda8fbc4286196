import type { FieldError } from '@dossier/contracts/problem'
import type { ErrorObject } from 'ajv/dist/2020.js'
import * as z from 'zod'

type Said = Omit<FieldError, 'pointer'>
const Node = z.looseObject({ title: z.string().optional(), $ref: z.string().optional() })
const Parent = Node.extend({ properties: z.record(z.string(), Node).optional() })

/** What an error of the form says to the citizen: by the title the field bears on the form, never by its value. */
export const sentence = (error: ErrorObject, root: Record<string, unknown>): Said => {
  const code = error.keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const title = titleOf(error, root)
  return { code, vi: `“${title}” ${vietnamese(error)}`, en: `${title}: ${error.message ?? 'is not valid'}` }
}

const titleOf = ({ parentSchema, params, instancePath }: ErrorObject, root: Record<string, unknown>): string => {
  const parent = Parent.safeParse(parentSchema).data
  const missing: unknown = params['missingProperty']
  const unknown: unknown = params['additionalProperty'] ?? params['unevaluatedProperty']
  if (typeof unknown === 'string') return unknown
  if (typeof missing === 'string') return titleAt(parent?.properties?.[missing], root) ?? missing
  return titleAt(parent, root) ?? instancePath.split('/').at(-1) ?? ''
}

/** A field's own title, or that of the definition it refers to. */
const titleAt = (node: z.infer<typeof Node> | undefined, root: Record<string, unknown>): string | undefined => {
  if (node?.title !== undefined || node?.$ref === undefined) return node?.title
  let target: unknown = root
  for (const step of node.$ref.split('/').slice(1)) target = Object(target)[step]
  return Node.safeParse(target).data?.title
}

const vietnamese = ({ keyword, params }: ErrorObject): string => {
  const limit = String(params['limit'])
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return 'bắt buộc phải có.'
    case 'type':
      return `phải là ${types[String(params['type'])] ?? 'kiểu dữ liệu khác'}.`
    case 'enum':
    case 'const':
    case 'oneOf':
    case 'anyOf':
      return 'không thuộc các giá trị cho phép.'
    case 'format':
      return `không đúng dạng ${formats[String(params['format'])] ?? 'quy định'}.`
    case 'pattern':
      return 'không đúng định dạng.'
    case 'minLength':
      return limit === '1' ? 'không được để trống.' : `phải có ít nhất ${limit} ký tự.`
    case 'maxLength':
      return `không được quá ${limit} ký tự.`
    case 'minItems':
      return `phải có ít nhất ${limit} mục.`
    case 'maxItems':
      return `không được quá ${limit} mục.`
    case 'uniqueItems':
      return 'có mục bị lặp lại.'
    case 'minimum':
      return `không được nhỏ hơn ${limit}.`
    case 'exclusiveMinimum':
      return `phải lớn hơn ${limit}.`
    case 'maximum':
      return `không được lớn hơn ${limit}.`
    case 'exclusiveMaximum':
      return `phải nhỏ hơn ${limit}.`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'không có trong biểu mẫu này.'
    default:
      return 'không hợp lệ.'
  }
}

const types: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  integer: 'số nguyên',
  boolean: 'có hoặc không',
  array: 'danh sách',
  object: 'nhóm thông tin',
}
const formats: Record<string, string> = {
  date: 'ngày (năm-tháng-ngày)',
  time: 'giờ',
  'date-time': 'ngày giờ',
  email: 'thư điện tử',
  uri: 'địa chỉ web',
}
