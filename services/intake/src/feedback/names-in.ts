import type { Kept } from './record.ts'

const letters = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ')
// As people write numbers: 0912 345 678, 0912.345.678; of a personal id, a tax code, a telephone.
const longNumber = /\d(?:[\s.-]?\d){8,}/
const code = /\bH\d{2}(?:\.\d{2})*-\d{6}-\d{4}\b/i

/**
 * Whether a text to publish still names somebody: by what the giver left to be reached by, the account of an officer it speaks
 * of or who handled it, the code of a dossier, its own reference, or any number long enough to be a person's.
 */
export const namesPeople = (
  text: string,
  kept: Pick<Kept, 'contact' | 'complainedOf' | 'handler' | 'reference'>,
): boolean => {
  const said = letters(text)
  const { contact, complainedOf, handler, reference } = kept
  const telling = [...Object.values(contact), ...complainedOf, ...(handler === null ? [] : [handler]), reference]
  return longNumber.test(text) || code.test(text) || telling.some((one) => one !== '' && said.includes(letters(one)))
}
