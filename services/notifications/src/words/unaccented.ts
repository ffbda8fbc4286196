/** One text message: beyond it an unaccented text costs another, and a provider may cut it. */
const smsLength = 160

// Outside the letters without accents and these signs a phone network sends the whole text in 70 characters a part.
const foreignSign = /[^A-Za-z0-9 .,:;()/%+*"'!?=&#@<>_-]/u

/** Vietnamese without accents, as text messages are sent: `Đã tiếp nhận` is `Da tiep nhan`, in NFC as in NFD. */
export const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Why a text cannot be sent as one unaccented message; undefined where it can. */
export const smsProblem = (text: string): string | undefined => {
  if (text.length > smsLength) return `${text.length} characters, a text message has ${smsLength}`
  const foreign = foreignSign.exec(text)?.[0]
  return foreign === undefined ? undefined : `the sign "${foreign}" cannot be sent without accents`
}
