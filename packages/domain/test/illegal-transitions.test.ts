import { DossierCommand } from '@dossier/contracts/dossier-command'
import { expect, test } from 'vitest'
import { centre, commune, district, local } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { type LifeName, lifeNames, lives, plausible } from './lives.ts'
import { p5, p7 } from './procedures.ts'

const later = '2025-12-11 08:00'
const commands = DossierCommand.options.map(({ shape }) => shape.type.value)
const takeEffect = (told: Life, at = later) =>
  commands.filter((type) => Array.isArray(told.judged(at, plausible(type, told))))

test.each<LifeName>(['not-accepted', 'withdrawn', 'stopped', 'returned'])(
  'nothing leads out of %s (3, 8, 10): only a loss or an error of the authority is still put right, as a new line',
  (name) => {
    expect(takeEffect(lives[name]())).toEqual(['RecordPapersLoss', 'CorrectError'])
    const told = lives[name]()
    const { state } = told.dossier()
    told.does(later, plausible('CorrectError', told), { role: 'signatory', organisation: told.dossier().holder })
    expect(told.dossier().state).toBe(state)
  },
)

test('8 to 4: a stopped dossier is not taken up again', () => {
  const told = lives.stopped()
  for (const type of ['Assign', 'AcceptHandover', 'ReceiveSupplement', 'RecordPayment'] as const)
    expect(told.judged(later, plausible(type, told))).toBe('closed-for-good')
})

test('10 to 7: a returned result cannot be withdrawn from', () => {
  expect(lives.returned().judged(later, { type: 'Withdraw' })).toBe('closed-for-good')
})

test('9 to 5, 9 to 7, 9 to 8: after the result nothing is asked for, withdrawn or stopped', () => {
  const told = lives.completed()
  for (const type of ['RequestSupplement', 'Withdraw', 'Stop'] as const)
    expect(told.judged(later, plausible(type, told))).toBe('already-completed')
  expect(told.judged(later, plausible('RequestObligation', told))).toBe('not-possible-now')
})

test.each<LifeName>(['submitted', 'accepted', 'in-progress', 'supplement-requested', 'obligation-requested'])(
  'to 10 without 9: from %s nothing is returned that was not signed',
  (name) => {
    const told = lives[name]()
    expect(told.judged(later, plausible('ReturnResult', told))).toBe('not-possible-now')
  },
)

test('a result needs a proposal, a stage that signs, and the dossier in the hands of that stage', () => {
  const signature: Wish = { type: 'Sign', outcome: 'granted', number: '1' }
  expect(lives.accepted().judged(later, signature)).toBe('stage-does-not-sign')
  expect(lives['on-offer']().judged(later, signature)).toBe('handover-open')
  const unproposed = lives['on-offer']().does('2025-12-09 15:00', { type: 'AcceptHandover' })
  expect(unproposed.judged(later, signature)).toBe('nothing-proposed')
  expect(lives['in-progress']().judged(later, { ...signature, outcome: 'refused' })).toBe('nothing-proposed')
})

test('sent back to an earlier stage, what was proposed before is no longer proposed', () => {
  const told = lives['in-progress']()
    .hands('2025-12-10 08:00', '2025-12-10 09:00', centre.landOffice, 'appraise')
    .hands('2025-12-10 10:00', '2025-12-10 11:00', centre.committee)
  expect(told.judged(later, { type: 'Sign', outcome: 'granted', number: '1' })).toBe('nothing-proposed')
})

const atTheCommune = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:00')
    .does('2021-11-09 10:00', { type: 'Accept' })
    .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)

test('a handover goes to the present stage, the next one or back: no stage is skipped, none invented', () => {
  const to = (stage?: string): Wish => ({
    type: 'OfferHandover',
    to: district.labour,
    ...(stage === undefined ? {} : { stage }),
  })
  expect(atTheCommune().answers('2021-11-10 08:00', to())).toEqual(['HandoverOffered'])
  expect(atTheCommune().answers('2021-11-10 08:00', to('review'))).toEqual(['HandoverOffered'])
  expect(atTheCommune().answers('2021-11-10 08:00', to('appraise'))).toBe('stage-skipped')
  expect(atTheCommune().answers('2021-11-10 08:00', to('consecrate'))).toBe('stage-skipped')
  const beyond = lives['in-progress']()
  expect(beyond.asks(later, { type: 'OfferHandover', to: 'H21.91.03' })).toEqual({ refused: 'stage-skipped' })
})

test('a unit neither hands over to itself nor to an office that does not exist', () => {
  const told = atTheCommune()
  expect(told.answers('2021-11-10 08:00', { type: 'OfferHandover', to: commune.culture })).toBe('handover-to-holder')
  expect(told.answers('2021-11-10 08:00', { type: 'OfferHandover', to: 'H21.99' })).toBe('unknown-organisation')
  const successor: Wish = { type: 'OfferHandover', to: 'H21.91.03' } // in force from 01/07/2025 on
  expect(told.answers('2021-11-10 08:00', successor)).toBe('unknown-organisation')
})

test('the desk may not ask for papers while the dossier is on its way', () => {
  expect(lives['on-offer']().judged(later, plausible('RequestSupplement', lives['on-offer']()))).toBe('handover-open')
})

test('the due date moves with no command but acceptance, supplement and payment', () => {
  const moved = lifeNames.flatMap((name) =>
    commands.filter((type) => {
      const told = lives[name]()
      const before = told.dossier().count?.due
      const wish = plausible(type, told)
      if (!Array.isArray(told.answers(later, wish))) return false
      return JSON.stringify(told.does(later, wish).dossier().count?.due) !== JSON.stringify(before)
    }),
  )
  expect([...new Set(moved)].toSorted()).toEqual(['Accept', 'ReceiveSupplement', 'RecordPayment'])
})

test('no command takes a line out of the record or changes one', () => {
  for (const name of lifeNames)
    for (const type of commands) {
      const told = lives[name]()
      const before = structuredClone(told.record)
      const wish = plausible(type, told)
      if (Array.isArray(told.answers(later, wish))) told.does(later, wish)
      expect(told.record.slice(0, before.length)).toEqual(before)
    }
})

test('an error is corrected by a line that names the wrong one; a line that does not exist cannot be wrong', () => {
  const correction = (of: number): Wish => ({
    type: 'CorrectError',
    of,
    what: 'clerical',
    legalBasis: 'NĐ 61/2018 Điều 21',
    note: 'Sai số trang',
  })
  const told = lives.accepted() // two lines
  const before = told.dossier()
  expect(told.answers(later, correction(3))).toBe('nothing-to-correct')
  // What is left of it: an apology is owed (NĐ 61/2018 art. 21).
  const wrongs = [{ cause: 'error', since: local(later), apologised: false, draft: null }]
  expect(told.does(later, correction(2)).dossier()).toEqual({ ...before, wrongs })
})

test('nobody but a dossier that exists is judged, and none is opened twice', () => {
  const none = life({ procedure: p7, desk: district.desk })
  for (const type of commands.filter((one) => one !== 'Open'))
    expect(none.judged('2024-04-22 09:00', plausible(type, lives.accepted()))).toBe('no-such-dossier')
  expect(lives.stopped().judged(later, plausible('Open', lives.stopped()))).toBe('already-open')
})

test('the same obligation is notified once', () => {
  const told = lives['obligation-requested']()
  const again: Wish = { type: 'RequestObligation', obligation: 'land-tax', amount: 1, note: 'Thông báo lại' }
  expect(told.judged(later, again)).toBe('obligation-exists')
})
