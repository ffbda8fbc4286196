import type { DayLookedAt, Explanation, MonthPassed, StretchLookedAt } from '@dossier/contracts/explanation'
import type { Day, Due, Instant, Limit, LimitUnit } from '@dossier/contracts/time'
import { dayOf, timeOf } from './calendar.ts'
import type { Restart } from './deadline-question.ts'

export type Language = 'vi' | 'en'

/** An explanation in sentences, one for each thing looked at, from the limit to the due date. */
export const sentencesOf = (
  { from, limit, due, provisional, days, months = [], stretches = [] }: Explanation,
  language: Language,
) => {
  const say = words[language]
  return [
    say.limit(limit, dated(from, language)),
    ...months.map((month) => say.month(month, dated(month.to, language))),
    ...days.map((day) => say.day(day, dated(day.day, language))),
    ...stretches.map((one) => say.stretch(one, moment(one.from, language), moment(one.to, language))),
    say.due(due, due.at === undefined ? dated(due.on, language) : moment(due.at, language)),
    ...(provisional === true ? [say.provisional] : []),
  ]
}

/** Why a limit runs again: each stretch in which the clock stood, and from when it counts. */
export const restartSentences = ({ at, stood }: Restart, language: Language): string[] => {
  const say = words[language]
  return [
    ...stood.map((one) => say.stretch(one, moment(one.from, language), moment(one.to, language))),
    say.again(moment(at, language)),
  ]
}

type Words = {
  limit: (limit: Limit, from: string) => string
  day: (day: DayLookedAt, dated: string) => string
  month: (month: MonthPassed, dated: string) => string
  stretch: (stretch: StretchLookedAt, from: string, to: string) => string
  again: (from: string) => string
  due: (due: Due, dated: string) => string
  provisional: string
}

const unitsVi: Record<LimitUnit, string> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
  'working-hour': 'giờ làm việc',
  hour: 'giờ',
  'same-day': 'trong ngày',
}
const whysVi: Record<DayLookedAt['why'], string> = {
  'day-zero': 'ngày bắt đầu, không tính (Bộ luật Dân sự 2015, Điều 147)',
  'working-day': 'ngày làm việc',
  'worked-saturday': 'ngày làm việc bù',
  'calendar-day': 'ngày theo lịch',
  'made-up-day': 'bù cho ngày thời hạn tạm dừng',
  weekend: 'ngày nghỉ hằng tuần',
  holiday: 'ngày nghỉ lễ',
  compensation: 'ngày nghỉ bù',
  swap: 'ngày nghỉ hoán đổi',
  interruption: 'thời hạn tạm dừng',
  'office-closed': 'hết giờ làm việc',
}
const unitsEn: Record<LimitUnit, string> = {
  'working-day': 'working day',
  day: 'day',
  month: 'month',
  'working-hour': 'working hour',
  hour: 'hour',
  'same-day': 'the same day',
}
const whysEn: Record<DayLookedAt['why'], string> = {
  'day-zero': 'day zero, not counted (Civil Code 2015 art. 147)',
  'working-day': 'a working day',
  'worked-saturday': 'a day worked for another',
  'calendar-day': 'a calendar day',
  'made-up-day': 'for a day on which the clock stood',
  weekend: 'weekly rest day',
  holiday: 'public holiday',
  compensation: 'day off in compensation',
  swap: 'day off by swap',
  interruption: 'the clock stood',
  'office-closed': 'the office had closed',
}

/** Name, notice and document, where there are any. */
const source = ({ name, notice, document }: Pick<DayLookedAt, 'name' | 'notice' | 'document'>): string => {
  const known = [name, notice, document].filter((one) => one !== undefined)
  return known.length === 0 ? '' : ` (${known.join('; ')})`
}

const words: Record<Language, Words> = {
  vi: {
    limit: ({ amount, unit }, from) =>
      unit === 'same-day' ? `Giải quyết trong ngày ${from}.` : `Thời hạn ${amount} ${unitsVi[unit]} kể từ ${from}.`,
    day: ({ why, counted, ordinal, roll, ...day }, dated) => {
      const reason = `${whysVi[why]}${source(day)}`
      if (why === 'day-zero') return `${dated}: ${reason}.`
      if (roll && counted)
        return `${dated}: ngày cuối cùng của thời hạn là ${reason}, chuyển sang ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148.5).`
      if (counted) return `${dated}: ${ordinal === undefined ? 'tính' : `ngày thứ ${ordinal}`}, ${reason}.`
      return roll && why.startsWith('work')
        ? `${dated}: ${reason}, thời hạn kết thúc.`
        : `${dated}: không tính, ${reason}.`
    },
    month: ({ ordinal, lastOfMonth }, dated) =>
      `Hết tháng thứ ${ordinal}: ${dated}${lastOfMonth ? ', ngày cuối tháng vì không có ngày tương ứng (Bộ luật Dân sự 2015, Điều 148.4)' : ''}.`,
    stretch: ({ counted, document }, from, to) =>
      `Từ ${from} đến ${to}: ${counted ? 'tính' : `không tính, thời hạn tạm dừng${source({ document })}`}.`,
    again: (from) => `Từ ${from}: thời hạn tính lại từ đầu.`,
    due: ({ at }, dated) => `Hạn: ${dated}${at === undefined ? ', hết ngày' : ''}.`,
    provisional: 'Tạm tính: lịch nghỉ của năm liên quan chưa được công bố.',
  },
  en: {
    limit: ({ amount, unit }, from) =>
      unit === 'same-day'
        ? `On the same day, ${from}.`
        : `${amount} ${unitsEn[unit]}${amount === 1 ? '' : 's'} from ${from}.`,
    day: ({ why, counted, ordinal, roll, ...day }, dated) => {
      const reason = `${whysEn[why]}${source(day)}`
      if (why === 'day-zero') return `${dated}: ${reason}.`
      if (roll && counted)
        return `${dated}: the limit's last day is a rest day, ${reason}; it ends on the next working day (Civil Code 2015 art. 148.5).`
      if (counted) return `${dated}: counted${ordinal === undefined ? '' : ` as day ${ordinal}`}, ${reason}.`
      return roll && why.startsWith('work')
        ? `${dated}: ${reason}, the limit ends.`
        : `${dated}: not counted, ${reason}.`
    },
    month: ({ ordinal, lastOfMonth }, dated) =>
      `Month ${ordinal} ends: ${dated}${lastOfMonth ? ', the last of the month, which has no corresponding day (Civil Code 2015 art. 148.4)' : ''}.`,
    stretch: ({ counted, document }, from, to) =>
      `${from} to ${to}: ${counted ? 'counted' : `not counted, the clock stood${source({ document })}`}.`,
    again: (from) => `From ${from} the whole limit runs again.`,
    due: ({ at }, dated) => `Due: ${dated}${at === undefined ? ', at the end of the day' : ''}.`,
    provisional: 'Provisional: the calendar of a year it reaches into is not announced.',
  },
}

const weekdays: Record<Language, readonly string[]> = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const dated = (day: Day, language: Language): string => {
  const [year, month, date] = day.split('-')
  return `${weekdays[language][new Date(day).getUTCDay()]} ${date}/${month}/${year}`
}

const moment = (at: Instant, language: Language): string => `${timeOf(at)} ${dated(dayOf(at), language)}`
