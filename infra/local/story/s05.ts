import { handInOnline, takenIn } from './applications.ts'
import { papersOf } from './custody.ts'
import { handOver } from './same-day.ts'
import type { Scenario } from './scenario.ts'

const desk = 'H21.08.10.01'
const justiceUnit = 'H21.08.10.02'
const group = 'fx.lien-thong-khai-sinh'
const slip = ['02']

/** Birth, residence and insurance in one: online after 15:00, opinions at once, branches side by side. */
export const s05: Scenario = {
  id: 'S05',
  title: 'khai sinh, thường trú, thẻ BHYT: nộp trực tuyến sau 15 giờ, hai nhánh song song',
  begins: '2024-12-30T14:00',
  play: async ({ people, at, promises, refuses, sees, figures, workUnits, rang, settle }) => {
    const intake = people('officer:ia-pech.intake')
    const justice = people('officer:ia-pech.justice')
    const head = people('officer:ia-pech.head')
    const chairman = people('officer:ia-pech.chairman')
    const police = people('officer:ia-pech.police')
    const insurance = people('officer:huyen-ia-grai.insurance')
    const citizen = people('citizen:s05-nguoi-nop')
    const earlier = people('citizen:s05-doi-chung')
    const waiting = people('citizen:s05-khong-ai-xem')
    const ids = { control: '', x: '', unseen: '' }

    await at('2024-12-30T14:40', 'Hồ sơ đối chứng nộp trực tuyến trước 15 giờ', async () => {
      ids.control = takenIn(await handInOnline(earlier, desk, group, slip))
    })
    await at('2024-12-30T14:55', 'Tiếp nhận hồ sơ đối chứng', () => intake.act(ids.control, { type: 'Accept' }))
    promises('the control, before 15:00', (await sees(intake, ids.control)).axes.due?.on, '2025-01-03')

    await at('2024-12-30T15:05', 'Nộp trực tuyến, đủ giấy tờ', async () => {
      const answer = await handInOnline(citizen, desk, group, slip)
      ids.x = takenIn(answer)
      promises('a reference, and no code', String(answer.body['reference']).startsWith('TT'), true)
      ids.unseen = takenIn(await handInOnline(waiting, desk, group, slip))
    })
    const arrived = await sees(citizen, ids.x)
    promises('status 1', [arrived.axes.state, arrived.axes.code, arrived.axes.due], ['submitted', null, null])
    promises(
      'the desk has 8 working hours to answer',
      (await sees(intake, ids.x)).alarms.map(({ kind, at: rings }) => [kind, rings]),
      [['answer-due', '2024-12-31T08:05:00.000Z']],
    )

    await at('2024-12-30T16:00', 'Hồ sơ đối chứng được rút, xong phần của nó', async () => [
      ...(await earlier.act(ids.control, { type: 'Withdraw' })),
      ...(await head.act(ids.control, { type: 'Stop', ground: 'withdrawal' })),
    ])

    await at('2024-12-31T08:20', 'Bộ phận Một cửa tiếp nhận', () => intake.act(ids.x, { type: 'Accept' }))
    const accepted = await sees(intake, ids.x)
    promises('counts from Tuesday: due', accepted.axes.due?.on, '2025-01-06')
    await at('2024-12-31T08:25', 'Chuyển Tư pháp - Hộ tịch', async () => [
      ...(await intake.act(ids.x, { type: 'OfferHandover', to: justiceUnit, originals: [] })),
      ...(await justice.act(ids.x, { type: 'AcceptHandover' })),
    ])
    await at('2024-12-31T08:30', 'Hỏi cơ sở y tế và dữ liệu dân cư cùng lúc', async () => [
      ...(await justice.act(ids.x, { type: 'RequestConsultation', consultation: 'hospital' })),
      ...(await justice.act(ids.x, { type: 'RequestConsultation', consultation: 'population' })),
    ])
    const asked: Asked[] = Object((await sees(justice, ids.x))['consultations'])
    promises(
      'both answer by 11:30',
      asked.map(({ due }) => due.at),
      ['2024-12-31T04:30:00.000Z', '2024-12-31T04:30:00.000Z'],
    )
    await at('2024-12-31T09:10', 'Dữ liệu dân cư trả lời', () =>
      people('officer:huyen-ia-grai.police').act(ids.x, {
        type: 'AnswerConsultation',
        consultation: 'population',
        answer: 'agrees',
      }),
    )
    await at('2024-12-31T11:31', 'Cơ sở y tế im lặng: báo Trưởng Bộ phận Một cửa', () =>
      justice.act(ids.x, { type: 'ReportConsultation', consultation: 'hospital' }),
    )
    const [hospital]: Asked[] = Object((await sees(justice, ids.x))['consultations'])
    promises('nothing is deemed', [hospital?.answer, hospital?.deemed], [null, false])
    promises('the silence was sounded', rang(ids.x), ['consultation-due 2024-12-31 11:30'])

    await at('2024-12-31T13:30', 'Đăng ký khai sinh trong ngày, theo giấy chứng sinh đã nộp', async () => [
      ...(await justice.act(ids.x, {
        type: 'AddOpinion',
        kind: 'appraisal',
        note: 'Đã đăng ký, theo giấy chứng sinh đã nộp.',
      })),
      ...(await justice.act(ids.x, { type: 'OfferHandover', to: desk, originals: [] })),
    ])
    const joined = await at('2024-12-31T13:45', 'Bộ phận Một cửa nhận lại', () =>
      head.act(ids.x, { type: 'AcceptHandover' }),
    )
    promises('birth on its day', Object(joined.at(-1)?.event['left'])['timeliness'], 'on-time')
    const givePart = (part: string) => ({ type: 'ReturnPartResult', part, to: 'applicant', identityChecked: true })
    await refuses('a part whose work is not done', 'part-not-done', () => intake.asks(ids.x, givePart('residence')))
    const [given1] = await at('2024-12-31T13:50', 'Người nộp nhận trước giấy khai sinh', () =>
      intake.act(ids.x, givePart('birth-certificate')),
    )
    promises(
      'the birth certificate before the rest, and nothing else moves',
      [given1?.event.type, given1?.axes.state, given1?.axes.due?.on],
      ['PartResultReturned', 'in-progress', '2025-01-06'],
    )
    await refuses('the same part twice', 'part-returned', () => intake.asks(ids.x, givePart('birth-certificate')))
    await at('2024-12-31T14:00', 'Gửi Công an và Bảo hiểm xã hội cùng lúc', async () => [
      ...(await head.act(ids.x, { type: 'RequestConsultation', consultation: 'residence' })),
      ...(await head.act(ids.x, { type: 'RequestConsultation', consultation: 'card' })),
    ])
    const given: Asked[] = Object((await sees(citizen, ids.x))['consultations'])
    promises(
      'the citizen sees both branches, each with unit and date',
      given.flatMap(({ id, branch, to, due }) => (branch ? [[id, to, due.on]] : [])),
      [
        ['residence', 'H21.08.10.05', '2025-01-03'],
        ['card', 'H21.08.62', '2025-01-03'],
      ],
    )
    const [birth] = (await sees(citizen, ids.x)).count?.stages ?? []
    promises('and birth as the third', [birth?.id, birth?.due.on], ['birth', '2024-12-31'])
    await at('2024-12-31T15:06', 'Hồ sơ không ai xem: hết 8 giờ làm việc')
    promises('the head was alarmed', rang(ids.unseen), ['answer-due 2024-12-31 15:05'])
    promises('nothing accepted by itself', (await sees(waiting, ids.unseen)).axes.state, 'submitted')
    await at('2024-12-31T16:00', 'Người nộp rút hồ sơ ấy, trước khi tiếp nhận', () =>
      waiting.act(ids.unseen, { type: 'Withdraw' }),
    )

    const appliesVariant = { type: 'ApplyVariant', variant: 'verification', legalBasis: 'NĐ 63/2024/NĐ-CP Điều 8' }
    const anew = await at('2025-01-02T09:00', 'Công an phải xác minh: thời hạn của thủ tục là 5 ngày làm việc', () =>
      head.act(ids.x, appliesVariant),
    )
    promises(
      'the total by the procedure itself, no re-appointment',
      [anew.at(-1)?.event.type, anew.at(-1)?.axes.due?.on],
      ['LimitVariantApplied', '2025-01-08'],
    )
    const done = (consultation: string) => ({ type: 'AnswerConsultation', consultation, answer: 'done' })
    await at('2025-01-03T14:00', 'Hệ thống bảo hiểm hoạt động lại: cấp một thẻ', () =>
      insurance.act(ids.x, done('card'), 'the-bhyt-1'),
    )
    await refuses('a second card', 'consultation-answered', () => insurance.asks(ids.x, done('card'), 'the-bhyt-2'))
    await at('2025-01-03T15:00', 'Dự thảo kết quả', () => intake.act(ids.x, { type: 'Propose', outcome: 'granted' }))
    await refuses('signing before the branches join', 'consultations-open', () =>
      chairman.asks(ids.x, { type: 'Sign', outcome: 'granted', number: 'LT 1' }),
    )
    await at('2025-01-06T10:00', 'Công an đăng ký thường trú xong', () => police.act(ids.x, done('residence')))
    const signed = await at('2025-01-06T15:00', 'Các nhánh gộp lại, chủ tịch xã ký', () =>
      chairman.act(ids.x, { type: 'Sign', outcome: 'granted', number: 'LT 1' }),
    )
    promises('by law', signed.at(-1)?.event['timeliness'], 'early')
    const record = await sees(intake, ids.x)
    const types = record.timeline.map(({ event }) => event.type)
    promises(
      'no apology, no new appointment',
      [types.includes('DossierReappointed'), types.includes('ApologyGiven')],
      [false, false],
    )
    await at('2025-01-06T16:00', 'Người nộp nhận xác nhận cư trú và thẻ', () => intake.act(ids.x, handOver))
    await settle()
    const kept = await papersOf(intake, ids.x)
    promises(
      'three papers in all, each the citizen’s, the first from 31/12',
      kept
        .filter(({ kind }) => kind === 'result')
        .map(
          ({ component, chain }) => `${component} ${chain.at(-1)?.custodian.kind} ${chain.at(-1)?.since.slice(0, 10)}`,
        )
        .toSorted(),
      ['1 citizen 2025-01-06', '1 citizen 2025-01-06', 'birth-certificate citizen 2024-12-31'],
    )
    promises('status 10 after the last', (await sees(citizen, ids.x)).axes.state, 'returned')

    const { body: looked } = await earlier.get('casework', `/look-up/${record.axes.code}`)
    promises('to anybody else: the code and how far', Object.keys(looked).toSorted(), ['code', 'stage', 'state'])
    promises('somebody else sees nothing', (await earlier.get('casework', `/dossiers/${ids.x}`)).status, 404)
    const january = await figures([ids.x], '2024-12-01', '2025-02-01')
    promises('one online dossier, early', [january.new.online, january.new.total, january.resolved.early], [1, 1, 1])
    const units = await workUnits(ids.x, '2024-12-01', '2025-02-01')
    promises(
      'three work units, and two opinions asked',
      units.map(({ agency, what }) => [agency, ...Object.values(what)]),
      [
        ['H21.08.10.02', 'birth'],
        ['H21.08.65', 'hospital'],
        ['H21.08.63', 'population'],
        ['H21.08.10.05', 'residence'],
        ['H21.08.62', 'card'],
      ],
    )
  },
}

type Asked = {
  id: string
  to: string
  due: { on: string; at?: string }
  branch: boolean
  answer: string | null
  deemed: boolean
}
