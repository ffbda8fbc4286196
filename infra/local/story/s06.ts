import { applicationOf, handInAt, handInOnline } from './applications.ts'
import type { Scenario } from './scenario.ts'
import { refusedInWriting } from './s06-refused.ts'
import { handOver, iaPech, settleAt } from './same-day.ts'

const desk = 'H21.08.10.01'
const districtDesk = 'H21.08.51'
const finance = 'H21.08.57'
const copyOf = (pages: number) => ({ counts: [{ pages, copies: 1 }] })

/** The counter on the day before a holiday: what 15:00 moves and what it does not, refusals, closing time. */
export const s06: Scenario = {
  id: 'S06',
  title: 'ngày làm việc trước lễ tại Bộ phận Một cửa: sau 15 giờ, từ chối, hết giờ',
  begins: '2021-09-01T14:00',
  play: async (stage) => {
    const { people, at, promises, refuses, sees, figures, rang } = stage
    const commune = iaPech(people)
    const { intake } = commune
    const e = people('citizen:s06-e')
    const f = people('citizen:s06-f')
    const dueOf = async (id: string) => (await sees(intake, id)).axes.due?.on
    const acceptance = async (id: string) =>
      (await sees(intake, id)).timeline.find(({ event }) => event.type === 'DossierAccepted')?.event
    const ids = { a: '', b: '', c: '', d: '', e: '', f: '' }

    await at('2021-09-01T14:50', 'A: chứng thực một bản sao 3 trang, làm ngay; không yêu cầu giấy hẹn', async () => {
      ids.a = await handInAt(intake, desk, '2.000815', copyOf(3))
      return intake.act(ids.a, { type: 'Accept' })
    })
    promises('A: done today', await dueOf(ids.a), '2021-09-01')
    promises('A: no slip, yet recorded', (await acceptance(ids.a))?.['receipt'], false)

    await at('2021-09-01T15:10', 'B: chứng thực, hôm nay không kịp; xin giấy hẹn', async () => {
      ids.b = await handInAt(intake, desk, '2.000815', copyOf(1))
      return intake.act(ids.b, { type: 'Accept', receipt: true })
    })
    promises('B: not the holidays, not Saturday', await dueOf(ids.b), '2021-09-06')
    promises('B: has a slip', (await acceptance(ids.b))?.['receipt'], true)

    ids.c = await refusedInWriting(stage, { desk, intake })

    await at('2021-09-01T15:30', 'D: hộ kinh doanh, việc của huyện giao xã tiếp nhận', async () => {
      const payments = { registration: { by: 'desk', amount: 100_000, proof: 'BL-4' } }
      ids.d = await handInAt(intake, desk, '1.001612', { payments })
      return intake.act(ids.d, { type: 'Accept' })
    })
    const accepted = await sees(intake, ids.d)
    promises('D: day zero is today', (await acceptance(ids.d))?.['dayZero'], '2021-09-01')
    promises('D: due', accepted.axes.due?.on, '2021-09-08')
    const transfer = accepted.alarms.find(({ kind }) => kind === 'transfer-due')?.at
    promises('D: to the district by the start of Monday', transfer, '2021-09-06T00:30:00.000Z')

    const defects = [
      { component: '02', defect: 'missing' },
      { component: '03', defect: 'incomplete' },
    ]
    const notice = { type: 'RequestSupplement', defects, note: 'Bên nữ vắng mặt; thiếu giấy xác nhận độc thân.' }
    await at('2021-09-01T15:40', 'E: kết hôn, một bên vắng, thiếu giấy: một phiếu nêu cả hai', async () => {
      const components = { '01': { originals: 1 }, '03': { originals: 1 } }
      const given = await applicationOf(intake, '1.000894', { receivingDesk: desk, applicant: e.account, components })
      ids.e = String((await intake.post('intake', '/applications', given)).body['applicationId'])
      return intake.act(ids.e, notice)
    })
    const home = await sees(e, ids.e)
    promises('E: no code, no clock', [home.axes.code, home.axes.clock, home.axes.due], [null, 'not-started', null])
    const told = home.timeline.find(({ event }) => event.type === 'CompletionRequested')
    promises('E reads both in one notice', Object(told?.event)['defects'], defects)
    await refuses('E: another notice before the answer', 'not-possible-now', () => intake.asks(ids.e, notice))

    await at('2021-09-01T16:00', 'A: chủ tịch xã ký bản sao', () => settleAt(commune, ids.a, 'CT 812'))
    await at('2021-09-01T16:10', 'A: nhận bản sao; phí 2.000 + 2.000 + 1.000 = 5.000 đ')
    const pay = (amount: number, proof: string) =>
      intake.post('intake', `/applications/${ids.a}/amendments`, {
        payments: { certification: { by: 'desk', amount, proof } },
      })
    await pay(4_999, 'BL-1')
    await refuses('A: one đồng is lacking', 'fee-unpaid', () => intake.asks(ids.a, handOver))
    await pay(1, 'BL-2')
    await at('2021-09-01T16:15', 'A: đủ 5.000 đ, có biên lai; nhận', () => intake.act(ids.a, handOver))
    await at('2021-09-01T16:20', 'D: chuyển Bộ phận Một cửa huyện', () =>
      intake.act(ids.d, { type: 'OfferHandover', to: districtDesk, originals: [] }),
    )

    await at('2021-09-01T17:05', 'F: quầy đã đóng, không ai tiếp nhận')
    await at('2021-09-01T21:00', 'F: nộp trực tuyến buổi tối', async () => {
      const { body } = await handInOnline(f, desk, '1.000894')
      ids.f = String(body['applicationId'])
      promises('F reads: checked from Monday', [body['checkedFrom'], body['incomplete']], ['2021-09-06', false])
    })
    const waiting = await sees(f, ids.f)
    promises('F: status 1 only', [waiting.axes.state, waiting.axes.code], ['submitted', null])

    const {
      new: fresh,
      resolved,
      pending,
      notAccepted,
      sentHome,
    } = await figures(Object.values(ids), '2021-09-01', '2021-09-02')
    promises('1/9: new A, B, D; resolved A; pending B, D', [fresh.total, resolved.total, pending.total], [3, 1, 2])
    promises('1/9: status 3, and sent home', [notAccepted.total, sentHome], [1, 1])

    await at('2021-09-06T07:30', 'D: huyện nhận ngay đầu giờ', () =>
      people('officer:huyen-ia-grai.intake').act(ids.d, { type: 'AcceptHandover' }),
    )
    const late = rang(ids.d).filter((one) => one.startsWith('transfer') || one.startsWith('handover'))
    promises('D: passed on and taken in time', late, [])
    await at('2021-09-06T08:00', 'F: kiểm tra hồ sơ trực tuyến, tiếp nhận', () => intake.act(ids.f, { type: 'Accept' }))
    promises('F: day zero is the day it was accepted', await dueOf(ids.f), '2021-09-06')
    await at('2021-09-06T09:00', 'B: ký bản sao', () => settleAt(commune, ids.b, 'CT 813'))
    await at('2021-09-06T10:00', 'B: nhận, nộp 2.000 đ', async () => {
      const payments = { certification: { by: 'desk', amount: 2_000, proof: 'BL-3' } }
      await intake.post('intake', `/applications/${ids.b}/amendments`, { payments })
      return intake.act(ids.b, handOver)
    })
    await at('2021-09-06T10:30', 'F: đăng ký, ký', () => settleAt(commune, ids.f, 'KH 31'))
    await at('2021-09-06T11:00', 'F: hai bên nhận giấy chứng nhận', () => intake.act(ids.f, handOver))

    await at('2021-09-07T10:00', 'E: hai bên cùng đến, đủ giấy: tiếp nhận, làm trong ngày', async () => {
      const components = { '02': { originals: 1 }, '03': { originals: 1 } }
      await intake.post('intake', `/applications/${ids.e}/amendments`, { components })
      await intake.act(ids.e, { type: 'ReceiveSupplement' })
      await refuses('E: asked once, fully', 'second-supplement', () => intake.asks(ids.e, notice))
      return intake.act(ids.e, { type: 'Accept' })
    })
    promises('E: the same day', await dueOf(ids.e), '2021-09-07')
    await at('2021-09-07T14:00', 'E: ký giấy chứng nhận kết hôn', () => settleAt(commune, ids.e, 'KH 32'))
    await at('2021-09-07T15:30', 'E: nhận', () => intake.act(ids.e, handOver))

    const register = people('officer:huyen-ia-grai.finance')
    await at('2021-09-07T16:00', 'D: chuyển Phòng Tài chính - Kế hoạch', () =>
      people('officer:huyen-ia-grai.intake').act(ids.d, { type: 'OfferHandover', to: finance, stage: 'register' }),
    )
    await at('2021-09-08T08:00', 'D: đăng ký, ký', async () => [
      ...(await register.act(ids.d, { type: 'AcceptHandover' })),
      ...(await register.act(ids.d, { type: 'Propose', outcome: 'granted' })),
      ...(await people('officer:huyen-ia-grai.finance-head').act(ids.d, {
        type: 'Sign',
        outcome: 'granted',
        number: '39A/HKD',
      })),
    ])
    await at('2021-09-08T15:00', 'D: nhận tại xã', () => intake.act(ids.d, handOver))
    const september = await figures(Object.values(ids), '2021-09-01', '2021-10-01')
    promises('September: five on time, none left', [september.resolved.onTime, september.pending.total], [5, 0])
  },
}
