const zone = 'Asia/Ho_Chi_Minh'
const minutes = new Intl.DateTimeFormat('vi', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

/** `24/11/2026 15:30`, by the clock of Vietnam, whatever the machine's zone. */
export const minute = (instant: string): string => {
  const parts = Object.fromEntries(minutes.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${day(isoDay(instant))} ${parts['hour']}:${parts['minute']}`
}

/** `24/11/2026` of `2026-11-24`. */
export const day = (text: string): string => text.slice(0, 10).split('-').toReversed().join('/')

/** The days from today to another day; negative when it has passed. */
export const daysUntil = (text: string, now = Date.now()): number =>
  Math.round((Date.parse(text.slice(0, 10)) - Date.parse(isoDay(new Date(now).toISOString()))) / 86_400_000)

const isoDay = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10) // Vietnam has no summer time

/** The day, as `2026-11-24`, so many days from today, or before it. */
export const inDays = (days: number, now = Date.now()): string =>
  isoDay(new Date(now + days * 86_400_000).toISOString())

/** Money in đồng: `5.000 đ`. */
export const money = (amount: number): string => `${amount.toLocaleString('vi')} đ`
