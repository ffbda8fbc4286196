import type { Channel, Fee, ProcedureVersion } from '@dossier/contracts/procedure'
import type { Day } from '@dossier/contracts/time'

/** What a fee is counted by: so many copies (bản) of a paper of so many pages. */
export type Counted = { pages: number; copies: number }

/** A fee of one dossier; `amount` in đồng, null while the papers it is counted by are not counted. */
export type FeeDue = Pick<Fee, 'id' | 'name' | 'due' | 'basis'> & { amount: number | null }

/** The tariff of a channel on a day (NĐ 61/2018 art. 22); both its first and its last day belong to a fee's period. */
export const feesInForce = ({ fees }: Pick<ProcedureVersion, 'fees'>, channel: Channel, day: Day): Fee[] =>
  fees.filter(({ channels, from, to }) => channels.includes(channel) && from <= day && (to === null || day <= to))

/** What one dossier costs by that tariff: each fee, due at acceptance or at the return of the result. */
export const feesDue = (
  version: Pick<ProcedureVersion, 'fees'>,
  channel: Channel,
  day: Day,
  counts: readonly Counted[] = [],
): FeeDue[] =>
  feesInForce(version, channel, day).map((fee) => {
    const { id, name, due, basis } = fee
    return { id, name, due, basis, amount: amountOf(fee, counts) }
  })

const amountOf = (fee: Fee, counts: readonly Counted[]): number | null => {
  if (fee.per === 'dossier') return fee.amount
  if (counts.length === 0) return null
  return counts.reduce(
    (sum, { pages, copies }) => sum + copies * (fee.per === 'copy' ? fee.amount : byPage(fee, pages)),
    0,
  )
}

/** One copy of so many pages: 2.000 đ, 2.000 đ, then 1.000 đ a page, never above the cap of a copy (TT 226/2016). */
const byPage = ({ amount, amountFrom, cap }: Fee, pages: number): number => {
  const dear = amountFrom === undefined ? pages : Math.min(pages, amountFrom.page - 1)
  const sum = dear * amount + (pages - dear) * (amountFrom?.amount ?? amount)
  return cap === undefined ? sum : Math.min(sum, cap)
}
