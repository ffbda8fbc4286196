const vietnam = 7 * 3_600_000

/** `2021-04-13T09:40` on the office wall as UTC text. */
export const moment = (local: string): string => new Date(`${local}:00+07:00`).toISOString()

const wall = (at: string) => new Date(Date.parse(at) + vietnam).toISOString()

/** `2021-04-13 09:40` on the office wall, as timers in Temporal say it. */
export const minuteOf = (at: string): string => wall(at).slice(0, 16).replace('T', ' ')

const weekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']

/** A moment as it is said at the desk: `T3 13/04/2021 09:40`. */
export const said = (at: string): string => {
  const [day = '', time = ''] = wall(at).split('T')
  return `${weekdays[new Date(day).getUTCDay()]} ${saidDay(day)} ${time.slice(0, 5)}`
}

/** A legal day as forms write it: `17/05/2021`. */
export const saidDay = (day: string): string => day.split('-').toReversed().join('/')
