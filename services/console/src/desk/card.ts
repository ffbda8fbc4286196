/** What the QR code of an identity card says of its holder; dates as `1990-12-31`. */
export type Card = { personalId: string; fullName: string; birthDate: string; sex: string | undefined; address: string }

// Eight digits are day, month, year.
const dayOf = (digits: string) => digits.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1')
const sexes: Readonly<Record<string, string>> = { Nam: 'male', Nữ: 'female' }

/** Reads `012345678901|012345678|Họ và tên|31121990|Nam|Địa chỉ|…`, as a scanner types it; undefined where it is something else. */
export const cardOf = (scanned: string): Card | undefined => {
  const [personalId = '', , fullName = '', birth = '', sex = '', address = ''] = scanned.normalize('NFC').split('|')
  if (!/^\d{12}$/.test(personalId) || fullName === '' || !/^\d{8}$/.test(birth)) return undefined
  return { personalId, fullName, birthDate: dayOf(birth), sex: sexes[sex], address }
}

/** The applicant as the card has him: the address from its last part, the province, to its first. What was typed stays where the card is silent. */
export const applicantOf = (card: Card, before: unknown): Record<string, unknown> => {
  const { personalId, fullName, birthDate, address } = card
  const [province = '', commune = '', ...line] = address
    .split(',')
    .map((part) => part.trim())
    .toReversed()
  const given = Object(before)
  return {
    ...given,
    personalId,
    fullName,
    birthDate,
    ...(address !== '' && { address: { ...given.address, province, commune, line: line.toReversed().join(', ') } }),
  }
}
