import type { DossierEvent } from '@dossier/contracts/dossier-event'
import type { DueDateCertificate } from '@dossier/contracts/due-date-certificate'
import type { Explanation } from '@dossier/contracts/explanation'
import type { RuleSetId } from '@dossier/contracts/procedure'
import type { Due } from '@dossier/contracts/time'
import { type Bilingual, dateText, fullDate, momentText, onTheWall, weekdayOf } from './dates.ts'
import { howItWasCounted } from './due-date-sentences.ts'
import { daysOf, limitText } from './looked-at.ts'
import { monthCalendar } from './month-calendar.ts'
import { namedDays } from './named-days.ts'
import { appointmentText, dueText, pauseText, type Standing } from './promised-date.ts'
import { qrCode } from './qr-code.ts'
import { sizesToTry } from './page-fill.ts'
import type { Letter } from './typesetter.ts'

/** The names a certificate's codes stand for, as the catalogue has them on the day of acceptance. */
export type CertificateNames = {
  procedure: string
  /** The authority the desk belongs to, and the desk. */
  authority: string
  desk: string
  /** By code, of the units on the route; a unit without a name is printed as its code. */
  units: Readonly<Record<string, string>>
}

/**
 * `explanations` are those of this very certificate (`explanationsIn` of the domain), in the order of its counts. Without
 * `standing` the page tells the due date alone: a certificate knows neither a re-appointment nor whether its clock stands.
 */
export type CertifiedDueDate = {
  certificate: DueDateCertificate
  explanations: readonly Explanation[]
  names: CertificateNames
  standing?: Standing
}

/**
 * The due-date certificate as one page for the citizen: when the result is due, and how that was counted. Its date is that
 * of the last line it rests on, so that the same content always makes the same bytes. It is no form of law and no signature.
 */
export const dueDateLetter = ({ certificate, explanations, names, standing }: CertifiedDueDate): Letter => {
  const { dossier, due, stageDues, record, calendar } = certificate
  const paused = standing?.clock.is === 'paused' ? standing.clock : undefined
  const made = paused?.since ?? record.at(-1)?.at ?? certificate.acceptedAt
  const stageEnds = certificate.stages.length > 1 ? stageDues.map(({ on }) => on) : []
  const filling = {
    how: howItWasCounted(certificate, explanations),
    stages: stagesOf(certificate, explanations, names.units),
    calendar: monthCalendar(explanations, due.on, stageEnds),
    named: namedDays(certificate, explanations),
  }
  return {
    template: 'due-date-certificate',
    at: made,
    onePageIn: sizesToTry(filling),
    content: {
      title: `Phiếu tính thời hạn giải quyết hồ sơ ${dossier}`,
      dossier,
      qr: qrCode(dossier),
      ...names,
      facts: factsOf(certificate),
      due: dueText(due, certificate.office),
      committed: certificate.committedDue === undefined ? null : dueText(certificate.committedDue, certificate.office),
      appointment: standing === undefined ? null : appointmentText(standing, due),
      paused: paused === undefined ? null : pauseText(paused),
      provisional: certificate.provisional,
      ...filling,
      procedureVersion: certificate.procedureVersion,
      calendarVersion: calendarText(calendar),
      ruleSet: `${ruleSets[certificate.ruleSet]} (${certificate.ruleSet})`,
      product: certificate.product,
      record: recordOf(certificate),
      hash: certificate.hash,
    },
  }
}

const ruleSets: Record<RuleSetId, string> = {
  ND61_2018: 'NĐ 61/2018/NĐ-CP',
  'ND61_2018+ND107_2021': 'NĐ 61/2018/NĐ-CP, sửa đổi bởi NĐ 107/2021/NĐ-CP',
  ND118_2025: 'NĐ 118/2025/NĐ-CP',
}

/**
 * A version bears the year in which it was published. The first load does not: it says to hold since the oldest dossier, a
 * day on which most of its notices were not written, so that "published" would be untrue of it.
 */
const calendarText = ({ version, publishedOn }: DueDateCertificate['calendar']): string =>
  version.startsWith(`VN-${publishedOn.slice(0, 4)}-`) ? `${version}, công bố ${dateText(publishedOn)}` : version

const factsOf = (certificate: DueDateCertificate) => {
  const { acceptedAt, limit, committedLimit, stages } = certificate
  const whole = limit === 'sum-of-stages' ? sumOf(stages) : limitText(limit)
  const promised = committedLimit === undefined ? undefined : limitText(committedLimit)
  const accepted = onTheWall(acceptedAt)
  return {
    accepted: { vi: `${accepted.time}, ${fullDate(accepted.day).vi}`, en: weekdayOf(accepted.day).en },
    start: startOf(certificate),
    limit: whole,
    committedLimit: promised ?? null,
  }
}

