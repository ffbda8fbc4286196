import type { DayLookedAt, Explanation } from '@dossier/contracts/explanation'
import type { Day, Limit, LimitUnit } from '@dossier/contracts/time'
import type { Bilingual } from './dates.ts'

type Why = DayLookedAt['why']

/** Why a day did not count, or counted although it is no ordinary working day. */
export const reasons: Record<Why, Bilingual> = {
  'day-zero': { vi: 'ngày bắt đầu', en: 'day zero' },
  'working-day': { vi: 'ngày làm việc', en: 'working day' },
  'worked-saturday': { vi: 'ngày làm việc bù, được tính', en: 'worked for another day, counted' },
  'calendar-day': { vi: 'ngày theo lịch', en: 'calendar day' },
  'made-up-day': { vi: 'bù cho ngày thời hạn tạm dừng', en: 'made up for a day the clock stood' },
  weekend: { vi: 'ngày nghỉ hằng tuần', en: 'weekly rest day' },
  holiday: { vi: 'ngày nghỉ lễ, tết', en: 'public holiday' },
  compensation: { vi: 'ngày nghỉ bù', en: 'day off in compensation' },
  swap: { vi: 'ngày nghỉ hoán đổi', en: 'day off by swap' },
  interruption: { vi: 'ngày tạm dừng', en: 'day the clock stood' },
  'office-closed': { vi: 'ngày cơ quan không còn giờ làm việc', en: 'day the office had closed' },
}

const units: Record<LimitUnit, Bilingual> = {
  'working-day': { vi: 'ngày làm việc', en: 'working day' },
  day: { vi: 'ngày', en: 'calendar day' },
  month: { vi: 'tháng', en: 'month' },
  'working-hour': { vi: 'giờ làm việc', en: 'working hour' },
  hour: { vi: 'giờ', en: 'hour' },
  'same-day': { vi: 'trong ngày', en: 'same day' },
}

/** `20 ngày làm việc`, `20 working days`. */
export const limitText = ({ amount, unit }: Limit): Bilingual => {
  const { vi, en } = units[unit]
  if (unit === 'same-day') return { vi: 'Trong ngày', en: 'On the same day' }
  return { vi: `${amount} ${vi}`, en: plural(amount, en) }
}

export const plural = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`

/** The days that made a limit pass, and those that did not: neither day zero nor the working day a rest day rolled to. */
export const daysOf = ({ days }: Pick<Explanation, 'days'>): { counted: DayLookedAt[]; uncounted: DayLookedAt[] } => {
  const looked = days.filter(({ why, roll, counted }) => why !== 'day-zero' && (roll !== true || counted))
  return { counted: looked.filter(({ counted }) => counted), uncounted: looked.filter(({ counted }) => !counted) }
}

/** `10 ngày nghỉ hằng tuần, 2 ngày nghỉ lễ, tết`. */
export const tally = (days: readonly DayLookedAt[]): Bilingual => {
  const whys = [...new Set(days.map(({ why }) => why))].map((why) => ({
    amount: days.filter((day) => day.why === why).length,
    reason: reasons[why],
  }))
  return {
    vi: whys.map(({ amount, reason }) => `${amount} ${reason.vi}`).join('; '),
    en: whys.map(({ amount, reason }) => `${amount} × ${reason.en}`).join('; '),
  }
}

/** Days one after another that did not count, or counted, for one reason. */
export type Run = { from: Day; to: Day; days: number; day: DayLookedAt }

/** Runs of days with one reason, name and notice; weekends in between do not part them. */
export const runsOf = (days: readonly DayLookedAt[]): Run[] => {
  const runs: Run[] = []
  let isOpen = false
  for (const day of days) {
    if (day.why === 'weekend' && day.roll !== true) continue
    const last = runs.at(-1)
    if (isNamed(day) && isOpen && last !== undefined && isAlike(last.day, day)) {
      last.to = day.day
      last.days += 1
    } else if (isNamed(day)) runs.push({ from: day.day, to: day.day, days: 1, day })
    isOpen = isNamed(day)
  }
  return runs
}

/** Days that must be named one by one: weekends are seen in the calendar, interruptions have their own lines. */
const isNamed = ({ why, counted, roll }: DayLookedAt): boolean =>
  why === 'worked-saturday' ||
  (why === 'office-closed' && !counted) ||
  ['holiday', 'compensation', 'swap'].includes(why) ||
  (why === 'weekend' && roll === true)

const isAlike = (a: DayLookedAt, b: DayLookedAt): boolean =>
  a.why === b.why && a.name === b.name && a.notice === b.notice && a.counted === b.counted && a.roll === b.roll
