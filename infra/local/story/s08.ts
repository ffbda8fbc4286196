import { handInAt } from './applications.ts'
import { papersOf, wayOf } from './custody.ts'
import { afterTheLoss } from './s08-afterwards.ts'
import { bringToDesk, oneOriginal, sendToCitizen, step } from './postal-legs.ts'
import { templatesOf } from './proof.ts'
import type { Scenario } from './scenario.ts'

const desk = 'H21.08.51'
const finance = 'H21.08.57'
const components = { '01': oneOriginal, '02': { copies: 1 }, '04': oneOriginal }
const payments = { registration: { by: 'desk', amount: 100_000, proof: 'BL-8' } }

/** A result lost in the post: apology, compensation, another one in its place, and what was lost is found. */
export const s08: Scenario = {
  id: 'S08',
  title: 'kết quả thất lạc trên đường bưu chính',
  begins: '2021-03-15T08:30',
  play: async (stage) => {
    const { people, at, promises, sees, figures, rang } = stage
    const intake = people('officer:huyen-ia-grai.intake')
    const clerk = people('officer:huyen-ia-grai.finance')
    const leader = people('officer:huyen-ia-grai.finance-head')
    const courier = people('officer:huyen-ia-grai.post')
    const citizen = people('citizen:s08-nguoi-nop')
    let id = ''
    let parcel = ''

    await at('2021-03-15T09:00', 'Bộ phận Một cửa huyện tiếp nhận, giữ bản chính hợp đồng', async () => {
      const more = { applicant: citizen.account, returnBy: 'post', components, payments }
      id = await handInAt(intake, desk, '1.001612', more)
      return intake.act(id, { type: 'Accept' })
    })
    promises('due', (await sees(intake, id)).axes.due?.on, '2021-03-18')
    await at('2021-03-15T10:00', 'Chuyển Phòng Tài chính - Kế hoạch', () =>
      intake.act(id, { type: 'OfferHandover', to: finance, originals: [] }),
    )
    await at('2021-03-15T10:30', 'Phòng nhận', () => clerk.act(id, { type: 'AcceptHandover' }))
    await at('2021-03-17T14:00', 'Đề xuất', () => clerk.act(id, { type: 'Propose', outcome: 'granted' }))
    const signed = await at('2021-03-17T15:00', 'Trưởng phòng ký R1', () =>
      leader.act(id, { type: 'Sign', outcome: 'granted', number: 'R1/2021' }),
    )
    promises('by law', signed.at(-1)?.event['timeliness'], 'early')
    await at('2021-03-17T16:00', 'Đếm R1 và bản chính, cước 26.000 đ, giao bưu tá', async () => {
      await bringToDesk(id, { giver: clerk, taker: intake, desk })
      const sent = await sendToCitizen(id, { clerk: intake, courier, desk, order: 1, originals: ['04'] })
      parcel = sent.parcel
      promises('deliver by 18/3: J + 1', sent.promised, '2021-03-18')
    })
    const kept = (await papersOf(intake, id)).filter(({ component }) => component !== '01' && component !== '02')
    promises(
      'the courier’s parcel has result and original',
      kept.map((one) => wayOf(one).split(' → ').at(-1)),
      ['parcel', 'parcel'],
    )

    await at('2021-03-19T08:00', 'Quá hạn phát: Bộ phận Một cửa và bưu điện được báo')
    promises(
      'overdue at 19/3 00:00',
      rang(id).filter((one) => one.startsWith('delivery')),
      ['delivery-overdue 2021-03-19 00:00'],
    )
    const incidents = async (who: typeof intake, organisation: string) => {
      const { body } = await who.get('postal', `/incidents?organisation=${organisation}`)
      return (Array.isArray(body['incidents']) ? body['incidents'] : []).some((one) =>
        JSON.stringify(one).includes(parcel),
      )
    }
    promises(
      'before the desk, and before the operator',
      [await incidents(intake, desk), await incidents(courier, 'H21.08.64')],
      [true, true],
    )
    await at('2021-03-22T09:00', 'Bưu điện tuyên bố thất lạc, lỗi của bưu điện', () =>
      step(courier, parcel, 'lost', { fault: 'operator', decision: 'QD-22/BDH' }),
    )
    const lost = await sees(citizen, id)
    promises('status stays 9; the delivery is lost', [lost.axes.state, lost.axes['delivery']], ['completed', 'lost'])
    promises('the citizen reads it', lost.timeline.at(-1)?.event.type, 'ResultLost')
    const missing = (await papersOf(intake, id)).filter(({ component }) => component === '1' || component === '04')
    promises('R1 and the contract: last with the courier', missing.map(wayOf), [
      'desk → parcel → lost',
      'desk → desk → parcel → lost',
    ])
    const head = people('officer:huyen-ia-grai.head')
    promises('told by mail', await templatesOf(head, [id]), ['accepted', 'result-ready', 'dispatched', 'result-lost'])

    await afterTheLoss(stage, { id, parcel, citizen })
    const march = await figures([id], '2021-03-01', '2021-04-01')
    promises('March: early 1', [march.resolved.early, march.resolved.late], [1, 0])
  },
}
