import type { Day, Instant, TimeOfDay } from '@dossier/contracts/time'

/** A text in Vietnamese, and in English for whoever reads that: a letter has both, Vietnamese first. */
export type Bilingual = { vi: string; en: string }

const weekdays: readonly Bilingual[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
]

/** `24/11/2026`. */
export const dateText = (day: Day): string => day.split('-').toReversed().join('/')

/** `ngày 05 tháng 02 năm 2026`, as letters are dated: days below ten and the first two months have a zero (NĐ 30/2020 annex I). */
export const dateInWords = (day: Day): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** `24/11` up to `28/11/2026`, as a person writes a stretch of days. */
export const stretchText = (from: Day, to: Day): string => {
  if (from === to) return dateText(from)
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${dateText(from)} – ${dateText(to)}`
  return `${dateText(from).slice(0, 5)} – ${dateText(to)}`
}

export const weekdayOf = (day: Day): Bilingual => weekdays[weekdayNumber(day)] ?? { vi: '', en: '' }

/** `thứ Ba, 24/11/2026`. */
export const fullDate = (day: Day): Bilingual => {
  const { vi, en } = weekdayOf(day)
  return { vi: `${vi}, ${dateText(day)}`, en: `${en} ${dateText(day)}` }
}

/** 0 is Sunday. */
export const weekdayNumber = (day: Day): number => new Date(day).getUTCDay()

export const dayAfter = (day: Day, days = 1): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** All days from one to another, both included. */
export const daysBetween = (from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = dayAfter(day)) days.push(day)
  return days
}

/** The day and the time a clock in Vietnam shows at a moment. */
export const onTheWall = (at: Instant): { day: Day; time: TimeOfDay } => {
  const shown = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** `09:40 ngày 24/11/2026`. */
export const momentText = (at: Instant): Bilingual => {
  const { day, time } = onTheWall(at)
  return { vi: `${time} ngày ${dateText(day)}`, en: `${time} on ${dateText(day)}` }
}

/** `09:40, thứ Ba, 24/11/2026`. */
export const fullMoment = (at: Instant): string => {
  const { day, time } = onTheWall(at)
  return `${time}, ${fullDate(day).vi}`
}
