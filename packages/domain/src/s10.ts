/** An item identifier of the post (UPU S10): `RA473124829VN` is registered item 47312482 of Vietnam, check digit 9. */
export type S10 = {
  /** As it is kept and compared: thirteen letters and digits without a space. */
  code: string
  /** RA-RZ registered, EA-EZ express, CA-CZ parcel. */
  service: string
  serial: string
  country: string
}

const problems = {
  's10-length': [
    'Mã bưu gửi phải có 13 ký tự, mã này có {}.',
    'An item identifier has 13 letters and digits, this one {}.',
  ],
  's10-prefix': ['Mã bưu gửi phải bắt đầu bằng hai chữ cái, không phải "{}".', 'It begins with two letters, not "{}".'],
  's10-serial': ['Giữa mã bưu gửi phải là chín chữ số, không phải "{}".', 'Nine digits are in its middle, not "{}".'],
  's10-country': [
    'Mã bưu gửi phải kết thúc bằng hai chữ cái của nước, không phải "{}".',
    'It ends with the two letters of a country, not "{}".',
  ],
  's10-check-digit': [
    'Chữ số kiểm tra của mã bưu gửi sai: phải là {}. Hãy quét hoặc nhập lại.',
    'The check digit is wrong, {} would be right: scan it or type it again.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>

/** Why a text is no item identifier. */
export type S10Problem = { code: keyof typeof problems; vi: string; en: string }

const problem = (code: S10Problem['code'], about: number | string): { is: 'refused'; problem: S10Problem } => {
  const [vi, en] = problems[code]
  return { is: 'refused', problem: { code, vi: vi.replace('{}', String(about)), en: en.replace('{}', String(about)) } }
}

const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** The ninth digit, which tells that the eight of a serial were read as they were written (UPU S10). */
export const checkDigitOf = (serial: string): number => {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(serial[i]), 0)
  const check = 11 - (sum % 11)
  if (check === 10) return 0
  return check === 11 ? 5 : check
}

/**
 * Reads an identifier as scanned or typed: small letters and spaces between its groups are no mistake. Five stands for two
 * remainders, so that some 2 % of the mistakes in one digit pass; whoever reads a code must still look its item up.
 */
export const parseS10 = (text: string): { is: 'item'; item: S10 } | { is: 'refused'; problem: S10Problem } => {
  const code = text.replace(/\s+/g, '').toUpperCase()
  if (code.length !== 13) return problem('s10-length', code.length)
  const [service, digits, country] = [code.slice(0, 2), code.slice(2, 11), code.slice(11)]
  if (!/^[A-Z]{2}$/.test(service)) return problem('s10-prefix', service)
  if (!/^\d{9}$/.test(digits)) return problem('s10-serial', digits)
  if (!/^[A-Z]{2}$/.test(country)) return problem('s10-country', country)
  const serial = digits.slice(0, 8)
  const check = checkDigitOf(serial)
  if (Number(digits[8]) !== check) return problem('s10-check-digit', check)
  return { is: 'item', item: { code, service, serial, country } }
}

/**
 * The identifier of a serial number, 0 to 99,999,999, for a service of two letters. A number outside that throws a
 * RangeError: serials never wrap, as an identifier is not used again for 24 months.
 */
export const mintS10 = (service: string, serial: number): string => {
  if (!/^[A-Z]{2}$/.test(service))
    throw new RangeError(`An S10 service indicator is two capital letters, not ${service}`)
  if (!Number.isInteger(serial) || serial < 0 || serial > 99_999_999)
    throw new RangeError(
      `S10 serial ${serial} is not of eight digits: open another service indicator, never begin again`,
    )
  const digits = String(serial).padStart(8, '0')
  return `${service}${digits}${checkDigitOf(digits)}VN`
}
