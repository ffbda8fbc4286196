import type { RuleSetId } from '@dossier/contracts/procedure'
import type { Day, Limit, TimeOfDay } from '@dossier/contracts/time'

/**
 * What a one-stop decree says where a procedure's own law does not. Values marked (cfg) stand where the law gives none:
 * they are settings of this product, kept in one place, never read as law.
 */
export type RuleSet = {
  id: RuleSetId
  name: string
  from: Day
  supplement: {
    /** How long after acceptance the authority may still ask (NĐ 61/2018 art. 19.4). */
    authorityLimit: Limit
    /** Whether the whole limit runs again after the supplement, or the rest of it. */
    clock: 'restart' | 'resume'
  }
  /** The apology's last day: the last working day on or before due minus one calendar day, or the due day itself. */
  apology: 'day-before' | 'due-day'
  /** (cfg) How many working days before the apology's last one it is drafted, when the office opens. */
  apologyDraftDays: number
  /** (cfg) At how many working hours before the last moment the next leader above hears that it is unsigned, most first. */
  apologyUnsignedHours: readonly number[]
  /** (cfg) How many working days the leader has to sign the apology for a loss, a damage or an error: art. 21 names none. */
  wrongApologyDays: number
  /** (cfg) How long the desk has to answer a submission, where the procedure says nothing. */
  intakeCheck: Limit
  /** Received at or after this time, a dossier is passed on at the start of the next working day (NĐ 61/2018 art. 18.2). */
  transferCutOff: TimeOfDay
  /** (cfg) Whether the citizen keeps a promised date that a new calendar would make earlier (reference scenario S10). */
  neverEarlierThanPromised: boolean
  /** (cfg) How long an offered handover may stay unanswered: the papers may be two days on the way (TT 17/2017 art. 7.2). */
  handoverAnswer: Limit
  /** (cfg) How many working days before the due date a dossier counts as due soon. */
  dueSoonDays: number
  /** (cfg) Days after which a result nobody collected is chased; how long it is kept no source settles. */
  uncollectedAfterDays: readonly number[]
}

const working = (amount: number): Limit => ({ amount, unit: 'working-day' })
const settings = {
  apology: 'day-before',
  apologyDraftDays: 1,
  apologyUnsignedHours: [4, 2],
  wrongApologyDays: 3,
  transferCutOff: '15:00',
  neverEarlierThanPromised: true,
  intakeCheck: { amount: 8, unit: 'working-hour' },
  handoverAnswer: { amount: 16, unit: 'working-hour' },
  dueSoonDays: 2,
  uncollectedAfterDays: [14, 42],
} as const

const nd61: RuleSet = {
  id: 'ND61_2018',
  name: 'Nghị định 61/2018/NĐ-CP',
  from: '2018-06-21',
  supplement: { authorityLimit: working(3), clock: 'restart' }, // art. 19.4: "tính lại từ đầu"
  ...settings,
}

// The later decrees' wording on supplement and apology was not found: they take the first one's values.
const nd107: RuleSet = {
  ...nd61,
  id: 'ND61_2018+ND107_2021',
  name: 'Nghị định 61/2018/NĐ-CP, sửa đổi bởi Nghị định 107/2021/NĐ-CP',
  from: '2021-12-06',
}
const nd118: RuleSet = { ...nd61, id: 'ND118_2025', name: 'Nghị định 118/2025/NĐ-CP', from: '2025-07-01' }

/** Every rule set a dossier may have pinned, by its id. */
export const ruleSets = {
  ND61_2018: nd61,
  'ND61_2018+ND107_2021': nd107,
  ND118_2025: nd118,
} as const satisfies Record<RuleSetId, RuleSet>

/** The rule set in force on a day; before the first decree its rules apply too, nothing older is kept. */
export const ruleSetOn = (day: Day): RuleSet => {
  if (day >= nd118.from) return nd118
  return day >= nd107.from ? nd107 : nd61
}
