/** Eighty letters of a name, with as many marks as Vietnamese has. */
export const longName = 'Nguyễn Phước Trường Thịnh Hoàng Phượng Huyền Thưởng Kiều Diễm Ngưỡng Nghiễn Tường'
export const longLine = `${longName}, ${longName.toUpperCase()}`
export const longShort = 'H15.08.05.04.01/TNHS-2021'.padEnd(60, 'G')
export const longWords = Array.from({ length: 4 }, () => `${longLine}. ${longLine}.`).join('\n')
export const unparted = 'mot-dia-chi-thu-dien-tu-khong-co-khoang-trang-nao-de-xuong-dong@tinh-gia-lai.gov.vn'
