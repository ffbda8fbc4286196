import type { Fee, ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'
import { shift } from './calendar.ts'
import { found, type Period, type PublicationProblem } from './publication-problem.ts'

/** What is wrong with the fees of a version: closed channels, empty periods, days with two amounts or with none. */
export const feeProblems = ({
  fees: all,
  channels: open,
  validFrom,
  validTo,
}: ProcedureVersion): PublicationProblem[] => [
  ...all.flatMap(({ id, channels: named, from, to }, i) => {
    const closed = named.filter((channel) => !open.includes(channel))
    return [
      ...(closed.length === 0
        ? []
        : found(
            'fee-channel-closed',
            `/fees/${i}/channels`,
            `Khoản thu "${id}" nêu kênh không mở: ${closed.join(', ')}.`,
            `Fee "${id}" names channels that are not open: ${closed.join(', ')}.`,
          )),
      ...(to === null || to >= from
        ? []
        : found(
            'fee-period-empty',
            `/fees/${i}/to`,
            `Khoản thu "${id}" hết hạn trước khi bắt đầu.`,
            `Fee "${id}" ends before it begins.`,
          )),
    ]
  }),
  ...[...new Set(all.map(({ id }) => id))].flatMap((id) =>
    open.flatMap((channel) =>
      feeLine(
        all.filter((fee) => fee.id === id && fee.channels.includes(channel)),
        `"${id}", ${channel}`,
        { validFrom, validTo },
      ),
    ),
  ),
]

/** One fee by one channel: on each day of the version's life exactly one amount, were it zero. */
const feeLine = (rows: readonly Fee[], what: string, { validFrom, validTo }: Period): PublicationProblem[] => {
  let next: Day | null = validFrom
  const living = rows.filter(({ to }) => to === null || to >= validFrom)
  for (const { from, to } of living.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (next === null || (from < next && next !== validFrom))
      return found(
        'fee-overlaps',
        '/fees',
        `Khoản thu ${what}: hai mức cho cùng ngày ${from}.`,
        `Fee ${what}: two amounts on ${from}.`,
      )
    if (from > next) break
    next = to === null ? null : shift(to, 1)
  }
  if (living.length === 0 || next === null || (validTo !== null && next > validTo)) return []
  return found(
    'fee-uncovered',
    '/fees',
    `Khoản thu ${what}: chưa có mức thu từ ngày ${next}.`,
    `Fee ${what}: no amount from ${next} on.`,
  )
}
