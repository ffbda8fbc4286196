import { handInAt } from './applications.ts'
import { business, centre, economy, iaGrai, paidAtDesk, prepareBusiness, signBusiness } from './ia-grai.ts'
import { afterwards, wipedAndRebuilt } from './s11-afterwards.ts'
import { accepted30 } from './s11-desk.ts'
import { collectedAgain, finished, handedInAgain } from './s11-end.ts'
import type { Scenario } from './scenario.ts'

const social = 'H21.91.04'
const province = 'H21.71'

/** Temporal and Kafka are down for a working day: the desks go on, and nothing is lost or told twice. */
export const s11: Scenario = {
  id: 'S11',
  title: 'Temporal và Kafka ngừng cả ngày làm việc',
  begins: '2026-07-10T07:30',
  takesServers: true,
  play: async (stage) => {
    const { people, servers, at, promises, sees, figures, rang } = stage
    const office = iaGrai(people)
    const { intake, clerk, leader } = office
    const socialClerk = people('officer:xa-ia-grai.social')
    const so = people('officer:gia-lai.home-affairs-2025')
    const citizen = people('citizen:s11-nguoi-nop')
    const own = { k: '', l: '', m: '', n: '', up: '' }
    const accept = async (procedure: string, more: object = {}) => {
      const id = await handInAt(intake, centre, procedure, { applicant: citizen.account, ...more })
      await intake.act(id, { type: 'Accept' })
      return id
    }

    await at('2026-07-10T08:00', 'Thứ sáu tuần trước: K (P5), M và N (P8) được tiếp nhận', async () => {
      own.k = await accept('1.001776')
      own.m = await accept(business, { payments: paidAtDesk })
      own.n = await accept(business, { payments: paidAtDesk })
      await intake.act(own.k, { type: 'OfferHandover', to: social, originals: [] })
      await socialClerk.act(own.k, { type: 'AcceptHandover' })
    })
    await at('2026-07-13T08:00', 'Thứ hai: L (P8) và một hồ sơ liên thông xã – tỉnh', async () => {
      own.l = await accept(business, { payments: paidAtDesk })
      own.up = await accept('fx.tro-cap-khang-chien')
      await intake.act(own.up, { type: 'OfferHandover', to: social, originals: [] })
      await socialClerk.act(own.up, { type: 'AcceptHandover' })
      await prepareBusiness(office, own.m)
      await intake.act(own.l, { type: 'OfferHandover', to: economy, originals: [] })
      await clerk.act(own.l, { type: 'AcceptHandover' })
    })
    promises(
      'M and N due 15/07, L 16/07',
      (await Promise.all([own.m, own.n, own.l].map((id) => sees(intake, id)))).map(({ axes }) => axes.due?.on),
      ['2026-07-15', '2026-07-15', '2026-07-16'],
    )

    await at('2026-07-15T07:45', 'Kafka và Temporal ngừng; các dịch vụ khác vẫn chạy', servers.down)
    const day = await accepted30(stage)

    await at('2026-07-15T10:00', 'Xã chuyển hồ sơ liên thông lên tỉnh', () =>
      socialClerk.act(own.up, { type: 'OfferHandover', to: province, originals: [] }),
    )
    await at('2026-07-15T10:20', 'Sở nhận', () => so.act(own.up, { type: 'AcceptHandover' }))
    const views = await Promise.all([intake, socialClerk, so, citizen].map((who) => sees(who, own.up)))
    promises(
      'province holds, for desk, sender, receiver and citizen',
      views.map(({ axes }) => axes.holder),
      [province, province, province, province],
    )
    const { body: progress } = await citizen.get('casework', `/look-up/${views[0]?.axes.code}`)
    promises('the look-up is true', Object(progress)['stage'], { place: 2, of: 2 })

    await day.rest()

    await at('2026-07-15T15:00', 'Danh sách vẫn cho thấy hạn hôm nay, không cần đồng hồ nào')
    promises('K: papers may be asked for until today', Object(await sees(socialClerk, own.k))['supplementBy'], {
      on: '2026-07-15',
    })
    const { body: desk } = await leader.get('casework', `/apologies?organisation=${economy}&limit=500`)
    const drafts: { id: string; by: string }[] = Object(desk['rows'])
    promises(
      'L: an apology lies on the leader’s desk',
      drafts.find(({ id }) => id === own.l)?.by,
      '2026-07-15T10:00:00.000Z',
    )
    const { body: list } = await clerk.get('casework', `/worklist?organisation=${economy}&limit=200`)
    const rows: { id: string; dueOn: string; light: string }[] = Object(list['rows'])
    const due = rows.filter(({ id }) => id === own.m || id === own.l).map(({ dueOn, light }) => [dueOn, light])
    promises('M and L in the list of their unit', due, [
      ['2026-07-15', 'due-soon'],
      ['2026-07-16', 'due-soon'],
    ])
    const apology = await at('2026-07-15T15:30', 'L: lãnh đạo ký thư xin lỗi, hẹn 20/07', () =>
      leader.act(own.l, { type: 'Reappoint', appointment: '2026-07-20', reason: 'workload', note: 'Xin lỗi ông bà.' }),
    )
    const notice = await at('2026-07-15T15:40', 'K: phiếu yêu cầu bổ sung qua Trung tâm', async () => {
      const defects = [{ component: '02', defect: 'missing' }]
      const note = 'Nộp thêm giấy xác nhận khuyết tật.'
      return [
        ...(await socialClerk.act(own.k, { type: 'ProposeSupplement', defects, note })),
        ...(await intake.act(own.k, { type: 'RequestSupplement', defects, note })),
      ]
    })
    promises(
      'those moments count',
      [apology.at(-1)?.at, notice.at(-1)?.at],
      ['2026-07-15T08:30:00.000Z', '2026-07-15T08:40:00.000Z'],
    )

    await at('2026-07-15T16:30', 'Kafka và Temporal chạy lại; mọi đồng hồ và tin nhắn đuổi kịp', servers.up)
    const all = [...day.ids, ...Object.values(own)]
    await afterwards(stage, { all, late: [own.l, own.k], online: day.online })
    const signed = await at('2026-07-15T16:50', 'M: ký đúng ngày hẹn', () => signBusiness(leader, own.m, '15/HKD'))
    promises('M by law', signed.at(-1)?.event['timeliness'], 'on-time')

    await at('2026-07-15T17:30', 'Số liệu trong ngày')
    const today = await figures(all, '2026-07-15', '2026-07-16')
    promises('new 30, of them online 1', [today.new.total, today.new.online], [30, 1])
    const again = await collectedAgain(stage)
    await wipedAndRebuilt(stage, all)
    promises(
      'N: overdue at 16/07 00:00',
      rang(own.n).filter((one) => one.startsWith('overdue')),
      ['overdue 2026-07-16 00:00'],
    )
    await handedInAgain(stage, { ...again, online: day.online })
    await finished(stage, day.ids, own)
  },
}
