import { handInAt } from './applications.ts'
import type { Scenario } from './scenario.ts'

const centre = 'H21.91.01'
const committee = 'H21.91'
const landOffice = 'H21.60.01'

/** A land certificate with the notice of the tax agency, on two levels: the clock stands until the citizen has paid. */
export const s04: Scenario = {
  id: 'S04',
  title: 'giấy chứng nhận đất, thông báo thuế, hai cấp',
  begins: '2025-12-08T08:30',
  play: async ({ people, at, promises, refuses, sees, figures }) => {
    const intake = people('officer:xa-ia-grai.intake')
    const land = people('officer:khu-vuc-ia-grai.land-office')
    const tax = people('officer:khu-vuc-ia-grai.tax')
    const office = people('officer:xa-ia-grai.office')
    const chairman = people('officer:xa-ia-grai.chairman')
    const citizen = people('citizen:s04-nguoi-nop')
    const obligation = 'le-phi-truoc-ba'
    const payment = { type: 'RecordPayment', obligation, proof: 'GW-20260107-1' }
    const paid = { certificate: { by: 'desk', amount: 100_000, proof: 'BL-1' } }
    let id = ''

    await at('2025-12-08T09:00', 'Trung tâm Phục vụ hành chính công xã tiếp nhận', async () => {
      id = await handInAt(intake, centre, 'fx.gcn-qsdd-lan-dau', { applicant: citizen.account })
      return intake.act(id, { type: 'Accept' })
    })
    const accepted = await sees(intake, id)
    promises(
      'without tax time: the land office until 31/12, all until 07/01',
      accepted.count?.stages.map(({ due }) => due.on),
      ['2025-12-31', '2026-01-07'],
    )
    await at('2025-12-08T10:00', 'Chuyển văn phòng đăng ký đất đai', () =>
      intake.act(id, { type: 'OfferHandover', to: landOffice, originals: [] }),
    )
    await at('2025-12-08T14:00', 'Văn phòng nhận', () => land.act(id, { type: 'AcceptHandover' }))
    await at('2025-12-22T09:00', 'Gửi cơ quan thuế', () =>
      land.act(id, { type: 'RequestConsultation', consultation: 'tax' }),
    )
    const sent = await sees(land, id)
    promises('the dossier runs on, the land office holds', [sent.axes.clock, sent.axes.holder], ['running', landOffice])

    await at('2025-12-29T10:00', 'Thông báo nộp lệ phí trước bạ qua Trung tâm', async () => [
      ...(await tax.act(id, { type: 'AnswerConsultation', consultation: 'tax', answer: 'done' })),
      ...(await land.act(id, {
        type: 'RequestObligation',
        obligation,
        amount: 1_250_000,
        payBy: '2026-01-28',
        note: 'Nộp vào tài khoản ghi trong thông báo.',
      })),
    ])
    const noticed = await sees(citizen, id)
    promises('status 6, the clock stands', [noticed.axes.state, noticed.axes.clock], ['obligation-requested', 'paused'])
    const owed = Object(noticed['obligations'])[0]
    promises('the citizen sees amount and term', [owed.amount, owed.payBy], [1_250_000, '2026-01-28'])
    const { body: posted } = await citizen.get('intake', '/procedures/fx.gcn-qsdd-lan-dau')
    const fees: { id: string; amount: number; due: string }[] = Object(posted['fees'])
    promises(
      'and, apart, the certificate fee',
      fees.map(({ id: fee, amount, due }) => [fee, amount, due]),
      [['certificate', 100_000, 'return']],
    )
    const december = await figures([id], '2025-12-01', '2026-01-01')
    promises('31/12: paused for a payment', december.paused, { total: 1, supplement: 0, obligation: 1 })

    const counter = people('officer:xa-ia-grai.intake')
    await at('2026-01-07T10:10', 'Công dân nộp tiền; xác nhận nhận được hai lần cùng lúc', async () => {
      const [one, two] = await Promise.all([counter.act(id, payment, 'gw-1'), counter.act(id, payment, 'gw-1')])
      promises(
        'one payment, whichever came first',
        one.map(({ seq }) => seq),
        two.map(({ seq }) => seq),
      )
      return one
    })
    const running = await sees(citizen, id)
    promises(
      'new dates 09/01 and 13/01: Saturday 10/01 is worked',
      [running.count?.stages[0]?.due.on, running.axes.due?.on],
      ['2026-01-09', '2026-01-13'],
    )
    await at('2026-01-07T10:31', 'Cùng xác nhận ấy được gửi lại')
    await refuses('the message sent again', 'obligation-paid', () => counter.asks(id, payment, 'gw-2'))
    promises('nothing has changed', (await sees(citizen, id)).axes, running.axes)

    await at('2026-01-09T15:00', 'Chuyển Ủy ban nhân dân xã', () =>
      land.act(id, { type: 'OfferHandover', to: committee, originals: [] }),
    )
    await at('2026-01-09T15:30', 'Ủy ban nhận', () => office.act(id, { type: 'AcceptHandover' }))
    await at('2026-01-13T10:00', 'Đề xuất', () => office.act(id, { type: 'Propose', outcome: 'granted' }))
    const signed = await at('2026-01-13T16:50', 'Chủ tịch xã ký giấy chứng nhận', () =>
      chairman.act(id, { type: 'Sign', outcome: 'granted', number: 'CS 01234' }),
    )
    promises('by law', signed.at(-1)?.event['timeliness'], 'on-time')

    const handOver = { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true, originals: [] }
    await at('2026-01-14T09:00', 'Công dân đến nhận, chưa nộp lệ phí cấp giấy')
    await refuses('handing over with a line unpaid', 'fee-unpaid', () => intake.asks(id, handOver))
    await at('2026-01-14T09:10', 'Nộp lệ phí, nhận kết quả', async () => {
      await intake.post('intake', `/applications/${id}/amendments`, { payments: paid })
      return intake.act(id, handOver)
    })
    promises('status 10', (await sees(intake, id)).axes.state, 'returned')
    const january = await figures([id], '2026-01-01', '2026-02-01')
    promises('January: on time', january.resolved.onTime, 1)
    promises('taxes on their own line', [january.obligations.paid, january.obligations.paidAmount], [1, 1_250_000])
    const { body: time } = await intake.get('casework', `/dossiers/${id}/time`)
    promises('the pause is nobody’s lateness', Object(time['legal'])['lateBy'], [])
    const route = (await sees(intake, id)).timeline.flatMap(({ event }) =>
      typeof event['to'] === 'string' ? [event['to']] : [],
    )
    promises(
      'no district on the way',
      route.filter((code) => code.startsWith('H21.08')),
      [],
    )
  },
}
