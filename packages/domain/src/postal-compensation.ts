import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { Fault } from '@dossier/contracts/parcel'
import type { Day } from '@dossier/contracts/time'
import { momentOn } from './calendar.ts'
import { usualSessions } from './law.ts'
import { type Counted, dueAfter, type MissingYear } from './legal-clock.ts'

/** What can be owed for: a parcel lost, damaged, or delivered after its promised day. */
export type Harm = 'lost' | 'damaged' | 'late'

/** What the operator owes at the least, in đồng, and how much of it is the refunded postage. */
export type Owed = { is: 'owed'; atLeast: number; refund: number } | { is: 'nothing' } | { is: 'undecided' }

/**
 * What the operator owes for a parcel with this postage, in đồng: for loss and damage at least four times the postage, its
 * refund included; for lateness the refund (NĐ 47/2011 art. 25). Nothing without fault of its own, and nothing is said before
 * the fault is known (QĐ 45/2016 art. 14).
 */
export const owedFor = (harm: Harm, fault: Fault, postage: number): Owed => {
  switch (fault) {
    case 'operator':
      return { is: 'owed', atLeast: harm === 'late' ? postage : 4 * postage, refund: postage }
    case 'unknown':
      return { is: 'undecided' }
    case 'sender':
    case 'receiver':
    case 'receiver-ended':
    case 'force-majeure':
      return { is: 'nothing' }
  }
}

const payWithin = { amount: 30, unit: 'day' } as const

/**
 * By when a compensation is paid: 30 days after the written liability record (NĐ 47/2011 art. 26), an end on a rest day rolls
 * (Civil Code art. 148.5). Gives the missing year where it needs one nobody announced.
 */
export const compensationPayBy = (recordOn: Day, calendar: CalendarVersion): Counted | MissingYear =>
  dueAfter({ on: recordOn, at: momentOn(recordOn, '00:00') }, payWithin, { calendar, sessions: usualSessions })

/** Who bears a cost; `unsettled` while the fault is not known. */
export type Bearer = 'operator' | 'authority' | 'citizen' | 'unsettled'
export type PostalCost = 'repeat-delivery' | 'return' | 're-issue'

/**
 * Whose cost it is to deliver again, to bring back, to issue anew, by whose fault it came: QĐ 45/2016 art. 12.4 (repeated
 * deliveries), art. 14.3 (loss and damage: the operator bears all cost where it is at fault). No source speaks of force majeure
 * and of an agency that has ended: there the authority bears it, never the citizen.
 */
const bearers = {
  operator: { 'repeat-delivery': 'operator', return: 'operator', 're-issue': 'operator' },
  sender: { 'repeat-delivery': 'authority', return: 'authority', 're-issue': 'authority' },
  receiver: { 'repeat-delivery': 'citizen', return: 'citizen', 're-issue': 'citizen' },
  'receiver-ended': { 'repeat-delivery': 'authority', return: 'authority', 're-issue': 'authority' },
  'force-majeure': { 'repeat-delivery': 'authority', return: 'authority', 're-issue': 'authority' },
  unknown: { 'repeat-delivery': 'unsettled', return: 'unsettled', 're-issue': 'unsettled' },
} as const satisfies Record<Fault, Record<PostalCost, Bearer>>

/** Who bears the cost of an act that became necessary by somebody's fault. */
export const bearerOf = (cost: PostalCost, fault: Fault): Bearer => bearers[fault][cost]

/** What stands of a compensation: decided, and what of it was paid, in đồng. */
export type Standing = { amount: number; paid: number }

/**
 * What follows when a parcel declared lost turns up (NĐ 47/2011 art. 27): who takes it repays what was paid, and what was not
 * paid is owed no more; who refuses it keeps the compensation. The papers inside stay void either way.
 */
export const afterFound = (choice: 'taken' | 'refused', { amount, paid }: Standing): { repay: number; owed: number } =>
  choice === 'taken' ? { repay: paid, owed: 0 } : { repay: 0, owed: amount - paid }
