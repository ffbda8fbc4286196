import { DossierCommand } from '@dossier/contracts/dossier-command'
import { describe, expect, test } from 'vitest'
import { possibleCommands } from '../src/possible.ts'
import { centre, local } from './fixtures.ts'
import type { Life } from './life.ts'
import { lifeNames, lives, plausible } from './lives.ts'

const later = '2025-12-11 08:00'
const ofServices = new Set([
  'Open',
  'Recount',
  'RecordDispatch',
  'RecordUndelivered',
  'RecordLoss',
  'RecordPapersLoss',
  'WithdrawReturn',
  'RecordApologySent',
  'SucceedAgency',
  'SoundAlarm',
])
const ofPeople = DossierCommand.options.map(({ shape }) => shape.type.value).filter((type) => !ofServices.has(type))

const offeredTo = (told: Life, organisation = told.dossier().consultations[0]?.to ?? '') => {
  const actor = { person: 'somebody', role: 'signatory', organisation }
  const worksAt = () => true
  return possibleCommands(told.dossier(), {
    now: local(later),
    actor,
    law: told.law(later),
    version: told.record.length,
    worksAt,
  })
}

describe.each(lifeNames)('a dossier that is %s', (name) => {
  test('is open to whatever would take effect', () => {
    const told = lives[name]()
    // Apologies rest on the whole record, which a screen of one dossier shows beside it.
    const effective = ofPeople.filter(
      (type) => type !== 'Apologise' && Array.isArray(told.judged(later, plausible(type, told))),
    )
    const buttons = offeredTo(told).map(({ command }) => command)
    expect(effective.filter((type) => !buttons.some((button) => button === type))).toEqual([])
  })

  test('has no button without words of its own that says other than the decider', () => {
    const told = lives[name]()
    const wordless = ['Accept', 'AcceptHandover', 'ReceiveSupplement', 'StartPosting', 'Withdraw'] as const
    const said = offeredTo(told).flatMap(({ command, refused }) => {
      const type = wordless.find((one) => one === command)
      return type === undefined ? [] : [{ type, says: refused }]
    })
    const decided = said.map(({ type }) => {
      const answer = told.judged(later, plausible(type, told))
      return { type, says: Array.isArray(answer) ? null : answer }
    })
    expect(said).toEqual(decided)
  })
})

test('each opinion asked has its own button, and only for whom it was asked of', () => {
  const asked = lives['in-progress']()
  const [open] = asked.dossier().consultations
  const forThem = offeredTo(asked).filter(({ command }) => command === 'AnswerConsultation')
  expect(forThem.map(({ about }) => about)).toEqual(open?.answer === null ? [open.id] : [])
  expect(offeredTo(asked, 'H99').filter(({ command }) => command === 'AnswerConsultation')).toEqual([])
})

test('a hand-over says where the route leads: to the unit of the step until it has it, then on', () => {
  const leads = (told: Life) => offeredTo(told).find(({ command }) => command === 'OfferHandover')?.about
  expect(leads(lives.accepted())).toBe(centre.landOffice)
  const there = lives.accepted().hands('2025-12-08 10:00', '2025-12-08 14:00', centre.landOffice)
  expect(leads(there)).toBe(centre.committee)
})
