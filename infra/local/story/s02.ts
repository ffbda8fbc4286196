import { handInAt } from './applications.ts'
import type { Scenario } from './scenario.ts'

const desk = 'H21.08.10.01'
const social = 'H21.08.10.04'
const committee = 'H21.08.10'
const phong = 'H21.08.54'
const district = 'H21.08'
const defects = [
  { component: '01', defect: 'incomplete' },
  { component: '02', defect: 'missing' },
]

/** One supplement, through the desk alone; the clock begins again from zero. */
export const s02: Scenario = {
  id: 'S02',
  title: 'bổ sung một lần, qua Bộ phận Một cửa; thời hạn tính lại từ đầu',
  begins: '2021-08-23T08:00',
  play: async ({ people, at, promises, refuses, sees, figures }) => {
    const intake = people('officer:ia-pech.intake')
    const specialist = people('officer:ia-pech.social')
    const office = people('officer:ia-pech.office')
    const labour = people('officer:huyen-ia-grai.labour')
    const chairman = people('officer:huyen-ia-grai.chairman')
    const citizen = people('citizen:s02-nguoi-nop')
    const notice = { type: 'RequestSupplement', defects, note: 'Bổ sung tờ khai và giấy xác nhận.' }
    const dueOf = async () => (await sees(intake, id)).axes.due?.on
    let id = ''

    await at('2021-08-23T08:30', 'Bộ phận Một cửa tiếp nhận hồ sơ trợ cấp xã hội', async () => {
      id = await handInAt(intake, desk, '1.001776', { applicant: citizen.account })
      return intake.act(id, { type: 'Accept' })
    })
    promises('due date', await dueOf(), '2021-09-22')
    await at('2021-08-23T09:00', 'Chuyển công chức văn hóa - xã hội', () =>
      intake.act(id, { type: 'OfferHandover', to: social, originals: [] }),
    )
    await at('2021-08-23T09:30', 'Công chức nhận', () => specialist.act(id, { type: 'AcceptHandover' }))

    promises('the last day to ask for papers', Object(await sees(specialist, id))['supplementBy'], { on: '2021-08-26' })
    await at('2021-08-25T10:00', 'Công chức thử yêu cầu công dân trực tiếp')
    const before = (await sees(intake, id)).timeline.length
    await refuses('the specialist asks the citizen directly', 'only-through-desk', () => specialist.asks(id, notice))
    promises('nothing was sent', (await sees(intake, id)).timeline.length, before)
    await at('2021-08-25T10:30', 'Công chức đề xuất mọi nội dung thiếu', () =>
      specialist.act(id, { ...notice, type: 'ProposeSupplement' }),
    )
    await at('2021-08-25T10:40', 'Bộ phận Một cửa ra phiếu yêu cầu bổ sung, một lần cho tất cả', () =>
      intake.act(id, notice),
    )
    const asked = await sees(intake, id)
    promises(
      'state, clock, holder',
      [asked.axes.state, asked.axes.clock, asked.axes.holder],
      ['supplement-requested', 'paused', desk],
    )
    const theirs = await sees(citizen, id)
    promises('the citizen is told no return date', theirs.appointment, null)
    const told = theirs.timeline.find(({ event }) => event.type === 'SupplementRequested')
    promises('the citizen sees the whole list', Object(told?.event)['defects'], defects)
    const paused = await figures([id], '2021-08-01', '2021-09-01')
    promises('31/8: paused for a supplement', paused.paused, { total: 1, supplement: 1, obligation: 0 })

    await at('2021-09-10T15:20', 'Công dân mang đủ giấy tờ đến Bộ phận Một cửa', async () => {
      const components = { '01': { originals: 1 }, '02': { originals: 1 } }
      await intake.post('intake', `/applications/${id}/amendments`, { components })
      return intake.act(id, { type: 'ReceiveSupplement' })
    })
    const anew = await sees(intake, id)
    promises('due date, from zero', anew.axes.due?.on, '2021-10-08')
    const stages = anew.count?.stages.map(({ due }) => due.on) ?? []
    promises('commune until 24/9, Phòng until 05/10', [stages[1], stages[2]], ['2021-09-24', '2021-10-05'])
    const transfer = anew.alarms.find(({ kind }) => kind === 'transfer-due')?.at
    promises('passed on by the start of Monday: 15:00 moves only that', transfer, '2021-09-13T00:30:00.000Z')

    await at('2021-09-10T16:10', 'Chuyển công chức ngay trong chiều', () =>
      intake.act(id, { type: 'OfferHandover', to: social, originals: [] }),
    )
    await at('2021-09-13T08:00', 'Công chức nhận', () => specialist.act(id, { type: 'AcceptHandover' }))
    await at('2021-09-13T09:00', 'Niêm yết công khai kết quả rà soát', () =>
      specialist.act(id, { type: 'StartPosting' }),
    )
    await at('2021-09-14T09:00', 'Công chức lại muốn yêu cầu bổ sung')
    const second = { type: 'ProposeSupplement', defects: [{ component: '01', defect: 'wrong' }] }
    await refuses('a second supplement', 'second-supplement', () => specialist.asks(id, second))
    promises(
      'the officer cannot edit the date',
      (await specialist.asks(id, { ...second, dueOn: '2021-10-30' })).status,
      400,
    )

    const steps = [
      ['2021-09-21T09:00', specialist, office, committee],
      ['2021-09-24T09:00', office, labour, phong],
      ['2021-10-04T09:00', labour, people('officer:huyen-ia-grai.office'), district],
    ] as const
    for (const [local, giver, taker, to] of steps) {
      await at(local, 'Chuyển bước tiếp theo', () => giver.act(id, { type: 'OfferHandover', to, originals: [] }))
      await at(local.replace('T09', 'T10'), 'Cơ quan tiếp theo nhận', () => taker.act(id, { type: 'AcceptHandover' }))
    }
    await at('2021-10-06T09:00', 'Đề xuất quyết định', () =>
      people('officer:huyen-ia-grai.office').act(id, { type: 'Propose', outcome: 'granted' }),
    )
    const signed = await at('2021-10-07T14:00', 'Chủ tịch huyện ký', () =>
      chairman.act(id, { type: 'Sign', outcome: 'granted', number: '1207/QĐ-UBND' }),
    )
    promises('by law', signed.at(-1)?.event['timeliness'], 'early')
    const { body: time } = await intake.get('casework', `/dossiers/${id}/time`)
    const verdicts = [Object(time['legal'])['timeliness'], Object(time['indicator766'])['verdict']]
    promises('by law, and by the indicator: under their own names', verdicts, ['early', 'late'])
    promises('the limit of the indicator', Object(Object(time['indicator766'])['comparedWith'])['on'], '2021-10-06')
    const october = await figures([id], '2021-10-01', '2021-11-01')
    promises('October: early', october.resolved.early, 1)
    promises('supplement requests of what was resolved', october.supplementRequests.ofResolved, 1)
  },
}
