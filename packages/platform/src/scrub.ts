// What a line of JSON may hold although nobody meant to log it. Each part says why it is there.
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ // ids of ours: their last group may be twelve digits
const traceId = /(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-zA-Z])/ // may hold runs of digits
const kept = new RegExp(`${uuid.source}|${traceId.source}`, 'g')

const jsonWebToken = /eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/
const bearer = /bearer\s+[\w.~+/=-]+/i
const email = /[\p{L}\d._%+-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}(?![\p{L}\d])/u // not pg@8.23.1 in a stack
const personalId = /(?<!\d|\d\.)(?:\d{12}|0\d{2}([ .-])\d{3}\1\d{3}\1\d{3}|\d{9})(?!\d)/ // căn cước; chứng minh nhân dân
const phone = /(?<!\d|\d\.)(?:\+?84|0)[ .-]?[235789](?:[ .-]?\d){8,9}(?!\d)/
const hidden = new RegExp(
  [jsonWebToken, bearer, email, personalId, phone].map((r) => `(?:${r.source})`).join('|'),
  'giu',
)

const mark = '[redacted]'

/**
 * Takes personal ids (12 and 9 digits), Vietnamese phone numbers, e-mail addresses and tokens out of a text. JSON stays
 * JSON: a bare number becomes a string. Ids of ours (UUIDs) and trace ids stay.
 */
export const scrub = (text: string): string => {
  let result = ''
  let from = 0
  for (const { 0: id, index } of text.matchAll(kept)) {
    result += hide(text.slice(from, index)) + id
    from = index + id.length
  }
  return result + hide(text.slice(from))
}

const bareNumber = /(?<=[:,[])\s*(?:\d{12}|\d{9})(?=[,\]}])/g
const hide = (text: string) => text.replace(bareNumber, `"${mark}"`).replace(hidden, mark)
