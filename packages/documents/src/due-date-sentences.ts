import type { DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import type { Explanation } from '@dossier/contracts/explanation'
import type { RuleSetId } from '@dossier/contracts/procedure'
import { type Bilingual, dateText, dayAfter, fullDate, momentText, onTheWall, stretchText } from './dates.ts'
import { daysOf, limitText, plural, tally } from './looked-at.ts'

/** How a due date was counted, in the few sentences a citizen reads. */
export const howItWasCounted = (
  certificate: DueDateCertificate,
  explanations: readonly Explanation[],
): readonly Bilingual[] => [
  ...started(certificate),
  ...(explanations.length > 1 ? chained(explanations) : explanations.flatMap(counted)),
  ...explanations.flatMap(rolled),
  ...(certificate.provisional ? [provisional] : []),
]

/**
 * Why the whole limit runs again after a supplement. The wording of NĐ 118/2025 on it is not known: there it is the
 * procedure's own process that says so, and no article is cited.
 */
const restartGrounds: Record<RuleSetId, Bilingual> = {
  ND61_2018: { vi: 'NĐ 61/2018/NĐ-CP, Điều 19.4', en: 'Decree 61/2018, art. 19.4' },
  'ND61_2018+ND107_2021': { vi: 'NĐ 61/2018/NĐ-CP, Điều 19.4', en: 'Decree 61/2018, art. 19.4' },
  ND118_2025: { vi: 'theo quy trình của thủ tục', en: "by the procedure's own process" },
}

const started = ({ acceptedAt, interruptions, dayZero, cutOff, ruleSet }: DueDateCertificate): Bilingual[] => {
  const restart = interruptions.findLast(({ effect }) => effect === 'restart')
  const since = momentText(restart?.to ?? acceptedAt)
  const ground = restartGrounds[ruleSet]
  const again = {
    vi: `Nhận đủ hồ sơ bổ sung lúc ${since.vi}: thời hạn được tính lại từ đầu (${ground.vi}).`,
    en: `All papers were in at ${since.en}: the whole limit runs again (${ground.en}).`,
  }
  const late = {
    vi: `Hồ sơ đến từ ${cutOff} trở đi nên tính là nhận vào ngày làm việc tiếp theo, ${fullDate(dayZero).vi}.`,
    en: `Coming at ${cutOff} or later it counts as received on the next working day, ${dateText(dayZero)}.`,
  }
  const isLate = onTheWall(restart?.to ?? acceptedAt).day !== dayZero
  return [...(restart === undefined ? [] : [again]), ...(isLate ? [late] : [])]
}

const chained = (explanations: readonly Explanation[]): Bilingual[] => [
  {
    vi: `Thời hạn là tổng thời hạn của ${explanations.length} bước. Ngày một bước kết thúc là ngày bắt đầu của bước sau; ngày bắt đầu không tính (Bộ luật Dân sự 2015, Điều 147).`,
    en: `The limit is the sum of ${explanations.length} stages. The day on which one ends is the next one's day zero, and day zero is not counted (Civil Code 2015, art. 147).`,
  },
]

const counted = (explanation: Explanation): Bilingual[] => {
  const { limit, months } = explanation
  const text = limitText(limit)
  switch (limit.unit) {
    case 'working-day':
    case 'day':
      return [fromTheNextDay(explanation), looked(explanation)]
    case 'month':
      return [fromTheNextDay(explanation), ...passed(months ?? [])]
    case 'same-day':
      return [{ vi: 'Giải quyết ngay trong ngày nhận hồ sơ.', en: 'To be settled on the day of receipt.' }]
    case 'working-hour':
      return [
        {
          vi: `Thời hạn ${text.vi} chỉ chạy trong giờ làm việc của cơ quan, kể từ lúc bắt đầu tính.`,
          en: `${text.en}, running in office hours alone, from the minute it began.`,
        },
      ]
    case 'hour':
      return [
        {
          vi: `Thời hạn ${text.vi} chạy liên tục theo đồng hồ, kể từ lúc bắt đầu tính (Bộ luật Dân sự 2015, Điều 147.1).`,
          en: `${text.en} by the clock, from the minute it began (Civil Code 2015, art. 147.1).`,
        },
      ]
  }
}

const fromTheNextDay = ({ from, limit }: Explanation): Bilingual => {
  const text = limitText(limit)
  return {
    vi: `Thời hạn ${text.vi} tính từ ngày liền sau ngày bắt đầu ${dateText(from)}; ngày bắt đầu không tính (Bộ luật Dân sự 2015, Điều 147).`,
    en: `${text.en} from the day after day zero, ${dateText(from)}, which is not counted (Civil Code 2015, art. 147).`,
  }
}

const looked = (explanation: Explanation): Bilingual => {
  const { from, due } = explanation
  const days = daysOf(explanation)
  const all = days.counted.length + days.uncounted.length
  const last = [...days.counted, ...days.uncounted]
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  const stretch = stretchText(dayAfter(from), last ?? due.on)
  const skipped = tally(days.uncounted)
  const not = days.uncounted.length
  if (not === 0) return { vi: `${stretch} có ${all} ngày, đều được tính.`, en: `${plural(all, 'day')}, all counted.` }
  return {
    vi: `${stretch} có ${all} ngày: ${days.counted.length} ngày được tính, ${not} ngày không tính (${skipped.vi}).`,
    en: `${plural(all, 'day')}: ${days.counted.length} counted, ${not} not (${skipped.en}).`,
  }
}

const mostMonths = 12

const passed = (months: NonNullable<Explanation['months']>): Bilingual[] => {
  const ends = months.slice(-mostMonths).map(({ to }) => dateText(to))
  const isCut = months.length > mostMonths
  const short = months.filter(({ lastOfMonth }) => lastOfMonth).length
  return [
    {
      vi: `Các tháng lần lượt hết vào ${isCut ? '…, ' : ''}${ends.join(', ')}${short === 0 ? '' : `; tháng không có ngày tương ứng thì hết vào ngày cuối tháng (Bộ luật Dân sự 2015, Điều 148.4)`}.`,
      en: `Each month ends on its corresponding day${short === 0 ? '' : ', or on its last where it has none (Civil Code 2015, art. 148.4)'}.`,
    },
  ]
}

const rolled = ({ days, due }: Explanation): Bilingual[] => {
  const last = days.find(({ roll, counted: counts }) => roll === true && counts)
  if (last === undefined) return []
  return [
    {
      vi: `Ngày cuối của thời hạn, ${fullDate(last.day).vi}, là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo, ${fullDate(due.on).vi} (Bộ luật Dân sự 2015, Điều 148.5).`,
      en: `Its last day, ${dateText(last.day)}, is a rest day: the limit ends on the next working day, ${dateText(due.on)} (Civil Code 2015, art. 148.5).`,
    },
  ]
}

const provisional: Bilingual = {
  vi: 'Tạm tính: lịch nghỉ của một năm trên đường tính chưa được công bố; khi công bố, ngày này được tính lại và báo cho người nộp.',
  en: 'Provisional: a year on the way has no announced calendar yet; once it has, the date is counted again and you are told.',
}
