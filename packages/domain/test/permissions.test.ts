import { DossierCommand, type DossierCommandType } from '@dossier/contracts/dossier-command'
import { Role } from '@dossier/contracts/organisation'
import { expect, test } from 'vitest'
import { isAbove } from '../src/organisations.ts'
import { type ActingRole, permits, type Relation, relationsOf } from '../src/permissions.ts'
import { commune, district, organisations, province } from './fixtures.ts'
import { life } from './life.ts'
import { p3, p5, p7 } from './procedures.ts'

const commands = DossierCommand.options.map(({ shape }) => shape.type.value)
const relations: Relation[] = ['receiving-desk', 'holder', 'above-holder', 'offered', 'consulted', 'applicant', 'none']
const roles: ActingRole[] = [...Role.options, 'applicant', 'system']

/** Who may give a command, as `role@relation`, over every role and relation there is. */
const mayGive = (command: DossierCommandType): string[] =>
  roles
    .flatMap((role) =>
      relations
        .filter((relation) => permits(command, role, [relation]) === 'permitted')
        .map((relation) => `${role}@${relation}`),
    )
    .toSorted()

const at = (relation: Relation, ...names: ActingRole[]) => names.map((role) => `${role}@${relation}`)
const desk = ['intake-officer', 'one-stop-head'] as const
const specialists = ['case-officer', 'unit-head'] as const
const receivers = at('offered', ...desk, ...specialists, 'records-clerk', 'signatory', 'tax-officer')
const leaders = [...at('holder', 'signatory', 'unit-head'), ...at('above-holder', 'signatory')]

// Who may do what, written down a second time: role by role.
test.each<[DossierCommandType, string[]]>([
  ['Open', at('none', 'system')],
  ['Accept', at('receiving-desk', ...desk)],
  ['RefuseIntake', at('receiving-desk', ...desk)],
  [
    'OfferHandover',
    [...at('holder', ...desk, ...specialists, 'records-clerk', 'signatory'), ...at('above-holder', 'signatory')],
  ],
  ['AcceptHandover', receivers],
  ['ReturnHandover', receivers],
  ['Assign', at('holder', ...desk, 'unit-head', 'signatory')],
  [
    'AddOpinion',
    [
      ...at('holder', ...desk, ...specialists, 'signatory'),
      ...at('above-holder', 'signatory'),
      ...at('receiving-desk', 'one-stop-head'),
    ],
  ],
  ['RequestConsultation', at('holder', ...desk, ...specialists)],
  ['AnswerConsultation', at('consulted', 'consulted-officer', ...specialists, 'signatory', 'tax-officer')],
  ['ProposeSupplement', at('holder', ...specialists, 'intake-officer')],
  ['RequestSupplement', at('receiving-desk', ...desk)],
  ['ReceiveSupplement', [...at('receiving-desk', ...desk), ...at('none', 'system')]],
  ['RequestObligation', [...at('holder', ...specialists, 'tax-officer'), ...at('consulted', 'tax-officer')]],
  [
    'RecordPayment',
    [
      ...at('receiving-desk', ...desk, 'fee-collector'),
      ...at('holder', 'fee-collector', 'tax-officer'),
      ...at('none', 'system'),
    ],
  ],
  ['Propose', at('holder', ...specialists, 'intake-officer')],
  ['Sign', [...at('holder', 'signatory'), ...at('above-holder', 'signatory')]],
  ['Reappoint', leaders],
  ['Withdraw', [...at('applicant', 'applicant'), ...at('receiving-desk', ...desk)]],
  ['Stop', [...leaders, ...at('receiving-desk', 'one-stop-head')]],
  ['ReturnResult', [...at('receiving-desk', ...desk, 'postal-worker'), ...at('none', 'system')]],
  ['CorrectError', [...leaders, ...at('receiving-desk', 'one-stop-head')]],
  ['SoundAlarm', at('none', 'system')],
])('%s may be given by exactly these', (command, expected) => {
  expect(mayGive(command)).toEqual(expected.toSorted())
})

test.each(['system-admin', 'inspector', 'procedure-control'])(
  '%s changes no dossier, whatever its relation',
  (role) => {
    expect(commands.filter((command) => permits(command, role, relations) === 'permitted')).toEqual([])
  },
)

