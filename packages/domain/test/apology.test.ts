import { expect, test } from 'vitest'
import { apologiesIn } from '../src/apologies.ts'
import { foresee, proposeAppointment } from '../src/apology-draft.ts'
import { standingDraft } from '../src/dossier.ts'
import {
  apologyKinds,
  atTheDistrict,
  draftId,
  draftIn,
  drafted,
  dueDay,
  hearers,
  sign,
  sound,
} from './apology-story.ts'
import { centre, commune, district, local, province, said, wall } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p2, p4, p6 } from './procedures.ts'

test('S03: a working day before the last moment, as the office opens, the apology is drafted with who was late', () => {
  const draft = draftIn(drafted())
  expect(draft).toMatchObject({ due: { on: dueDay }, reason: 'workload' })
  expect(wall(draft.by)).toBe('2021-12-06 17:00')
  expect(draft.lateBy).toEqual([{ of: commune.committee, stage: 'submit', amount: 2, unit: 'working-day' }])
})

test('S03: by what is left to the district and the Chairman’s three days it will be done on 09/12', () => {
  expect(said(draftIn(drafted()).foreseen)).toBe('2021-12-09')
})

test('an agency that has overrun its own limit is foreseen to be done today: those after it still take theirs', () => {
  const told = atTheDistrict()
  const at = '2021-12-07 08:00'
  expect(said(foresee(told.dossier(), told.law(at), local(at)))).toBe('2021-12-10')
})

test('where the usual moment was gone when the clock began, the draft comes with the first warning that was not', () => {
  const oneDay = { ...p6, limit: { statutory: { amount: 1, unit: 'working-day' as const }, variants: [] } }
  const told = life({ procedure: oneDay, desk: commune.desk })
    .opens('2021-04-13 08:00')
    .does('2021-04-13 08:00', { type: 'Accept' })
  expect(apologyKinds(told)).toEqual([
    'apology-draft:2021-04-14 2021-04-13 13:00',
    'apology-by:2021-04-14 2021-04-13 17:00',
  ])
  told.does('2021-04-13 13:00', sound('apology-draft:2021-04-14'))
  expect(apologyKinds(told)).toEqual([
    'apology-unsigned:2021-04-14:2 2021-04-13 15:00',
    'apology-by:2021-04-14 2021-04-13 17:00',
  ])
})

test('the proposed date gives the agency that has it, and those after it, their whole limits from now', () => {
  // Seven working days of the district from Friday 03/12 are 14/12, and three of the Chairman's 17/12.
  expect(said(draftIn(drafted()).appointment)).toBe('2021-12-17')
})

test('the proposed date is a working day and later than the due date, however little is left to do', () => {
  const told = atTheDistrict().hands('2021-11-26 10:00', '2021-11-26 11:00', district.committee)
  const proposed = (at: string) => said(proposeAppointment(told.dossier(), told.law(at), local(at)))
  expect(said(foresee(told.dossier(), told.law('2021-11-29 08:00'), local('2021-11-29 08:00')))).toBe('2021-12-01')
  expect(proposed('2021-11-29 08:00')).toBe('2021-12-08') // 02/12 by the limits, which is no new date
  expect(proposed('2021-12-08 08:00')).toBe('2021-12-13')
  const onFriday = life({ procedure: p2, desk: centre.desk })
    .opens('2026-11-16 09:00')
    .does('2026-11-16 09:00', { type: 'Accept', variant: 'verification' })
  const at = '2026-11-16 10:00'
  expect(said(proposeAppointment(onFriday.dossier(), onFriday.law(at), local(at)))).toBe('2026-11-25') // 24/11 is off
})

test('work given to several agencies at once counts once, the longest, as at acceptance', () => {
  const branches = [
    { amount: 2, unit: 'working-day' as const },
    { amount: 5, unit: 'working-day' as const },
  ]
  const told = atTheDistrict()
  const dossier = told.dossier()
  const stages = dossier.count?.stages.map((stage) => (stage.id === 'appraise' ? { ...stage, branches } : stage)) ?? []
  const withBranches = { ...dossier, count: dossier.count && { ...dossier.count, stages } }
  const at = '2021-12-03 07:30'
  expect(said(proposeAppointment(withBranches, told.law(at), local(at)))).toBe('2021-12-24') // five more than 17/12
})

