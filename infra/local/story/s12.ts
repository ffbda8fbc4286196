import { applicationOf, handInAt } from './applications.ts'
import { papersOf, wayOf } from './custody.ts'
import { business, centre, iaGrai, paidAtDesk, prepareBusiness, signBusiness } from './ia-grai.ts'
import { confirmPayment } from './payment-gateway.ts'
import { handOver } from './same-day.ts'
import { nobodyCollects } from './s12-uncollected.ts'
import { templatesOf } from './proof.ts'
import type { Scenario } from './scenario.ts'

/** Withdrawing before acceptance, after it and too late; and a result that nobody collects. */
export const s12: Scenario = {
  id: 'S12',
  title: 'rút hồ sơ; kết quả không ai nhận',
  begins: '2026-08-24T19:30',
  play: async (stage) => {
    const { plan, people, at, promises, refuses, sees, figures } = stage
    const office = iaGrai(people)
    const { intake, head, leader } = office
    const citizen = people('citizen:s12-nguoi-nop')
    const ids = { w1: '', w2: '', w3: '', w4: '' }

    await at('2026-08-24T20:00', 'W1 nộp trực tuyến buổi tối', async () => {
      const fee = { procedure: business, fee: 'registration', amount: 100_000, proof: 'GW-12-1' }
      await confirmPayment(plan, { ...fee, payer: citizen.account })
      const given = {
        ...(await applicationOf(citizen, business)),
        channel: 'online',
        receivingDesk: centre,
        components: { '01': { uploads: [await citizen.scans()] }, '02': { uploads: [await citizen.scans()] } },
        payments: { registration: { by: 'online', amount: 100_000, proof: 'GW-12-1' } },
      }
      ids.w1 = String((await citizen.post('intake', '/applications', given)).body['applicationId'])
    })
    await at('2026-08-24T21:00', 'W1 tự rút', () => citizen.act(ids.w1, { type: 'Withdraw' }))
    const w1 = await sees(citizen, ids.w1)
    promises('W1: gone, without a code', [w1.axes.state, w1.axes.code], ['withdrawn', null])

    await at('2026-08-25T08:00', 'W2, W3, W4 được tiếp nhận; W4 xin trả qua bưu chính', async () => {
      const accept = async (more: object = {}) => {
        const given = { applicant: citizen.account, payments: paidAtDesk, ...more }
        const id = await handInAt(intake, centre, business, given)
        await intake.act(id, { type: 'Accept' })
        return id
      }
      ids.w2 = await accept()
      ids.w3 = await accept()
      ids.w4 = await accept({ returnBy: 'post' })
    })
    promises('due 28/08', (await sees(intake, ids.w2)).axes.due?.on, '2026-08-28')
    await at('2026-08-25T09:00', 'Chuyển Phòng Kinh tế', async () => {
      for (const id of [ids.w2, ids.w3, ids.w4]) await prepareBusiness(office, id)
    })

    await at('2026-08-26T10:00', 'W3 được ký', () => signBusiness(leader, ids.w3, '26/HKD'))
    await at('2026-08-26T10:30', 'W3 muốn rút')
    const signed = await sees(citizen, ids.w3)
    await refuses('W3: withdrawing what is signed', 'already-completed', () =>
      citizen.asks(ids.w3, { type: 'Withdraw' }),
    )
    promises('W3: status 9 still', (await sees(citizen, ids.w3)).axes, signed.axes)
    await at('2026-08-26T11:00', 'W3 nhận kết quả', () => intake.act(ids.w3, handOver))

    await at('2026-08-26T14:00', 'W2 xin rút', () => citizen.act(ids.w2, { type: 'Withdraw' }))
    const asked = await sees(citizen, ids.w2)
    promises('W2: asked, the clock runs on', [asked.axes['requests'], asked.axes.clock], [['withdrawal'], 'running'])
    await at('2026-08-26T16:00', 'Lãnh đạo đồng ý; dừng giải quyết, mẫu 05', () =>
      head.act(ids.w2, { type: 'Stop', ground: 'withdrawal', note: 'Dừng theo đề nghị của người nộp.' }),
    )
    promises('W2: status 8', (await sees(citizen, ids.w2)).axes.state, 'stopped')
    await refuses('W2: not taken up again', 'closed-for-good', () => intake.asks(ids.w2, { type: 'Accept' }))
    await at('2026-08-26T16:10', 'Trả lại bản chính cho W2, ký nhận', async () => {
      const kept = await papersOf(intake, ids.w2)
      const [first] = kept
      const given = { dossierId: ids.w2, from: first?.chain.at(-1)?.custodian, papers: kept.map(({ paper }) => paper) }
      const { status } = await intake.post('postal', '/returns', {
        ...given,
        to: 'applicant',
        identityChecked: true,
        signed: true,
      })
      promises('W2: given back against signature', status, 200)
    })
    promises('W2: its papers’ way', (await papersOf(intake, ids.w2)).map(wayOf), ['desk → citizen'])

    await nobodyCollects(stage, { id: ids.w4, citizen })
    promises('W1 was told by mail', await templatesOf(head, [ids.w1]), [
      'application-received',
      'application-withdrawn',
    ])
    promises('W2 too', await templatesOf(head, [ids.w2]), [
      'accepted',
      'handed-over',
      'withdrawal-requested',
      'stopped',
    ])
    const all = Object.values(ids)
    const august = await figures(all, '2026-08-01', '2026-09-01')
    const { new: fresh, withdrawn, withdrawnBefore, resolved } = august
    promises('August: new 3, withdrawn 1, early 2', [fresh.total, withdrawn, resolved.early], [3, 1, 2])
    promises('W1 is not new: it was withdrawn before', withdrawnBefore, 1)
    const september = await figures(all, '2026-09-01', '2026-10-01')
    const october = await figures(all, '2026-10-01', '2026-11-01')
    promises('uncollected: September 1, October 0', [september.uncollected, october.uncollected], [1, 0])
  },
}
