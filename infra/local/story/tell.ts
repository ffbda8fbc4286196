import type { Rang } from '../driver.ts'
import { said, saidDay } from './local-time.ts'
import type { Line } from './people.ts'

export type Names = (code: string) => string

/** One line of the record in words: who did what, who holds it now, what is due when, and what rings next. */
export const tellLine = ({ at, actor, event, axes, alarms }: Line, nameOf: Names): string => {
  const { holder, stage, due, state, clock } = axes
  const place = stage === null ? '' : ` · bước ${stage.place}/${stage.of}`
  const when = due === null ? 'chưa có hạn' : `hạn ${saidDay(due.on)}`
  const [next] = alarms
  return [
    `${said(at)}  ${event.type} — ${actor.person} (${actor.role})${detailOf(event)}`,
    `                      giữ: ${nameOf(holder)}${place} · ${state} · đồng hồ ${clock} · ${when}`,
    ...(next === undefined ? [] : [`                      mốc kế tiếp: ${next.kind} lúc ${said(next.at)}`]),
  ].join('\n')
}

export const tellAlarm = ({ at, kind }: Rang): string => `${said(at)}  ⏰ ${kind}`

const detailOf = (event: Line['event']): string => {
  switch (event.type) {
    case 'DossierAccepted':
      return `\n                      mã ${String(event['code'])}; ${whyDue(event['count'])}`
    case 'HandoverAccepted':
      return `; hạn của bước ${saidDay(String(Object(event['stageDue'])['on']))}`
    case 'ResultSigned':
      return `; ${String(event['outcome'])}, ${String(event['timeliness'])}`
    default:
      return ''
  }
}

type Walk = {
  stage?: string
  limit: { amount: number; unit: string }
  to: string
  skipped: { day: string; why: string }[]
}

/** Why this due date: each limit, where it ends, and the days that did not count. */
const whyDue = (count: unknown): string => {
  const walks: Walk[] = Object(count)['walk'] ?? []
  return walks
    .map(({ stage, limit, to, skipped }) => {
      const days = skipped.filter(({ why }) => why !== 'weekend').map(({ day, why }) => `${saidDay(day)} ${why}`)
      const off = days.length === 0 ? '' : ` (không tính ${days.join(', ')})`
      return `${stage ?? 'hạn'}: ${limit.amount} ${limit.unit} → ${saidDay(to)}${off}`
    })
    .join('\n                      ')
}