test('in a year nobody announced no date is proposed: the leader names one', () => {
  const told = life({ procedure: p2, desk: centre.desk })
    .opens('2026-12-21 09:00')
    .does('2026-12-21 09:00', { type: 'Accept', variant: 'verification' })
  told.does('2026-12-29 08:00', sound('apology-draft:2026-12-28'))
  expect(draftIn(told).appointment).toBeUndefined()
  expect(told.answers('2026-12-29 09:00', sign)).toBe('apology-not-drafted')
})

test('who hears of the draft is who may sign it, and the head of the desk; each time unsigned, one more above', () => {
  const told = drafted()
  const { labour, committee } = district
  const near = [`unit-head@${labour}`, `signatory@${labour}`, `signatory@${committee}`]
  const head = `one-stop-head@${commune.desk}`
  expect(hearers(told.record.at(-2)?.event)).toEqual([...near, head])
  expect(apologyKinds(told)).toEqual([
    `apology-unsigned:${dueDay}:4 2021-12-06 13:00`,
    `apology-unsigned:${dueDay}:2 2021-12-06 15:00`,
    `apology-by:${dueDay} 2021-12-06 17:00`,
  ])
  told.does('2021-12-06 13:00', sound(`apology-unsigned:${dueDay}:4`))
  expect(hearers(told.last())).toEqual([...near, `signatory@${province.committee}`, head])
  told.does('2021-12-06 15:00', sound(`apology-unsigned:${dueDay}:2`))
  expect(hearers(told.last())).toEqual([...near, `signatory@${province.committee}`, head]) // nobody is above the province
})

test('signed as drafted it carries reason, date and who was late, in time; once it has left nothing of it is planned', () => {
  const told = drafted().does('2021-12-06 07:30', sign)
  expect(told.last()).toEqual({
    type: 'DossierReappointed',
    appointment: { on: '2021-12-17' },
    reason: 'workload',
    apology: 'in-time',
    lateBy: [{ of: commune.committee, stage: 'submit', amount: 2, unit: 'working-day' }],
  })
  expect(apologyKinds(told)).toEqual(['apology-by:2021-12-07 2021-12-06 17:00'])
  expect(standingDraft(told.dossier())).toBeNull()
  expect(told.answers('2021-12-06 07:31', sign)).toBe('second-reappointment')
  told.does('2021-12-06 07:40', sentAt('2021-12-06 07:35', told))
  expect(told.last()).toMatchObject({ type: 'ApologySent', sending: 'in-time' })
  expect(apologyKinds(told)).toEqual([])
  expect(told.answers('2021-12-06 07:41', sentAt('2021-12-06 07:35', told))).toBe('not-possible-now')
})

const sentAt = (at: string, told: Life): Wish => ({
  type: 'RecordApologySent',
  of: told.record.findIndex(({ event }) => event.type === 'DossierReappointed') + 1,
  sentAt: local(at),
})
const apologyCame = (told: Life, to: string) =>
  apologiesIn([['x', told.record]], { from: local('2021-01-01 00:00'), to: local(to) })

test('signed in time and not sent by the last moment, it sounds then and is a counted failure, whatever comes later', () => {
  const told = drafted().does('2021-12-06 16:55', sign)
  expect(apologyCame(told, '2022-01-01 00:00')).toMatchObject({ inTime: ['x'] })
  told.does('2021-12-06 17:00', sound('apology-by:2021-12-07'))
  expect(apologyCame(told, '2022-01-01 00:00')).toMatchObject({ owed: 1, inTime: [], late: ['x'] })
  expect(told.answers('2021-12-06 17:05', sentAt('2021-12-06 17:04', told))).toBe('not-possible-now')
})

test('sent after the last moment, though nobody sounded it, it is late', () => {
  const told = drafted().does('2021-12-06 16:55', sign)
  told.does('2021-12-07 08:00', sentAt('2021-12-06 17:01', told))
  expect(told.last()).toMatchObject({ sending: 'late' })
  expect(apologyCame(told, '2022-01-01 00:00')).toMatchObject({ late: ['x'] })
})

test('a dossier that will yet make its day needs no apology: the leader says why, and none is drafted again', () => {
  const decline = { type: 'DeclineApology', reason: 'will-make-its-day', note: 'Trả trước hạn' } as const
  const told = drafted().does('2021-12-03 09:00', decline)
  expect(told.last()).toEqual({ type: 'ApologyDeclined', due: { on: dueDay }, reason: 'will-make-its-day' })
  expect(standingDraft(told.dossier())).toBeNull()
  expect(apologyKinds(told)).toEqual([])
  expect(told.answers('2021-12-03 09:05', decline)).toBe('apology-not-drafted')
  // Late after all, it is still owed.
  const late = { ...sign, appointment: '2021-12-14', reason: 'workload' } as const
  expect(told.answers('2021-12-08 08:00', late)).toEqual(['DossierReappointed'])
  expect(drafted().answers('2021-12-08 00:00', decline)).toBe('apology-owed')
})

