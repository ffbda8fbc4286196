import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accounts, newDossier, phong } from '../../casework/test/one-stop-shop.ts'
import { type Act, actsOf } from './dossier-acts.ts'
import { type LetterOffice, openLetterOffice } from './letter-office.ts'
import { textOf } from './pdf-text.ts'

let office: LetterOffice
beforeAll(async () => {
  office = await openLetterOffice()
})
afterAll(() => office.close())
afterEach(() => {
  Object.assign(office.shop.intake, { procedure: 'fx.tro-cap-khang-chien', says: {} })
})

const culture = 'H21.08.10.04'
const committee = 'H21.08.10'
const so = 'H21.52'
const chairman = 'officer:huyen-ia-grai.chairman'
const offer = (at: string, who: string, to: string): Act => [
  at,
  who,
  { type: 'OfferHandover', to: codeOf(to), originals: [] },
]
const codeOf = (code: string) => {
  const found = [...office.books.tree().rows.keys()].find((one) => one === code)
  if (found === undefined) throw new Error(`There is no organisation ${code}`)
  return found
}
const take = (at: string, who: string): Act => [at, who, { type: 'AcceptHandover' }]

const played = async (...all: Act[]) => {
  const id = await actsOf(office, newDossier(), ...all)
  await office.tell(id)
  await office.settle()
  const letters = await office.letters(id)
  expect(letters.map(({ state }) => state)).toEqual(letters.map(() => 'issued'))
  const texts = await Promise.all(letters.map(async (one) => textOf(await office.fileOf(one))))
  return { id, letters, texts }
}

test('S01: the control sheet shows every handover from both sides, and that all were early', async () => {
  const { id } = await played(
    ['2021-04-13T09:40', accounts.intake, { type: 'Accept' }],
    ['2021-04-13T10:20', accounts.intake, { type: 'Assign', officer: 'ia-pech.social' }],
    offer('2021-04-19T16:30', accounts.specialist, phong),
    take('2021-04-20T08:15', accounts.labour),
    offer('2021-04-28T15:00', accounts.labour, so),
    take('2021-04-29T14:00', accounts.department),
    ['2021-05-10T15:00', accounts.department, { type: 'Propose', outcome: 'granted' }],
    ['2021-05-10T15:30', accounts.director, { type: 'Sign', outcome: 'granted', number: 'QD-67-2021' }],
    [
      '2021-05-13T10:15',
      accounts.intake,
      { type: 'ReturnResult', by: 'desk', to: 'representative', identityChecked: true, originals: ['03'] },
    ],
  )
  const answer = await office.get(`/dossiers/${id}/control-sheet.pdf`, accounts.intake)
  const text = await textOf(answer.rawPayload)
  for (const words of [
    '09:40 13/04/2021',
    '16:30 19/04/2021',
    '08:15 20/04/2021',
    '15:00 28/04/2021',
    '14:00 29/04/2021',
  ])
    expect(text).toContain(words)
  expect(text.match(/Trước hạn/g)).toHaveLength(2)
})

test('S02: form 02 names the defects, the receipt after it the day counted from zero, 08/10/2021', async () => {
  office.shop.intake.procedure = '1.001776'
  const defects = [
    { component: '01', defect: 'incomplete' as const },
    { component: '02', defect: 'missing' as const },
  ]
  const { texts } = await played(
    ['2021-08-23T08:30', accounts.intake, { type: 'Accept' }],
    ['2021-08-25T10:40', accounts.specialist, { type: 'ProposeSupplement', defects }],
    [
      '2021-08-25T10:45',
      accounts.intake,
      { type: 'RequestSupplement', defects, note: 'Mang theo bản chính để đối chiếu.' },
    ],
    ['2021-09-10T15:20', accounts.intake, { type: 'ReceiveSupplement' }],
  )
  const [receipt, supplement, again] = texts
  expect(receipt).toContain('22/09/2021')
  expect(supplement).toContain('Mang theo bản chính để đối chiếu.')
  expect(supplement).toContain('chưa nộp')
  expect(again).toContain('08/10/2021')
  expect(again).toContain('Thay giấy đã cấp ngày 23/08/2021')
})

