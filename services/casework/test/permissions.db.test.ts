import type { DossierCommand } from '@dossier/contracts/dossier-command'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accounts, newDossier, openShop, opening, phong, type Shop } from './one-stop-shop.ts'

let shop: Shop
let id: ReturnType<typeof newDossier>
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  shop.time.now = '2021-04-13T02:40:00.000Z'
  id = newDossier()
  await shop.send(id, { type: 'Accept' }, accounts.intake)
})

const everything: DossierCommand[] = [
  { type: 'Accept' },
  { type: 'RefuseIntake', ground: 'not-eligible', note: 'x' },
  { type: 'OfferHandover', to: phong, originals: [] },
  { type: 'AcceptHandover' },
  { type: 'ReturnHandover', ground: 'not-ours', note: 'x' },
  { type: 'Assign', officer: 'ia-pech.social' },
  { type: 'AddOpinion', kind: 'remark', note: 'x' },
  { type: 'RequestConsultation', consultation: 'x' },
  { type: 'AnswerConsultation', consultation: 'x', answer: 'agrees' },
  { type: 'ProposeSupplement', defects: [{ component: '02', defect: 'missing' }] },
  { type: 'RequestSupplement', defects: [{ component: '02', defect: 'missing' }] },
  { type: 'ReceiveSupplement' },
  { type: 'RequestObligation', obligation: 'x', amount: 1, note: 'x' },
  { type: 'RecordPayment', obligation: 'x', proof: 'GW-1' },
  { type: 'Propose', outcome: 'granted' },
  { type: 'Sign', outcome: 'granted', number: '1' },
  { type: 'Reappoint', appointment: '2021-06-01', reason: 'workload', note: 'x' },
  { type: 'Withdraw' },
  { type: 'Stop', ground: 'legal-ground', legalBasis: 'Luật 1' },
  { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true, originals: [] },
  { type: 'CorrectError', of: 1, what: 'clerical', legalBasis: 'Luật 1', note: 'x' },
  { type: 'SucceedAgency', chosen: [] },
  { type: 'SoundAlarm', alarmId: 'x' },
]

test.each([
  'officer:ia-sao.intake',
  'officer:nobody',
  'officer:gia-lai.admin',
  'officer:gia-lai.inspector',
  'citizen:other',
])('%s may do nothing at all to a dossier of another desk', async (who) => {
  for (const command of everything) {
    const { statusCode } = await shop.send(id, command, who)
    expect([command.type, statusCode]).toEqual([command.type, 403])
  }
})

test('staff of the post who run the desk accept and return there by their mandate at it, and only there', async () => {
  shop.time.now = '2026-01-05T02:00:00.000Z'
  const staff = 'officer:xa-ia-grai.post-desk'
  const [theirs, elsewhere] = [newDossier(), newDossier()]
  shop.intake.says = { receivingDesk: shop.desks.iaGrai }
  const accepted = await shop.send(theirs, { type: 'Accept' }, staff)
  expect(accepted.json().lines.at(-1).actor).toEqual({
    person: 'xa-ia-grai.post-desk',
    role: 'intake-officer',
    organisation: shop.desks.iaGrai,
  })
  shop.intake.says = {}
  shop.time.now = '2021-04-13T02:40:00.000Z' // before that mandate
  expect((await shop.send(elsewhere, { type: 'Accept' }, staff)).statusCode).toBe(403)
})

describe('opening a dossier', () => {
  const open = () => opening('fx.tro-cap-khang-chien', shop.time.now)

  test.each([accounts.citizen, accounts.intake, 'officer:gia-lai.admin'])('is not for %s', async (who) => {
    const answer = await shop.send(newDossier(), open(), who)
    expect(answer.json()).toMatchObject({ status: 403, code: 'not-permitted' })
  })
})

test('a stranger who names an old version is not told what others did', async () => {
  const answer = await shop.send(id, { type: 'Withdraw' }, 'citizen:other', undefined, { 'if-match': '1' })
  expect(answer.json()).toMatchObject({ status: 403, code: 'not-permitted', since: [] })
})

test('nobody can take the key of an alarm away from those who sound it', async () => {
  const { alarms } = (await shop.send(id, { type: 'AddOpinion', kind: 'remark', note: 'x' }, accounts.intake)).json()
    .lines[0]
  const [alarm] = alarms
  const key = `${id}:${alarm.id}`
  await shop.send(id, { type: 'AddOpinion', kind: 'remark', note: 'x' }, accounts.intake, key)
  shop.time.now = alarm.at
  const sounded = await shop.send(id, { type: 'SoundAlarm', alarmId: alarm.id }, accounts.conductor, key)
  expect(sounded.json()).toMatchObject({ lines: [{ event: { type: 'AlarmSounded' } }] })
})
