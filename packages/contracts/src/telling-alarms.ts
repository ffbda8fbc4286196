import type { AlarmKind } from './dossier.ts'
import type { Telling, TellingRule } from './telling-shapes.ts'

const named = (basis: string): Telling => ({
  to: ['named'],
  channels: ['in-app'],
  template: 'alarm',
  urgency: 'legal',
  basis,
})
const reminder = (words: Pick<Telling, 'template' | 'basis'>): Telling => ({
  to: ['applicant', 'representative'],
  channels: ['in-app', 'email', 'sms', 'zalo'],
  urgency: 'ordinary',
  ...words,
})

/** Who is told when an alarm sounds; `named` are those the ledger named in the event. */
export const alarmTelling = {
  'answer-due': [named('NĐ 61/2018 Đ17.2')],
  'transfer-due': [named('NĐ 61/2018 Đ18.2')],
  'handover-unanswered': [named('NĐ 61/2018 Đ18.2')],
  'stage-warning': [named('own rule: warned before it is late')],
  'stage-overdue': [named('NĐ 61/2018 Đ12.5')],
  'due-soon': [named('own rule: warned before it is late')],
  'apology-by': [named('NĐ 61/2018 Đ19.9')],
  overdue: [named('NĐ 61/2018 Đ19.9')],
  'appointment-missed': [named('NĐ 61/2018 Đ19.9')],
  'supplement-window': [
    named('the procedure’s own law'),
    reminder({ template: 'supplement-lapses', basis: 'own rule: silence of the citizen ends nothing by itself' }),
  ],
  'obligation-due': [
    named('the procedure’s own law'),
    reminder({ template: 'obligation-lapses', basis: 'own rule: silence of the citizen ends nothing by itself' }),
  ],
  'consultation-due': [named('NĐ 61/2018 Đ19.5')],
  'posting-ends': [named('the procedure’s own law')],
  'silence-approves': [named('the law the procedure cites')],
  'result-uncollected': [
    named('NĐ 61/2018 Đ20'),
    reminder({ template: 'uncollected', basis: 'own rule: a result that waits is reminded of' }),
  ],
  'delivery-overdue': [named('TT 17/2017 Đ7.2')],
  'apology-draft': [named('NĐ 61/2018 Đ19.9')],
  'apology-unsigned': [named('own rule: an apology nobody signs goes one leader higher')],
} as const satisfies Record<AlarmKind, TellingRule>