test('S03: form 04, signed by the late district, names who, why, both dates; a copy goes to the desk', async () => {
  office.shop.intake.procedure = '1.001776'
  const { letters, texts } = await played(
    ['2021-11-09T10:00', accounts.intake, { type: 'Accept' }],
    offer('2021-11-09T10:30', accounts.intake, culture),
    take('2021-11-09T11:00', accounts.specialist),
    ['2021-11-09T14:00', accounts.specialist, { type: 'StartPosting' }],
    offer('2021-11-18T08:00', accounts.specialist, committee),
    take('2021-11-18T08:30', 'officer:ia-pech.chairman'),
    offer('2021-11-25T15:00', 'officer:ia-pech.chairman', phong),
    take('2021-11-25T15:30', accounts.labour),
    ['2021-12-03T07:30', accounts.conductor, { type: 'SoundAlarm', alarmId: 'apology-draft:2021-12-07' }],
    [
      '2021-12-03T14:00',
      chairman,
      { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'Đợt cao điểm cuối năm.' },
    ],
  )
  const nth = letters.findIndex(({ kind }) => kind === 'apology')
  expect(letters.map(({ kind }) => kind)).toEqual(['receipt', 'control-sheet', 'apology'])
  expect(letters[nth]).toMatchObject({ kind: 'apology', form: 'TT01/2018-04', authority: 'H21.08', number: 1 })
  for (const words of [
    '07/12/2021',
    '14/12/2021',
    'Đợt cao điểm cuối năm.',
    'Cơ quan, đơn vị để chậm: Ủy ban nhân dân xã Ia Pếch.',
    'Ủy ban nhân dân huyện Ia Grai',
    'Ia Grai, ngày 03 tháng 12 năm 2021',
  ])
    expect(texts[nth]).toContain(words)
  expect(texts[nth]?.toUpperCase()).toContain('CHỦ TỊCH')
})

test('S08: a result lost in the post: the apology names loss and re-issue, and is no form 04', async () => {
  const desk = codeOf('H21.08.51')
  Object.assign(office.shop.intake, { procedure: '1.001612', says: { receivingDesk: desk, returnBy: 'post' } })
  const parcel = 'RR473124829VN'
  const { letters, texts } = await played(
    ['2021-03-15T09:00', 'officer:huyen-ia-grai.intake', { type: 'Accept' }],
    offer('2021-03-15T09:30', 'officer:huyen-ia-grai.intake', 'H21.08.57'),
    take('2021-03-15T10:00', 'officer:huyen-ia-grai.finance'),
    ['2021-03-17T14:00', 'officer:huyen-ia-grai.finance', { type: 'Propose', outcome: 'granted' }],
    ['2021-03-17T15:00', 'officer:huyen-ia-grai.finance-head', { type: 'Sign', outcome: 'granted', number: '39/HKD' }],
    [
      '2021-03-17T16:00',
      'service:postal',
      { type: 'RecordDispatch', parcel, order: 1, promised: { on: '2021-03-18' }, originals: [] },
    ],
    ['2021-03-22T09:00', 'service:postal', { type: 'RecordLoss', parcel, what: 'lost' }],
    [
      '2021-03-22T10:00',
      'officer:huyen-ia-grai.finance-head',
      { type: 'ReissueResult', number: '39A/HKD', note: 'Cấp lại.' },
    ],
    [
      '2021-03-22T11:00',
      'officer:huyen-ia-grai.finance-head',
      { type: 'Apologise', cause: 'loss', note: 'Bưu gửi bị thất lạc.' },
    ],
  )
  expect(letters.at(-1)).toMatchObject({ kind: 'loss-apology', form: null })
  expect(texts.at(-1)?.toUpperCase()).toContain('TRƯỞNG PHÒNG CƠ QUAN')
  for (const words of ['39A/HKD', 'Bưu gửi bị thất lạc.', 'Giấy chứng nhận đăng ký hộ kinh doanh'])
    expect(texts.at(-1)).toContain(words)
})

