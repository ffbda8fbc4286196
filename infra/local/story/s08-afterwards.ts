import { done, papersOf, wayOf } from './custody.ts'
import type { Person } from './people.ts'
import { bringToDesk, handedOver, recipient, sendToCitizen, step } from './postal-legs.ts'
import type { Stage } from './scenario.ts'

const desk = 'H21.08.51'
const unit = 'H21.08.57'

/** Apology, compensation and another result; the complaint, and what was lost turns up. */
export const afterTheLoss = async (
  { people, at, promises, refuses, sees }: Stage,
  { id, parcel, citizen }: { id: string; parcel: string; citizen: Person },
) => {
  const intake = people('officer:huyen-ia-grai.intake')
  const head = people('officer:huyen-ia-grai.head')
  const clerk = people('officer:huyen-ia-grai.finance')
  const leader = people('officer:huyen-ia-grai.finance-head')
  const courier = people('officer:huyen-ia-grai.post')
  const another = people('officer:gia-lai.post')

  const owed = async () => {
    const { body } = await leader.get('casework', `/apologies?organisation=${unit}&limit=500`)
    const wrongs: unknown[] = Array.isArray(body['wrongs']) ? body['wrongs'] : []
    return wrongs.map((one) => Object(one)).filter((one) => one['id'] === id)
  }
  promises(
    'the apology for the loss is drafted, on the leader’s desk, to be signed within three working days',
    (await owed()).map(({ cause, by }) => [cause, by]),
    [['loss', '2021-03-25T10:00:00.000Z']],
  )
  await at('2021-03-22T14:00', 'Xin lỗi vì làm mất; biên bản trách nhiệm; cấp lại R2', async () => {
    const apology = await head.act(id, { type: 'Apologise', cause: 'loss', note: 'Xin lỗi vì kết quả bị thất lạc.' })
    const liability = { harm: 'lost', fault: 'operator', record: 'BB-22/BDH', recordedOn: '2021-03-22' }
    const owed = await done(courier.post('postal', `/parcels/${parcel}/liability`, liability))
    promises(
      '104.000 đ within 30 days (21/4 is a holiday), the re-issue at the operator’s cost',
      [owed['amount'], owed['payBy'], Object(owed['costs'])['re-issue']],
      [104_000, '2021-04-22', 'operator'],
    )
    await done(courier.post('postal', `/parcels/${parcel}/compensation-payments`, { amount: 104_000, proof: 'PC-1' }))
    return [...apology, ...(await leader.act(id, { type: 'ReissueResult', number: 'R2/2021', note: 'Cấp lại R1.' }))]
  })
  const results = async () => (await papersOf(intake, id)).filter(({ kind }) => kind === 'result')
  promises('signed, it lies there no more', await owed(), [])
  promises(
    'R1 is void, R2 valid',
    (await results()).map(({ isVoid }) => isVoid),
    [true, false],
  )

  let complaint = ''
  await at('2021-03-24T09:00', 'Công dân khiếu nại tại Bộ phận Một cửa, nơi ghi lại cho bưu điện', async () => {
    const given = { about: 'lost', words: 'Kết quả của tôi bị thất lạc.', contact: recipient }
    const taken = await done(intake.post('postal', `/parcels/${parcel}/complaints`, given))
    complaint = String(taken['complaint'])
    const { body } = await courier.get('postal', '/complaints?organisation=H21.08.64')
    const open: unknown[] = Array.isArray(body['complaints']) ? body['complaints'] : []
    promises(
      'the post office has it to answer',
      open.map((one) => Object(one)['complaint']),
      [complaint],
    )
    promises('answer by 31/03: 5 working days', Object(taken['answerBy'])['on'], '2021-03-31')
  })
  await refuses('an answer by whoever carried it', 'answerer-complained-of', () =>
    courier.post('postal', `/complaints/${complaint}/answer`, { upheld: true, answer: 'Đúng.' }),
  )
  let second = ''
  await at('2021-03-25T15:30', 'R2 và giấy tờ còn lại về Bộ phận Một cửa, giao bưu tá', async () => {
    await bringToDesk(id, { giver: clerk, taker: intake, desk })
    second = (await sendToCitizen(id, { clerk: intake, courier, desk, order: 2 })).parcel
  })
  await at('2021-03-26T10:00', 'R2 đến tay công dân, hai bên ký', () => step(courier, second, 'delivered', handedOver))
  promises('status 10', (await sees(citizen, id)).axes.state, 'returned')
  await at('2021-03-30T09:00', 'Bưu điện tỉnh trả lời khiếu nại: có cơ sở', async () => {
    const answer = { upheld: true, answer: 'Bưu điện huyện làm thất lạc; đã bồi thường.' }
    promises('in time', (await done(another.post('postal', `/complaints/${complaint}/answer`, answer)))['inTime'], true)
  })

  await at('2021-04-02T09:00', 'Tìm thấy bưu gửi; công dân không nhận lại', async () => {
    await step(courier, parcel, 'found')
    const settled = await done(courier.post('postal', `/parcels/${parcel}/found-choice`, { choice: 'refused' }))
    promises('nothing is repaid', settled['repay'], 0)
  })
  const end = await results()
  promises(
    'R1 stays void: one valid result',
    end.map(({ isVoid }) => isVoid),
    [true, false],
  )
  promises('R2’s way', end[1] && wayOf(end[1]), 'desk → desk → parcel → citizen')
  promises('and the dossier does not change', (await sees(citizen, id)).axes.state, 'returned')

  const { body: report } = await courier.get('postal', '/reports/postal?period=quarter&day=2021-03-31')
  const { lost } = Object(report['parcels'])
  const { cases, value } = Object(report['compensation'])
  promises(
    'report Q1, before 10/4: lost 1, 104.000 đ',
    [report['sendBefore'], lost, cases, value],
    ['2021-04-10', 1, 1, 104_000],
  )
  promises('safety (n − 1)/n', report['safety'], { numerator: 1, denominator: 2 })

  const late = { about: 'lost', words: 'Khiếu nại lần nữa.', contact: recipient }
  await at('2021-09-20T09:00', 'Ngày cuối của thời hiệu khiếu nại (18/9 là thứ bảy)', async () => {
    const { status } = await courier.post('postal', `/parcels/${parcel}/complaints`, late)
    promises('taken in on 20/09', status, 201)
  })
  await at('2021-09-21T09:00', 'Hôm sau đã hết thời hiệu')
  await refuses('a complaint on 21/09', 'complaint-window-ended', () =>
    courier.post('postal', `/parcels/${parcel}/complaints`, late),
  )
}
