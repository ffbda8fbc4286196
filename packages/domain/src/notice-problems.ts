import type { CalendarNotice, CalendarVersion, CalendarYear } from '@dossier/contracts/calendar'
import type { FieldError } from '@dossier/contracts/problem'
import type { Day } from '@dossier/contracts/time'
import { isAnnounced, isProvisional, numberOf, whyOff, yearOf } from './calendar.ts'
import { calendarIn, yearsOfProvince } from './calendar-layers.ts'
import { noticesOf } from './notice.ts'
import { officeOn, type OrganisationTree } from './organisations.ts'

/** What a notice is judged against: the present calendar, the legal day, and who there is. */
export type NoticeContext = { calendar: CalendarVersion; today: Day; organisations: OrganisationTree }

const sentences = {
  'id-taken': ['Mã {} đã được dùng.', 'The id {} is that of a published notice.'],
  'layer-unknown': ['{} không phải là tỉnh đang hoạt động.', '{} is no province that exists today.'],
  'notice-empty': ['Thông báo không nêu ngày nào.', 'The notice names no day.'],
  'named-twice': ['{} được nêu hai lần.', '{} is named twice.'],
  'year-not-announced': [
    'Ngày {} thuộc năm chưa công bố; hãy công bố cả năm trước.',
    '{} lies in a year that is not announced: announce the whole year first.',
  ],
  'year-already-announced': [
    'Năm {} đã được công bố; chỉ nêu những ngày thay đổi.',
    '{} is announced already: name only the days that change.',
  ],
  'year-without-days': ['Năm {} không có ngày nghỉ nào.', '{} is announced in full and names no day off.'],
  'province-announces-year': [
    'Chỉ lịch toàn quốc công bố cả năm {}.',
    'Only a notice for the whole country announces {} in full.',
  ],
  'past-day': [
    'Ngày {} đã qua; nếu hồi tố, hãy ghi rõ và nêu lý do.',
    '{} has passed: say retroactive, with the reason, if that is meant.',
  ],
  'reason-missing': ['Thông báo hồi tố phải nêu lý do.', 'A retroactive notice gives its reason.'],
  'known-later': ['Ngày công bố {} ở tương lai.', 'It cannot be known since {}, which is still to come.'],
  'already-off': ['Ngày {} vốn đã là ngày nghỉ.', '{} is a day off already.'],
  'already-working': ['Ngày {} vốn đã là ngày làm việc.', '{} is a working day already.'],
  'revoke-instead': [
    'Ngày {} do thông báo trước quy định; hãy bãi bỏ ngày đó.',
    '{} is what an earlier notice made it: revoke it, and it is an ordinary day again.',
  ],
  'worked-day-no-saturday': ['Ngày làm bù {} không phải thứ Bảy.', '{} is no Saturday.'],
  'nothing-to-revoke': [
    'Chưa có thông báo nào cùng cấp nêu ngày {}.',
    'No notice of this layer names {}, so there is nothing to revoke.',
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>

export type NoticeProblemCode = keyof typeof sentences

const found = (code: NoticeProblemCode, pointer: string, about: number | string = ''): FieldError[] => {
  const [vi, en] = sentences[code].map((sentence) => sentence.replace('{}', String(about)))
  return [{ pointer, code, vi: vi ?? '', en: en ?? '' }]
}

/**
 * Everything that stands against publishing a notice on a day: days that change nothing, stand twice, have passed or lie in
 * a year nobody announced, and who it speaks for. Pointers lead from the notice's root; none means it may be published.
 */
export const noticeProblems = (notice: CalendarNotice, context: NoticeContext): FieldError[] => {
  const calendar = calendarFor(notice, context.calendar)
  const days = daysOf(notice)
  const wrongDay = ({ day, pointer, as }: Named, i: number): FieldError[] => {
    if (days.findIndex((one) => one.day === day) < i) return found('named-twice', pointer, day)
    const year = yearOf(numberOf(day))
    if (!isFirm(year, calendar) && !notice.announces.includes(year)) return found('year-not-announced', pointer, day)
    const passed = day < context.today && !notice.retroactive ? found('past-day', pointer, day) : []
    return [...passed, ...asked[as](day, pointer, { notice, calendar, nation: context.calendar })]
  }
  const isTaken = noticesOf(calendar).some(({ id }) => id === notice.id)
  return [
    ...(isTaken ? found('id-taken', '/id', notice.id) : []),
    ...layerProblems(notice, context),
    ...(days.length === 0 ? found('notice-empty', '') : []),
    ...yearProblems(notice, calendar),
    ...days.flatMap(wrongDay),
    ...(notice.retroactive && notice.reason === undefined ? found('reason-missing', '/reason') : []),
    ...(notice.knownSince !== null && notice.knownSince > context.today
      ? found('known-later', '/knownSince', notice.knownSince)
      : []),
  ]
}

/** The calendar that counts where a notice speaks: the nation's, or that of its province. */
export const calendarFor = ({ layer }: CalendarNotice, calendar: CalendarVersion): CalendarVersion =>
  layer.is === 'nation' ? calendar : calendarIn(calendar, layer.province)

const isFirm = (year: number, calendar: CalendarVersion): boolean => {
  const first = numberOf(`${year}-01-01`)
  return isAnnounced(first, calendar) && !isProvisional(first, calendar)
}

const layerProblems = ({ layer }: CalendarNotice, { today, organisations }: NoticeContext): FieldError[] => {
  if (layer.is === 'nation') return []
  const row = officeOn(organisations, layer.province, today)
  const isProvince = row?.level === 'province' && row.function === 'peoples-committee'
  return isProvince ? [] : found('layer-unknown', '/layer/province', layer.province)
}

const yearProblems = ({ layer, announces, off }: CalendarNotice, calendar: CalendarVersion): FieldError[] =>
  announces.flatMap((year, i) => {
    const pointer = `/announces/${i}`
    if (announces.indexOf(year) < i) return found('named-twice', pointer, year)
    if (layer.is === 'province') return found('province-announces-year', pointer, year)
    if (isFirm(year, calendar)) return found('year-already-announced', pointer, year)
    return off.some(({ day }) => day.startsWith(`${year}-`)) ? [] : found('year-without-days', pointer, year)
  })

type Named = { day: Day; pointer: string; as: 'off' | 'worked' | 'revoked' }

const daysOf = ({ off, worked, revoked }: CalendarNotice): Named[] => [
  ...off.map(({ day }, i) => ({ day, pointer: `/off/${i}/day`, as: 'off' as const })),
  ...worked.map(({ day }, i) => ({ day, pointer: `/worked/${i}/day`, as: 'worked' as const })),
  ...revoked.map((day, i) => ({ day, pointer: `/revoked/${i}`, as: 'revoked' as const })),
]

type Before = { notice: CalendarNotice; calendar: CalendarVersion; nation: CalendarVersion }
type Asked = (day: Day, pointer: string, before: Before) => FieldError[]

/** What each list asks of its days, against the calendar as it was. */
const asked: Record<Named['as'], Asked> = {
  off: (day, pointer, { calendar }) => {
    const why = whyOff(numberOf(day), calendar)
    if (why !== undefined) return found('already-off', pointer, day)
    return isWeekend(day) ? found('revoke-instead', pointer, day) : []
  },
  worked: (day, pointer, { calendar }) => {
    const why = whyOff(numberOf(day), calendar)
    if (why === undefined) return found('already-working', pointer, day)
    if (why.why !== 'weekend') return found('revoke-instead', pointer, day)
    return new Date(day).getUTCDay() === 6 ? [] : found('worked-day-no-saturday', pointer, day)
  },
  revoked: (day, pointer, { notice: { layer }, nation }) => {
    const years: readonly CalendarYear[] =
      layer.is === 'nation' ? nation.years : yearsOfProvince(nation, layer.province)
    const isNamed = years.some(({ off, worked }) => [...off, ...worked].some((one) => one.day === day))
    return isNamed ? [] : found('nothing-to-revoke', pointer, day)
  },
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay())
