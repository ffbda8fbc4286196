import type { Alarm, Axes, DossierId, DossierMessage } from '@dossier/contracts/dossier'
import type { TimeScale } from '@dossier/contracts/business-time'
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'

/** What a story needs of a message: where the dossier stands, and everything that must still happen if nobody acts. */
export type News = Pick<DossierMessage, 'seq' | 'axes' | 'alarms'>

/** `news` is there when a long story goes on in a new run, as it does after `longFrom` events of history. */
export type DossierStart = { dossierId: DossierId; time: TimeScale; news?: News; longFrom?: number }

const keyword = <N extends string>(name: N) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD)

/** What operators can search stories by, and how each is read off the axes. No personal data, codes only. */
const readings = [
  { key: keyword('DossierCode'), of: ({ code }: Axes) => code ?? 'none' },
  { key: keyword('DossierProcedure'), of: ({ procedure }: Axes) => procedure },
  { key: keyword('DossierState'), of: ({ state }: Axes) => state },
  { key: keyword('DossierLevel'), of: ({ level }: Axes) => level },
  { key: keyword('DossierAgency'), of: ({ holder }: Axes) => holder },
  { key: keyword('DossierStage'), of: ({ stage }: Axes) => stage?.id ?? 'none' },
  { key: keyword('DossierDue'), of: ({ due }: Axes) => due?.on ?? 'none' },
  { key: keyword('DossierClock'), of: ({ clock }: Axes) => clock },
]

/** The search attributes that differ between two readings of a dossier: each upsert is a write, so only these. */
export const changedAttributes = (before: Axes | undefined, now: Axes) =>
  readings
    .filter(({ of }) => before === undefined || of(before) !== of(now))
    .map(({ key, of }) => ({ key, value: of(now) }))

const states = {
  submitted: 'Mới đăng ký: the desk owes an answer',
  'completion-requested': 'Chờ hoàn thiện: the citizen completes the application, no clock runs',
  'not-accepted': 'Không được tiếp nhận',
  withdrawn: 'Công dân đã rút trước khi tiếp nhận',
  accepted: 'Được tiếp nhận: waits for its first officer or transfer',
  'in-progress': 'Đang xử lý: the agency works against its time limit',
  'supplement-requested': 'Chờ bổ sung: the citizen owes papers, the clock stands',
  'obligation-requested': 'Chờ thực hiện nghĩa vụ tài chính: the clock stands',
  completed: 'Đã xử lý xong: the result waits for the citizen',
  returned: 'Đã trả kết quả',
  stopped: 'Dừng xử lý',
} as const satisfies Record<Axes['state'], string>

const deliveries = {
  none: undefined,
  ready: undefined,
  'to-dispatch': 'Chờ giao bưu chính: the post is asked to take the result',
  'under-way': 'Bưu chính đang chuyển kết quả',
  undelivered: 'Không phát được: the result is back at the desk',
  lost: 'Mất hoặc hư hỏng trên đường: the authority must issue the result anew',
  returned: undefined,
} as const satisfies Record<Axes['delivery'], string | undefined>

const waits = {
  supplement: 'Đề xuất bổ sung: the desk owes the citizen a notice of missing papers',
  withdrawal: 'Công dân yêu cầu rút hồ sơ: the authority decides, the clock runs on',
} as const

/** The dossier in a few lines, for somebody who has only Temporal's own screen. */
export const details = ({ axes, alarms, seq }: News): string => {
  const { code, procedure, state, stage, holder, level, due, clock, pausedBy, requests = [] } = axes
  const delivery = deliveries[axes.delivery]
  const where = stage === null ? `at ${holder}` : `stage ${stage.place} of ${stage.of} (${stage.id}), held by ${holder}`
  const next = alarms.slice(0, 3).map(lineOf)
  return [
    `**${code ?? 'no code yet'}** · procedure ${procedure}`,
    states[state],
    `${where} · level ${level}`,
    `due ${due === null ? 'not yet counted' : (due.at ?? due.on)} · clock ${clock}${pausedBy === null ? '' : ` by ${pausedBy}`}`,
    ...requests.map((request) => waits[request]),
    ...(delivery === undefined ? [] : [delivery]),
    next.length === 0 ? 'no alarm planned' : `next: ${next.join(' · ')}`,
    `as of line ${seq} of the record`,
  ].join('\n\n')
}

/** An alarm as a timer's summary says it: its kind and its moment on the office wall. */
export const lineOf = ({ kind, at }: Alarm): string =>
  `${kind} at ${new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}`

/** The request a story began with, so that what it orders later can be followed back to it. */
export type Beginning = { requestId?: string; traceparent?: string }

const text = (value: unknown): value is string => typeof value === 'string'

/** Read off the workflow's memo, where the consumer put it. */
export const beginningOf = ({ requestId, traceparent }: Record<string, unknown> = {}): Beginning => ({
  ...(text(requestId) ? { requestId } : {}),
  ...(text(traceparent) ? { traceparent } : {}),
})
