import type { Timeliness } from '@dossier/contracts/dossier-event'
import { timePoints } from '@dossier/domain/indices'
import { handInAt } from './applications.ts'
import type { Person } from './people.ts'
import { templatesOf } from './proof.ts'
import { handOver } from './same-day.ts'
import { mailsOnceThere, onceThere } from './told.ts'
import type { Scenario } from './scenario.ts'

const desk = 'H21.08.10.01'
const social = 'H21.08.10.04'
const committee = 'H21.08.10'
const phong = 'H21.08.54'
const district = 'H21.08'
const pension = '1.001776'

/** Late: the apology in time, one new date, and whose the delay was. */
export const s03: Scenario = {
  id: 'S03',
  title: 'trễ hạn: xin lỗi đúng lúc, hẹn lại một lần, lỗi của từng cơ quan',
  begins: '2021-11-09T08:00',
  play: async ({ plan, people, at, promises, refuses, sees, figures, rang }) => {
    const intake = people('officer:ia-pech.intake')
    const head = people('officer:ia-pech.head')
    const specialist = people('officer:ia-pech.social')
    const office = people('officer:ia-pech.office')
    const labour = people('officer:huyen-ia-grai.labour')
    const secretary = people('officer:huyen-ia-grai.office')
    const chairman = people('officer:huyen-ia-grai.chairman')
    const citizen = people('citizen:s03-nguoi-nop')
    let id = ''
    let twin = ''
    const both = async (does: (one: string) => Promise<unknown>) => {
      await does(twin)
      return does(id)
    }
    const pass = (giver: Person, taker: Person, to: string) => (one: string) =>
      giver
        .act(one, { type: 'OfferHandover', to, originals: [] })
        .then(async (lines) => [...lines, ...(await taker.act(one, { type: 'AcceptHandover' }))])
    const accept = async () => {
      const one = await handInAt(intake, desk, pension, { applicant: citizen.account })
      return [one, await intake.act(one, { type: 'Accept' })] as const
    }

    await at('2021-11-09T10:00', 'Tiếp nhận hồ sơ và hồ sơ song sinh của nó', async () => {
      ;[twin] = await accept()
      const [one, lines] = await accept()
      id = one
      return lines
    })
    const accepted = await sees(intake, id)
    promises('due', accepted.axes.due?.on, '2021-12-07')
    promises(
      'plan: commune 23/11, Phòng 02/12, Chairman 07/12',
      accepted.count?.stages.map(({ due }) => due.on).slice(1),
      ['2021-11-23', '2021-12-02', '2021-12-07'],
    )
    await at('2021-11-09T11:00', 'Chuyển công chức văn hóa - xã hội', () => both(pass(intake, specialist, social)))
    await at('2021-11-15T09:00', 'Niêm yết kết quả rà soát', () =>
      both((one) => specialist.act(one, { type: 'StartPosting' })),
    )
    await at('2021-11-18T14:00', 'Chuyển Ủy ban nhân dân xã', () => both(pass(specialist, office, committee)))
    await at('2021-11-25T15:00', 'Xã gửi Phòng LĐTBXH, trễ hai ngày', () =>
      both((one) => office.act(one, { type: 'OfferHandover', to: phong, originals: [] })),
    )
    await at('2021-11-25T15:30', 'Phòng nhận', () => both((one) => labour.act(one, { type: 'AcceptHandover' })))
    const received = (await sees(labour, id)).timeline.findLast(({ event }) => event.type === 'HandoverAccepted')
    const risk = await Promise.all(
      [intake, people('officer:huyen-ia-grai.intake'), chairman].map((who) => sees(who, id)),
    )
    promises(
      'at risk from now, for both desks and the district leader',
      risk.map((one) => Object(one['foreseen'])['on']),
      ['2021-12-09', '2021-12-09', '2021-12-09'],
    )
    promises('Phòng due', Object(received?.event['stageDue'])['on'], '2021-12-06')

    await at('2021-12-03T13:30', 'Thư xin lỗi đã soạn, chờ lãnh đạo huyện ký')
    const { body: waiting } = await chairman.get('casework', `/apologies?organisation=${district}&limit=500`)
    const drafts: { id: string; by: string; foreseen: { on: string } | null }[] = Object(waiting['rows'])
    const draft = drafts.find((one) => one.id === id)
    promises('last moment Mon 06/12 17:00', draft?.by, '2021-12-06T10:00:00.000Z')
    promises('if each takes its whole limit, it ends after its due date', draft?.foreseen?.on, '2021-12-09')
    const mailed = async (one: string) =>
      (await templatesOf(head, [one])).filter((template) => template === 're-appointed').length
    promises('nothing unsigned was sent', await mailed(id), 0)
    const reappoint = { type: 'Reappoint', appointment: '2021-12-14', reason: 'workload', note: 'Xin lỗi ông bà.' }
    await at('2021-12-03T14:00', 'Lãnh đạo huyện ký mẫu 04, hẹn lại 14/12', () => chairman.act(id, reappoint))
    const theirs = await sees(citizen, id)
    promises(
      'citizen: appointment 14/12, legal due 07/12',
      [theirs.appointment?.on, theirs.axes.due?.on],
      ['2021-12-14', '2021-12-07'],
    )
    const signedLetter = theirs.timeline.findLast(({ event }) => event.type === 'DossierReappointed')
    promises(
      'citizen reads the letter, in time',
      [signedLetter?.note, signedLetter?.event['apology']],
      ['Xin lỗi ông bà.', 'in-time'],
    )

    await at('2021-12-03T14:05', 'Công dân đã nhận thư xin lỗi')
    const mails = await mailsOnceThere(plan, theirs.axes.code, 2)
    promises('told by mail within five minutes, once', [mails.length, await mailed(id)], [2, 1])
    // The ledger hears it from who sent it.
    const sending = (of: string) =>
      onceThere(
        async () =>
          (await sees(intake, of)).timeline.findLast(({ event }) => event.type === 'ApologySent')?.event['sending'],
        (said) => said !== undefined,
      )
    promises('letter and messages left in time', await sending(id), 'in-time')
    let newcomer = ''
    await at('2021-12-06T08:00', 'NĐ 107/2021 có hiệu lực; một hồ sơ mới được tiếp nhận', async () => {
      const [one, lines] = await accept()
      newcomer = one
      return lines
    })
    const ruleSets = await Promise.all([id, newcomer].map((one) => sees(intake, one)))
    promises(
      'this one keeps its rule set, the new one gets the new',
      ruleSets.map((one) => Object(one['pinned'])['ruleSet']),
      ['ND61_2018', 'ND61_2018+ND107_2021'],
    )
    await at('2021-12-06T09:00', 'Hồ sơ mới rút ngay', () => intake.act(newcomer, { type: 'Withdraw' }))
    await at('2021-12-06T09:30', 'và được dừng', () =>
      head.act(newcomer, { type: 'Stop', ground: 'withdrawal', note: 'Theo đề nghị.' }),
    )
    await at('2021-12-07T09:00', 'Hồ sơ song sinh: thư xin lỗi ký sau hạn chót', () =>
      chairman.act(twin, { ...reappoint, appointment: '2021-12-14' }),
    )
    promises(
      'twin: no timely apology, from 06/12 17:00',
      rang(twin).filter((one) => one.startsWith('apology-by')),
      ['apology-by 2021-12-06 17:00'],
    )
    const ofTwin = (await sees(intake, twin)).timeline
    const late = ofTwin.findLast(({ event }) => event.type === 'DossierReappointed')?.event['apology']
    promises('twin: a letter of 07/12 is taken, marked late', late, 'late')
    promises('and sent late', await sending(twin), 'late')
    await at('2021-12-07T23:00', 'Cuối ngày hết hạn')
    promises('not overdue before midnight', (await sees(intake, id)).light, 'due-soon')

    await at('2021-12-08T09:00', 'Phòng chuyển Chủ tịch huyện', () => both(pass(labour, secretary, district)))
    promises(
      'overdue at 08/12 00:00',
      rang(id).filter((one) => one.startsWith('overdue')),
      ['overdue 2021-12-08 00:00'],
    )
    const entered = (await sees(secretary, id)).timeline.findLast(({ event }) => event.type === 'HandoverAccepted')
    promises('Chairman due', Object(entered?.event['stageDue'])['on'], '2021-12-13')
    await at('2021-12-13T08:30', 'Muốn hẹn lại lần nữa')
    await refuses('a second new date', 'second-reappointment', () =>
      chairman.asks(id, { ...reappoint, appointment: '2021-12-20' }),
    )
    await at('2021-12-13T15:00', 'Đề xuất', () =>
      both((one) => secretary.act(one, { type: 'Propose', outcome: 'granted' })),
    )
    const signed = await at('2021-12-13T16:00', 'Chủ tịch huyện ký', async () => {
      await chairman.act(twin, { type: 'Sign', outcome: 'granted', number: '1310/QĐ-UBND' })
      return chairman.act(id, { type: 'Sign', outcome: 'granted', number: '1311/QĐ-UBND' })
    })
    promises('by law', signed.at(-1)?.event['timeliness'], 'late')
    const { body: time } = await intake.get('casework', `/dossiers/${id}/time`)
    const stages: { stage: string; timeliness: Timeliness; late: { amount: number } | null }[] = Object(time['stages'])
    const judged = stages.filter(({ stage }) => stage !== 'review')
    promises(
      'commune 2, Phòng 2, Chairman 0 working days',
      judged.map(({ late: by }) => by?.amount ?? 0),
      [2, 2, 0],
    )
    promises('late by four', Object(time['legal'])['late'], { amount: 4, unit: 'working-day' })
    promises('index 1', timePoints('late'), 0)
    promises(
      'index 2',
      judged.map(({ timeliness }) => timePoints(timeliness)),
      [0, 0, 1],
    )
    await at('2021-12-14T09:00', 'Công dân nhận kết quả đúng ngày hẹn lại', () =>
      both((one) => intake.act(one, handOver)),
    )
    const december = await figures([id, twin], '2021-12-01', '2022-01-01')
    promises('December: late 2', december.resolved.late, 2)
    const { owed, inTime, late: tooLate, none } = december.apologies
    promises('apologised 2/2, in time 1/2', [inTime + tooLate, owed, inTime, none], [2, 2, 1, 0])
  },
}