test('lost twice, each apology is about its own loss and the result issued in its place', async () => {
  const head = 'officer:huyen-ia-grai.finance-head'
  Object.assign(office.shop.intake, {
    procedure: '1.001612',
    says: { receivingDesk: codeOf('H21.08.51'), returnBy: 'post' },
  })
  const lostOn = (day: string, order: number, parcel: string, number: string): Act[] => [
    [
      `${day}T09:00`,
      'service:postal',
      { type: 'RecordDispatch', parcel, order, promised: { on: '2021-03-30' }, originals: [] },
    ],
    [`${day}T14:00`, 'service:postal', { type: 'RecordLoss', parcel, what: 'lost' }],
    [`${day}T15:00`, head, { type: 'ReissueResult', number, note: 'Cấp lại.' }],
  ]
  const { texts } = await played(
    ['2021-03-15T09:00', 'officer:huyen-ia-grai.intake', { type: 'Accept' }],
    offer('2021-03-15T09:30', 'officer:huyen-ia-grai.intake', 'H21.08.57'),
    take('2021-03-15T10:00', 'officer:huyen-ia-grai.finance'),
    ['2021-03-17T14:00', 'officer:huyen-ia-grai.finance', { type: 'Propose', outcome: 'granted' }],
    ['2021-03-17T15:00', head, { type: 'Sign', outcome: 'granted', number: '39/HKD' }],
    ...lostOn('2021-03-22', 1, 'RR473124829VN', '39A/HKD'),
    ...lostOn('2021-03-25', 2, 'RR473124829VN', '39B/HKD'),
    ['2021-03-26T10:00', head, { type: 'Apologise', cause: 'loss', note: 'Bưu gửi bị thất lạc.' }],
    ['2021-03-26T11:00', head, { type: 'Apologise', cause: 'loss', note: 'Bưu gửi bị thất lạc.' }],
  )
  const said = texts.slice(-2).map((text) => text?.match(/39[AB]\/HKD|2[25]\/03\/2021/g))
  expect(said.map((words) => [...new Set(words)].toSorted())).toEqual([
    ['22/03/2021', '39A/HKD'],
    ['25/03/2021', '39B/HKD'],
  ])
})

test('a stopped dossier: form 05 from 15/09/2025, before it a plain letter that cites no form', async () => {
  const stop = {
    type: 'Stop',
    ground: 'legal-ground',
    legalBasis: 'Luật Hộ tịch Điều 5',
    note: 'Có căn cứ dừng.',
  } as const
  const { letters, texts } = await played(
    ['2021-04-13T09:40', accounts.intake, { type: 'Accept' }],
    ['2021-04-14T09:40', 'officer:ia-pech.head', stop],
  )
  expect(letters.at(-1)).toMatchObject({ kind: 'stop-notice', form: null })
  expect(texts.at(-1)).not.toContain('Mẫu số')
  expect(texts.at(-1)).toContain('Luật Hộ tịch Điều 5')

  Object.assign(office.shop.intake, { says: { receivingDesk: office.shop.desks.iaGrai } })
  const later = await played(
    ['2025-10-06T09:40', 'officer:xa-ia-grai.intake', { type: 'Accept' }],
    ['2025-10-07T09:40', 'officer:xa-ia-grai.head', stop],
  )
  expect(later.letters.at(-1)).toMatchObject({ kind: 'stop-notice', form: 'TT03/2025-05' })
  expect(later.texts.at(-1)).toContain('Mẫu số 05, TT 03/2025/TT-VPCP')
})

test('S06: the slip of what cannot be done today names hour and day; it and the refusal say where to rate', async () => {
  office.shop.intake.procedure = '2.000815'
  const slip = await played(['2021-09-01T15:10', accounts.intake, { type: 'Accept', receipt: true }])
  expect(slip.letters).toMatchObject([{ kind: 'receipt', form: 'TT01/2018-01' }])
  expect(slip.texts[0]).toMatch(/17:00.{0,40}06\/09\/2021|06\/09\/2021.{0,20}17:00/)
  const refused = await played([
    '2021-09-01T15:20',
    accounts.intake,
    { type: 'RefuseIntake', ground: 'original-missing', note: 'Thiếu bản chính để đối chiếu.' },
  ])
  expect(refused.letters).toMatchObject([{ kind: 'refusal', form: 'TT01/2018-03' }])
  for (const text of [slip.texts[0], refused.texts[0]])
    expect(text?.replaceAll(/\s+/g, ' ')).toContain('phiếu đánh giá tại nơi tiếp nhận')
})