test('the leader may change date and reason', () => {
  const told = drafted().does('2021-12-03 14:00', { ...sign, appointment: '2021-12-14', reason: 'verification' })
  expect(told.last()).toMatchObject({ appointment: { on: '2021-12-14' }, reason: 'verification' })
})

test('unsigned by the last moment it is late; a drafted date that has passed meanwhile must be named anew', () => {
  expect(drafted().does('2021-12-06 17:01', sign).last()).toMatchObject({ apology: 'late' })
  expect(drafted().answers('2021-12-20 08:00', sign)).toBe('reappointment-too-early-date')
})

test('nothing drafted, nothing to sign as drafted: reason and date must be given', () => {
  expect(atTheDistrict().answers('2021-12-01 08:00', sign)).toBe('apology-not-drafted')
  expect(atTheDistrict().answers('2021-12-01 08:00', { ...sign, reason: 'workload' })).toBe('apology-not-drafted')
})

test('an agency asked that is late is the reason, and it is named beside the lead that did not report it', () => {
  const told = atTheDistrict().does('2021-11-26 08:00', {
    type: 'RequestConsultation',
    consultation: 'police',
    to: commune.police,
    limit: { amount: 2, unit: 'working-day' },
  })
  const draft = draftIn(told.does('2021-12-03 07:30', sound(draftId)))
  expect(draft.reason).toBe('consultation-late')
  expect(draft.lateBy).toContainEqual(expect.objectContaining({ of: commune.police, as: 'asked' }))
  expect(draft.lateBy).toContainEqual(expect.objectContaining({ of: district.labour, as: 'lead' }))
})

test('where nobody was late so far the reason is left to the leader', () => {
  const told = life({ procedure: p6, desk: commune.desk })
    .opens('2021-04-13 09:40')
    .does('2021-04-13 09:40', { type: 'Accept' })
    .does('2021-05-13 07:30', sound('apology-draft:2021-05-17'))
  expect(draftIn(told)).toMatchObject({ reason: 'other', lateBy: [] })
})

test('while the citizen owes papers no apology is drafted, warned of or signed; a new due date has a draft of its own', () => {
  const lacking = { defects: [{ component: '01', defect: 'wrong' as const }], legalBasis: 'NĐ 20/2021/NĐ-CP Điều 8' }
  const told = drafted()
    .does('2021-12-03 14:30', { type: 'ProposeSupplement', ...lacking })
    .does('2021-12-03 15:00', { type: 'RequestSupplement', ...lacking })
  expect([apologyKinds(told), standingDraft(told.dossier())]).toEqual([[], null])
  expect(told.answers('2021-12-03 16:00', sign)).toBe('not-possible-now')
  told.does('2021-12-06 08:00', { type: 'ReceiveSupplement' })
  expect(apologyKinds(told)).toEqual([
    'apology-draft:2022-01-04 2021-12-30 07:30',
    'apology-by:2022-01-04 2021-12-31 17:00',
  ])
  expect(told.answers('2021-12-07 08:00', sign)).toBe('apology-not-drafted')
})

test('a draft stands again after a pause that moved no date', () => {
  const told = life({ procedure: p4, desk: centre.desk })
    .opens('2025-12-08 09:00')
    .does('2025-12-08 09:00', { type: 'Accept' })
    .hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
    .does('2026-01-05 07:30', sound('apology-draft:2026-01-07'))
    .does('2026-01-05 08:00', { type: 'RequestObligation', obligation: 'tax', amount: 1, note: 'Thông báo thuế' })
  expect(standingDraft(told.dossier())).toBeNull()
  told.does('2026-01-05 09:00', { type: 'RecordPayment', obligation: 'tax', proof: 'GW-1' })
  expect(said(standingDraft(told.dossier())?.due)).toBe('2026-01-07')
})

test('done before the last moment it needs no apology', () => {
  const told = drafted()
    .hands('2021-12-03 09:00', '2021-12-03 10:00', district.committee)
    .does('2021-12-06 09:00', { type: 'Propose', outcome: 'granted' })
    .does('2021-12-06 10:00', { type: 'Sign', outcome: 'granted', number: '77/QĐ-UBND' })
  expect([apologyKinds(told), standingDraft(told.dossier())]).toEqual([[], null])
  expect(told.answers('2021-12-06 11:00', sign)).toBe('already-completed')
})