/** Days begin after day zero (Civil Code art. 147.2), hours and what is due the same day at once (art. 147.1). */
const startOf = ({
  dayZero,
  startsAt,
  limit,
  stages,
}: DueDateCertificate): { vi: string; en: string; label: Bilingual } => {
  const { unit } = limit === 'sum-of-stages' ? (stages[0]?.limit ?? { unit: 'day' }) : limit
  if (unit === 'hour' || unit === 'working-hour' || unit === 'same-day') {
    const { day, time } = onTheWall(startsAt)
    return {
      label: { vi: 'Bắt đầu tính', en: 'Running from' },
      vi: `${time}, ${fullDate(day).vi}`,
      en: weekdayOf(day).en,
    }
  }
  return {
    label: { vi: 'Ngày bắt đầu', en: 'Day zero' },
    vi: `${fullDate(dayZero).vi}, không tính`,
    en: 'not counted',
  }
}

/** The limits of a few stages one by one; those of many stand in their table alone. */
const sumOf = (stages: DueDateCertificate['stages']): Bilingual => {
  if (stages.length > 3)
    return { vi: `tổng thời hạn của ${stages.length} bước`, en: `the sum of ${stages.length} stages` }
  return {
    vi: stages.map(({ limit }) => limitText(limit).vi).join(' + '),
    en: stages.map(({ limit }) => limitText(limit).en).join(' + '),
  }
}

/** The stages of the route: with their days where they make up the whole, else as planned within it. */
const stagesOf = (
  { stages, stageDues, limit }: DueDateCertificate,
  explanations: readonly Explanation[],
  units: CertificateNames['units'],
) => {
  if (stages.length < 2) return []
  return stages.map((stage, i) => {
    // One with branches has two: of the latest of them, and of its own limit after that.
    const its = limit === 'sum-of-stages' ? explanations.filter((one) => one.stage === stage.id) : []
    const [first] = its
    const days = its.map(daysOf)
    const isCountedInDays = first !== undefined && !its.some((one) => hasNoDays(one.limit.unit))
    const due = stageDues[i]
    return {
      unit: units[stage.unit] ?? stage.unit,
      limit: limitText(stage.limit),
      from: first === undefined ? null : dateText(first.from),
      due: due === undefined ? '' : dueOn(due),
      // What months and hours pass over is not looked at day by day.
      counted: isCountedInDays ? sum(days.map(({ counted }) => counted.length)) : null,
      uncounted: isCountedInDays ? sum(days.map(({ uncounted }) => uncounted.length)) : null,
    }
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const hasNoDays = (unit: string): boolean => unit !== 'working-day' && unit !== 'day'

const dueOn = ({ on, at }: Due): string => (at === undefined ? dateText(on) : momentText(at).vi)

/** Every event that brings a count must have its words here. */
type Counting<E> = E extends { type: infer Type } ? ('count' extends keyof E ? Type : never) : never

const events = {
  DossierAccepted: 'tiếp nhận hồ sơ',
  HandoverAccepted: 'đơn vị nhận hồ sơ',
  SupplementRequested: 'yêu cầu bổ sung',
  SupplementReceived: 'nhận đủ hồ sơ bổ sung',
  ObligationRequested: 'thông báo nghĩa vụ tài chính',
  ObligationPaid: 'đã nộp nghĩa vụ tài chính',
  LimitVariantApplied: 'áp dụng thời hạn khác theo luật',
  DossierRecounted: 'tính lại theo lịch mới',
  AgencySucceeded: 'đơn vị kế nhiệm tiếp tục giải quyết',
  ResultSigned: 'ký kết quả',
  DossierStopped: 'dừng giải quyết',
} satisfies Partial<Record<DossierEvent['type'], string>> & Record<Counting<DossierEvent>, string>
const words: Readonly<Record<string, string>> = events

/** More lines than this are cut to the first, with which it began, and the last. */
const mostLines = 12

const recordOf = ({ record }: DueDateCertificate) => {
  const lines = record.map(({ seq, type, at }) => {
    const { day, time } = onTheWall(at)
    return `#${seq} ${words[type] ?? ''} (${type}) ${time} ${dateText(day)}`.replace('  ', ' ')
  })
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, 1), `… ${lines.length - mostLines} dòng …`, ...lines.slice(1 - mostLines)]
}
