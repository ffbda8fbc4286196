import { expect, test } from 'vitest'
import { commune, district, said } from './fixtures.ts'
import { life, type Wish } from './life.ts'
import { p2, p3, p8 } from './procedures.ts'

// Wednesday 01/09/2021 at a commune's desk; 2 and 3/9 are holidays.
const at = (time: string) => `2021-09-01 ${time}`
const walkIn = (procedure: typeof p3, time: string) => life({ procedure, desk: commune.desk }).opens(at(time))
const accepted = (procedure: typeof p3, time: string) => walkIn(procedure, time).does(at(time), { type: 'Accept' })
const proposal: Wish = { type: 'Propose', outcome: 'granted' }
const signature: Wish = { type: 'Sign', outcome: 'granted', number: '451' }
const note = 'Theo NĐ 61/2018 Điều 17'

test('S06 A: at 14:50 certification is due today, is done today, and needs no receipt', () => {
  const told = accepted(p3, '14:50')
  expect(said(told.dossier().count?.due)).toBe('2021-09-01')
  expect(told.last()).toMatchObject({ receipt: false })
  told.hands(at('14:55'), at('14:56'), commune.justice).does(at('15:20'), proposal).does(at('15:30'), signature)
  expect(told.dossier().result?.timeliness).toBe('on-time')
})

test('S06 A: the receipt is given to who asks for it', () => {
  expect(walkIn(p3, '14:50').does(at('14:50'), { type: 'Accept', receipt: true }).last()).toMatchObject({
    receipt: true,
  })
})

test.each([
  ['14:59', '2021-09-01'],
  ['15:00', '2021-09-06'],
  ['15:10', '2021-09-06'],
])('S06 B: certification accepted at %s is due on %s, past the holidays', (time, due) => {
  expect(said(accepted(p3, time).dossier().count?.due)).toBe(due)
})

test('S06 B: the unit that takes it over the same afternoon has until that day too, and is not late tonight', () => {
  const told = accepted(p3, '15:10').hands(at('15:30'), at('15:40'), commune.justice)
  expect(said(told.dossier().place?.due)).toBe('2021-09-06')
  expect(told.planned().filter((line) => line.startsWith('stage-'))).toEqual([
    'stage-warning:compare:2021-09-06 2021-09-06 07:30',
    'stage-overdue:compare:2021-09-06 2021-09-07 00:00',
  ])
})

test('S06 C: without the original it is refused in writing, gets no code and stays refused', () => {
  const refusal: Wish = { type: 'RefuseIntake', ground: 'original-missing', note }
  const told = walkIn(p3, '15:20').does(at('15:20'), refusal)
  expect(told.dossier()).toMatchObject({ state: 'not-accepted', code: null, clock: { is: 'not-started' } })
  expect(told.answers(at('15:25'), { type: 'Accept' })).toBe('closed-for-good')
})

test('S06 D: a district matter assigned to the commune desk counts from today, whatever the hour', () => {
  const { count, holder, place } = accepted(p8, '15:30').dossier()
  expect([said(count?.due), holder]).toEqual(['2021-09-08', commune.desk])
  expect(count?.stages).toMatchObject([{ unit: district.finance }])
  expect(place).toMatchObject({ entered: false, due: null })
})

test('S06 D: refused for wrong competence, the right place must be named, and must exist', () => {
  const refusal: Wish = { type: 'RefuseIntake', ground: 'wrong-authority', note }
  const told = walkIn(p8, '15:30')
  expect(told.answers(at('15:30'), refusal)).toBe('wrong-authority-unnamed')
  expect(told.answers(at('15:30'), { ...refusal, directedTo: 'H21.99' })).toBe('unknown-organisation')
  expect(told.answers(at('15:30'), { ...refusal, directedTo: district.desk })).toEqual(['DossierNotAccepted'])
})

test('S06 D: a desk of a level that does not receive the procedure accepts nothing', () => {
  const told = life({ procedure: p2, desk: district.desk }).opens(at('15:30'))
  expect(told.answers(at('15:30'), { type: 'Accept' })).toBe('not-received-here')
})

const completion: Wish = {
  type: 'RequestSupplement',
  defects: [
    { component: '01', defect: 'incomplete' },
    { component: '02', defect: 'missing' },
  ],
}

test('S06 E: one notice names all that is missing: no code, no clock; complete on 07/09 it is due that day', () => {
  const told = walkIn(p2, '15:40').does(at('15:40'), completion)
  expect(told.dossier()).toMatchObject({ state: 'completion-requested', code: null, clock: { is: 'not-started' } })
  expect(told.plan()).toEqual([])
  told.does('2021-09-07 10:00', { type: 'ReceiveSupplement' }).does('2021-09-07 10:00', { type: 'Accept' })
  expect(said(told.dossier().count?.due)).toBe('2021-09-07')
  expect(told.dossier().supplements).toBe(0) // counted apart from the one supplement after acceptance
})

test('S06 E: nobody is sent home twice, unless a law says so', () => {
  const told = walkIn(p2, '15:40').does(at('15:40'), completion).does('2021-09-07 10:00', { type: 'ReceiveSupplement' })
  expect(told.answers('2021-09-07 10:05', completion)).toBe('second-supplement')
  expect(told.answers('2021-09-07 10:05', { ...completion, legalBasis: 'Luật Hộ tịch Điều 18' })).toEqual([
    'CompletionRequested',
  ])
})

test('S06 E: only papers of the procedure may be asked for', () => {
  const invented: Wish = { type: 'RequestSupplement', defects: [{ component: '99', defect: 'missing' }] }
  expect(walkIn(p2, '15:40').answers(at('15:40'), invented)).toBe('unknown-component')
})

test('S06 F: sent online at 21:00 it is only submitted, and is looked at from Monday 06/09 on', () => {
  const { state, answerDue, code } = life({ procedure: p2, desk: commune.desk }).opens(at('21:00'), 'online').dossier()
  expect([state, said(answerDue), code]).toEqual(['submitted', '2021-09-06 17:00', null])
})

test('a channel the procedure is not open for, and a procedure not in force, open nothing', () => {
  expect(() => life({ procedure: p3, desk: commune.desk }).opens(at('09:00'), 'online')).toThrow('channel-closed')
  expect(() => life({ procedure: undefined, desk: commune.desk }).opens(at('09:00'))).toThrow('procedure-not-in-force')
})
