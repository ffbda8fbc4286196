import type { DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import type { DayLookedAt, Explanation, StretchLookedAt } from '@dossier/contracts/explanation'
import type { Day, Instant } from '@dossier/contracts/time'
import { type Bilingual, dateText, onTheWall, stretchText } from './dates.ts'
import { plural, reasons, type Run, runsOf } from './looked-at.ts'

/** One line of the table: when, what about it, and the document it rests on. Lines are in the order of `from`. */
export type NamedDay = { from: Day; when: string; what: Bilingual; source: string | null }

/** Every stretch the clock stood, every day that did not count for another reason than a weekend, and hours that ran. */
export const namedDays = (certificate: DueDateCertificate, explanations: readonly Explanation[]): NamedDay[] => {
  const days = explanations.flatMap((one) => one.days).filter(({ why }) => why !== 'day-zero')
  return [
    ...certificate.interruptions.map((one) => stood(one, explanations)),
    ...runsOf([...beforeItBegan(certificate), ...days]).map(named),
    ...hoursOf(explanations.flatMap(({ stretches = [] }) => stretches)),
  ].toSorted((a, b) => a.from.localeCompare(b.from))
}

/** The days off for which a dossier that came after the cut-off waited until it counted as received. */
const beforeItBegan = ({ interruptions, acceptedAt, dayZero, calendar }: DueDateCertificate): DayLookedAt[] => {
  const since = interruptions.findLast(({ effect }) => effect === 'restart')?.to ?? acceptedAt
  return calendar.years
    .flatMap(({ off }) => off)
    .filter(({ day }) => day > onTheWall(since).day && day < dayZero)
    .map(({ day, why, name, notice }) => ({ day, counted: false, why, name, notice }))
}

const stood = (
  { from, to, effect, document }: DueDateCertificate['interruptions'][number],
  explanations: readonly Explanation[],
): NamedDay => {
  const [first, last] = [onTheWall(from).day, onTheWall(to).day]
  const days = explanations
    .flatMap((one) => one.days)
    .filter(({ why, day }) => why === 'interruption' && day >= first && day <= last).length
  return {
    from: first,
    when: `${momentOf(from)} – ${momentOf(to)}`,
    what: effect === 'restart' ? restarted : paused(days),
    source: document ?? null,
  }
}

const restarted: Bilingual = {
  vi: 'chờ bổ sung hồ sơ; sau đó thời hạn tính lại từ đầu',
  en: 'papers were awaited; then the whole limit ran again',
}

const paused = (days: number): Bilingual =>
  days === 0
    ? { vi: 'thời hạn tạm dừng', en: 'the clock stood' }
    : { vi: `thời hạn tạm dừng: ${days} ngày không tính`, en: `the clock stood: ${plural(days, 'day')} not counted` }

const momentOf = (at: Instant): string => {
  const { day, time } = onTheWall(at)
  return `${time} ${dateText(day)}`
}

const named = ({ from, to, days, day }: Run): NamedDay => {
  const { vi, en } = reasons[day.why]
  const ending = endingOf(day)
  const many = days === 1 ? '' : ` (${days} ngày)`
  return {
    from,
    when: `${stretchText(from, to)}${many}`,
    what: { vi: `${titled(day.name, vi)}${ending.vi}`, en: `${en}${ending.en}` },
    source: day.notice === undefined ? null : noticeText(day.notice),
  }
}

/** A notice whose number the calendar marks as a gap is said to have none yet: such marks are no words for a citizen. */
const noticeText = (notice: string): string => (notice.includes('[GAP]') ? 'chưa có số thông báo' : notice)

/** The day's name and why it is one; a name that says why (Nghỉ bù Tết Nguyên đán) is enough. */
const titled = (name: string | undefined, why: string): string => {
  if (name === undefined) return why
  return name.toLowerCase().startsWith(why.replace('ngày ', '').slice(0, 8)) ? name : `${name}: ${why}`
}

const endingOf = ({ roll, counted, why }: Run['day']): Bilingual => {
  if (roll === true && counted) return { vi: ', ngày cuối của thời hạn', en: ", the limit's last day" }
  return counted || why === 'office-closed' ? { vi: '', en: '' } : { vi: ', không tính', en: ', not counted' }
}

/** Hours that ran or stood: those of one day together, and days one after another with the same hours. */
const hoursOf = (stretches: readonly StretchLookedAt[]): NamedDay[] => {
  const [first] = stretches
  if (first !== undefined && onTheWall(first.from).day !== onTheWall(first.to).day) return stretches.map(ran)
  const runs: HoursOfDays[] = []
  for (const one of hoursByDay(stretches)) {
    const last = runs.at(-1)
    if (last?.hours === one.hours && last.counted === one.counted && last.source === one.source)
      Object.assign(last, { to: one.to, days: last.days + 1 })
    else runs.push(one)
  }
  return runs.map(({ from, to, days, hours, counted, source }) => ({
    from,
    when: `${stretchText(from, to)}${days === 1 ? '' : ` (${days} ngày)`}`,
    what: counted ? { vi: `tính ${hours}`, en: 'counted' } : { vi: `không tính ${hours}`, en: 'not counted' },
    source,
  }))
}

type HoursOfDays = { from: Day; to: Day; days: number; hours: string; counted: boolean; source: string | null }

const hoursByDay = (stretches: readonly StretchLookedAt[]): HoursOfDays[] => {
  const days: HoursOfDays[] = []
  for (const { from, to, counted, document = null } of stretches) {
    const { day, time } = onTheWall(from)
    const hours = `${time}–${onTheWall(to).time}`
    const same = days.find((one) => one.from === day && one.counted === counted && one.source === document)
    if (same === undefined) days.push({ from: day, to: day, days: 1, hours, counted, source: document })
    else same.hours += `, ${hours}`
  }
  return days
}

const ran = ({ from, to, counted, document }: StretchLookedAt): NamedDay => ({
  from: onTheWall(from).day,
  when: `${momentOf(from)} – ${momentOf(to)}`,
  what: counted ? { vi: 'tính', en: 'counted' } : { vi: 'không tính, thời hạn tạm dừng', en: 'not counted' },
  source: document ?? null,
})