test('only the desk asks the citizen; who works on the dossier is sent to the desk, a stranger is sent away', () => {
  expect(permits('RequestSupplement', 'case-officer', ['holder'])).toBe('only-through-desk')
  expect(permits('RequestSupplement', 'signatory', ['holder', 'above-holder'])).toBe('only-through-desk')
  expect(permits('RequestSupplement', 'intake-officer', ['holder'])).toBe('only-through-desk') // another desk
  expect(permits('RequestSupplement', 'case-officer', ['none'])).toBe('not-permitted')
  expect(permits('RequestSupplement', 'intake-officer', ['receiving-desk'])).toBe('permitted')
})

test('nobody opens, accepts or decides by a role alone: without a relation there is no command but for services', () => {
  const people = roles.filter((role) => role !== 'system')
  const given = commands.flatMap((command) => people.filter((role) => permits(command, role, ['none']) === 'permitted'))
  expect(given).toEqual([])
})

test('a citizen may withdraw and choose how to get the result, and nothing else', () => {
  expect(commands.filter((command) => permits(command, 'applicant', relations) === 'permitted')).toEqual([
    'Withdraw',
    'ChooseReturn',
  ])
})

test('a role nobody knows may do nothing', () => {
  expect(commands.filter((command) => permits(command, 'minister', relations) === 'permitted')).toEqual([])
})

const above = (a: string, b: typeof commune.desk) =>
  [province.committee, district.committee, commune.committee].some((one) => one === a && isAbove(organisations, one, b))
const relationsIn = (told: ReturnType<typeof life>, organisation: string) =>
  relationsOf(told.dossier(), organisation, above).filter((relation) => relation !== 'none')

test('an organisation stands to a dossier as it holds, is offered, is asked, or is above the holder', () => {
  const told = life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:00')
    .does('2021-11-09 10:00', { type: 'Accept' })
  expect(relationsIn(told, commune.desk)).toEqual(['receiving-desk', 'holder'])
  expect(relationsIn(told, commune.committee)).toEqual(['above-holder'])

  told.does('2021-11-09 10:30', { type: 'OfferHandover', to: commune.culture })
  expect(relationsIn(told, commune.culture)).toEqual(['offered'])
  told.does('2021-11-09 11:00', { type: 'AcceptHandover' })
  expect(relationsIn(told, commune.culture)).toEqual(['holder'])
  expect(relationsIn(told, commune.desk)).toEqual(['receiving-desk'])
  expect(relationsIn(told, district.labour)).toEqual([])
})

test('an agency that was asked keeps its relation, so that a late opinion can still be given', () => {
  const told = life({ procedure: p7, desk: district.desk })
    .opens('2024-04-22 09:00')
    .does('2024-04-22 09:00', { type: 'Accept' })
    .does('2024-04-22 14:00', { type: 'RequestConsultation', consultation: 'neighbour', to: commune.neighbour })
  expect(relationsIn(told, commune.neighbour)).toEqual(['consulted'])
})

test('to a dossier nobody has opened everybody is a stranger', () => {
  expect(relationsOf(undefined, commune.desk, above)).toEqual(['none'])
})

const acceptedBy = (person: string, deskSettles: boolean) =>
  life({ procedure: { ...p3, deskSettles }, desk: commune.desk })
    .opens('2021-08-31 09:00')
    .does('2021-08-31 09:00', { type: 'Accept' }, { role: 'intake-officer', organisation: commune.desk, person })
    .hands('2021-08-31 09:05', '2021-08-31 09:10', commune.justice)
    .does('2021-08-31 09:20', { type: 'Propose', outcome: 'granted' })

test('who accepted the dossier does not sign its result, unless the desk settles the matter itself', () => {
  const leader = (person: string) => ({ role: 'signatory', organisation: commune.committee, person })
  const signature = { type: 'Sign', outcome: 'granted', number: '12' } as const
  expect(acceptedBy('7', false).answers('2021-08-31 09:30', signature, leader('7'))).toBe('same-person')
  expect(acceptedBy('7', false).answers('2021-08-31 09:30', signature, leader('8'))).toEqual(['ResultSigned'])
  expect(acceptedBy('7', true).answers('2021-08-31 09:30', signature, leader('7'))).toEqual(['ResultSigned'])
})
