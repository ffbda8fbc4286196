import type { OrganisationCode } from '@dossier/contracts/organisation'
import type { Channel } from '@dossier/contracts/procedure'
import { type Share, shareOf, type Standing, type Told } from './figures-standing.ts'
import type { Period } from './period.ts'

type ByChannel = { total: number } & Record<Channel, number>

/**
 * The statistics line of a desk, field, procedure or channel over a period (TT 01/2018 art. 11). By construction
 * carried + new = resolved + pending + paused + withdrawn + stopped (+ refused at intake, where these count as new), and
 * resolved = early + on time + late: every dossier is added to one part on either side.
 */
export type Figures = {
  carried: number
  new: ByChannel
  resolved: { total: number; early: number; onTime: number; late: number; refused: number }
  pending: { total: number; inTime: number; overdue: number }
  paused: { total: number; supplement: number; obligation: number }
  withdrawn: number
  stopped: number
  /** Refused at intake: a line of its own; `ofNew` of them are counted as new, where a setting wants that. */
  notAccepted: { total: number; ofNew: number }
  sentHome: number
  withdrawnBefore: number
  returned: ByChannel
  /** Results that wait for the citizen when the period ends. */
  uncollected: number
  /** Apologies owed for what is late or overdue, and how they came. */
  apologies: { owed: number; inTime: number; late: number; none: number }
  supplementRequests: { asked: number; ofResolved: number }
  /** What citizens were notified of to pay besides fees, as land tax. In đồng. */
  obligations: Share['obligations']
}

/** What to count; everything where nothing is named. */
export type Where = { desk?: OrganisationCode; field?: string; procedure?: string; channel?: Channel }
export type Counting = {
  where?: Where
  /** The field of a procedure, for figures by field. */
  fieldOf?: (procedure: string) => string | undefined
  /** (cfg) Whether an application refused at intake counts as new. */
  notAcceptedIsNew?: boolean
}

type Records = Iterable<readonly Told[]>

/** Recounts the figures of a period from the records of dossiers alone. */
export const figuresOf = (records: Records, period: Period, counting: Counting = {}): Figures => {
  const { where = {}, fieldOf = () => undefined } = counting
  const shares: Share[] = []
  for (const share of sharesIn(records, period, counting)) if (isWhere(share, where, fieldOf)) shares.push(share)
  return summed(shares)
}

/** The same for every desk, procedure, field or channel that has any part in it. */
export const figuresBy = (
  what: keyof Where,
  records: Records,
  period: Period,
  counting: Counting = {},
): Map<string, Figures> => {
  const count = figuresCount(what, period, counting)
  count.add(records)
  return count.figures()
}

/** The same, of records that come a page at a time: more of them than a process should hold at once. */
export const figuresCount = (what: keyof Where, period: Period, counting: Counting = {}) => {
  const { where = {}, fieldOf = () => undefined } = counting
  const groups = new Map<string, Share[]>()
  return {
    add: (records: Records): void => {
      for (const share of sharesIn(records, period, counting)) {
        if (!isWhere(share, where, fieldOf)) continue
        const key = what === 'field' ? (fieldOf(share.procedure) ?? '') : share[what]
        const group = groups.get(key) ?? []
        if (group.push(share) === 1) groups.set(key, group)
      }
    },
    figures: (): Map<string, Figures> => new Map([...groups].map(([key, shares]) => [key, summed(shares)])),
  }
}

const sharesIn = function* (records: Records, period: Period, counting: Counting): Generator<Share> {
  for (const record of records) {
    const share = shareOf(record, period, counting)
    if (share !== undefined) yield share
  }
}

const isWhere = ({ desk, procedure, channel }: Share, where: Where, fieldOf: NonNullable<Counting['fieldOf']>) =>
  (where.desk ?? desk) === desk &&
  (where.procedure ?? procedure) === procedure &&
  (where.channel ?? channel) === channel &&
  (where.field === undefined || fieldOf(procedure) === where.field)

const summed = (shares: readonly Share[]): Figures => {
  const number = (test: (share: Share) => boolean) => shares.filter(test).length
  const sum = (amount: (share: Share) => number) => shares.reduce((total, share) => total + amount(share), 0)
  const standing = (as: Standing) => number(({ counted }) => counted?.standing === as)
  const apology = (as: Share['apology']) => number((share) => share.apology === as)
  const fresh = (channel: Channel) => number((one) => one.counted?.entered === 'new' && one.channel === channel)
  const returned = (channel: Channel) => number(({ returnedBy }) => returnedBy === channel)
  const resolved = { early: standing('early'), onTime: standing('on-time'), late: standing('late') }
  const pending = { inTime: standing('in-time'), overdue: standing('overdue') }
  const paused = { supplement: standing('supplement'), obligation: standing('obligation') }
  return {
    carried: number(({ counted }) => counted?.entered === 'carried'),
    new: byChannel(fresh),
    resolved: { ...totalled(resolved), refused: number(({ refusedAfterAppraisal }) => refusedAfterAppraisal) },
    pending: totalled(pending),
    paused: totalled(paused),
    withdrawn: standing('withdrawn'),
    stopped: standing('stopped'),
    notAccepted: { total: number(({ notAccepted }) => notAccepted), ofNew: standing('not-accepted') },
    sentHome: sum(({ sentHome }) => sentHome),
    withdrawnBefore: number(({ withdrawnBefore }) => withdrawnBefore),
    returned: byChannel(returned),
    uncollected: number(({ uncollected }) => uncollected),
    apologies: {
      owed: number((share) => share.apology !== null),
      inTime: apology('in-time'),
      late: apology('late'),
      none: apology('none'),
    },
    supplementRequests: {
      asked: sum(({ supplements }) => supplements.asked),
      ofResolved: sum(({ supplements }) => supplements.ofResolved),
    },
    obligations: {
      asked: sum(({ obligations }) => obligations.asked),
      askedAmount: sum(({ obligations }) => obligations.askedAmount),
      paid: sum(({ obligations }) => obligations.paid),
      paidAmount: sum(({ obligations }) => obligations.paidAmount),
    },
  }
}

const totalled = <T extends Record<string, number>>(parts: T): T & { total: number } => ({
  ...parts,
  total: Object.values(parts).reduce((total, part) => total + part, 0),
})

const byChannel = (count: (channel: Channel) => number): ByChannel =>
  totalled({ desk: count('desk'), post: count('post'), online: count('online') })

/** A share with what it rests on; null where there is nothing to take a share of. In per cent, to two decimals. */
export type Percentage = { numerator: number; denominator: number; percent: number | null }

export const percentage = (numerator: number, denominator: number): Percentage => ({
  numerator,
  denominator,
  percent: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100,
})

/**
 * The shares of a statistics line. What is pending and overdue can no longer be on time: leaving it out would flatter. Early
 * and on time both are in time (QĐ 766/2022).
 */
export const percentagesOf = ({ resolved, pending, apologies, returned, new: fresh }: Figures) => ({
  inTime: percentage(resolved.early + resolved.onTime, resolved.total + pending.overdue),
  apologised: percentage(apologies.inTime + apologies.late, apologies.owed),
  apologisedInTime: percentage(apologies.inTime, apologies.owed),
  returnedByPost: percentage(returned.post, returned.total),
  newOnline: percentage(fresh.online, fresh.total),
})
