import { handInAt } from './applications.ts'
import { feedbackOnTheEnded } from './s09-feedback.ts'
import { byPostToTheEnded } from './s09-post.ts'
import { business, district, pass, places, registerAt, rehearse } from './s09-people.ts'
import { handOver } from './same-day.ts'
import type { Scenario } from './scenario.ts'
import { mailsOnceThere } from './told.ts'

/** The district is abolished on 1/7/2025, with dossiers in flight. */
export const s09: Scenario = {
  id: 'S09',
  title: 'bỏ cấp huyện từ 1/7/2025, hồ sơ đang giải quyết',
  begins: '2025-06-18T08:00',
  play: async (stage) => {
    const { plan, people, at, promises, refuses, sees, figures } = stage
    const old = people('officer:huyen-ia-grai.intake')
    const commune = people('officer:ia-pech.intake')
    const builder = people('officer:huyen-ia-grai.construction')
    const finance = people('officer:huyen-ia-grai.finance')
    const centre = people('officer:xa-ia-grai.intake')
    const hrung = people('officer:xa-ia-hrung.intake')
    const economy = people('officer:xa-ia-grai.economy')
    const chairman = people('officer:xa-ia-grai.chairman')
    const citizen = people('citizen:s09-x')
    const ids = { x: '', y: '', v: '', z: '', r: '' }

    await at('2025-06-18T09:00', 'X: giấy phép xây dựng', async () => {
      ids.x = await handInAt(old, district.desk, '1.009994', { place: places.iaPech, applicant: citizen.account })
      const lines = await old.act(ids.x, { type: 'Accept' })
      await pass(old, builder, ids.x, district.construction)
      return lines
    })
    await at('2025-06-20T09:00', 'X: hỏi cơ quan văn hóa', () =>
      builder.act(ids.x, { type: 'RequestConsultation', consultation: 'culture' }),
    )
    await at('2025-06-23T09:00', 'V và R: hộ kinh doanh', async () => {
      ids.v = await business(old, district.desk, { place: places.iaPech })
      ids.r = await business(old, district.desk, { place: places.iaPech })
      return pass(old, finance, ids.r, district.finance)
    })
    await at('2025-06-25T09:00', 'R: ký, chờ công dân đến nhận', async () => [
      ...(await finance.act(ids.r, { type: 'Propose', outcome: 'granted' })),
      ...(await people('officer:huyen-ia-grai.finance-head').act(ids.r, {
        type: 'Sign',
        outcome: 'granted',
        number: '55/HKD',
      })),
    ])
    await at('2025-06-26T10:00', 'V: yêu cầu bổ sung', () =>
      old.act(ids.v, {
        type: 'RequestSupplement',
        defects: [{ component: '01', defect: 'incomplete' }],
        note: 'Ghi rõ địa điểm kinh doanh.',
      }),
    )
    const feedback = await feedbackOnTheEnded.gives(stage, String((await sees(old, ids.x)).axes.code))
    await at('2025-06-27T14:00', 'Y: hộ kinh doanh ở Ia Dêr', async () => {
      ids.y = await business(old, district.desk, { place: places.iaDer })
      return pass(old, finance, ids.y, district.finance)
    })
    const courier = await byPostToTheEnded.posts(stage)
    await at('2025-06-30T16:45', 'Z: xã chuyển huyện, huyện chưa nhận', async () => {
      ids.z = await business(commune, 'H21.08.10.01', { place: places.iaPech })
      return commune.act(ids.z, { type: 'OfferHandover', to: district.finance, originals: [] })
    })
    const all = Object.values(ids)
    const before = new Map<string, Awaited<ReturnType<typeof sees>>>()
    for (const id of all) before.set(id, await sees(people('officer:gia-lai.inspector'), id))
    const rehearsal = await rehearse(plan, '2025-07-01')
    promises(
      'rehearsed: every one has one successor',
      rehearsal.unclear.filter(({ dossierId }) => all.includes(dossierId)),
      [],
    )
    promises(
      'and nothing is changed by it',
      (await sees(old, ids.x)).timeline.length,
      before.get(ids.x)?.timeline.length,
    )

    await at('2025-07-01T07:30', 'Sáng 1/7: các đơn vị kế tục giữ hồ sơ')
    const owners = [
      [ids.x, centre, 'H21.91.03'],
      [ids.y, hrung, 'H21.93.03'],
      [ids.v, centre, 'H21.91.01'],
      [ids.z, centre, 'H21.91.01'],
      [ids.r, centre, 'H21.91.01'],
    ] as const
    for (const [id, officer, holder] of owners) {
      const was = before.get(id)
      const { axes, pinned, timeline } = { pinned: null, ...(await sees(officer, id)) }
      const kept = [axes.code, axes.due, pinned]
      promises('held by the successor', axes.holder, holder)
      promises('code, due date, versions as they were', kept, [was?.axes.code, was?.axes.due, was?.['pinned']])
      const since = timeline.filter(({ event }) => event.type === 'AgencySucceeded').map((line) => line.at)
      promises('one event, at midnight', since, ['2025-06-30T17:00:00.000Z'])
    }
    promises(
      'due dates: X and Y',
      [(await sees(centre, ids.x)).axes.due?.on, (await sees(hrung, ids.y)).axes.due?.on],
      ['2025-07-03', '2025-07-02'],
    )
    const [opinion] = Object((await sees(centre, ids.x))['consultations'])
    promises(
      'the opinion is the successor’s, by the same day',
      [opinion.to, opinion.due.on],
      ['H21.91.04', '2025-07-02'],
    )

    await at('2025-07-01T08:00', 'Công chức huyện cũ đăng nhập')
    promises('no access any more', (await old.get('casework', `/dossiers/${ids.x}`)).status, 404)
    await feedbackOnTheEnded.passes(stage, feedback)
    await refuses('a dossier at the district desk', 'unknown-organisation', async () => {
      const given = { procedure: '1.001612', channel: 'online', receivingDesk: district.desk, form: {} }
      return citizen.post('intake', '/applications', given)
    })
    const mails = await mailsOnceThere(plan, before.get(ids.x)?.axes.code ?? null, 2)
    promises('X is told, once', mails.length, 2)

    await at('2025-07-01T08:30', 'Z: Phòng Kinh tế xã nhận; cho tới lúc đó xã vẫn giữ', () =>
      economy.act(ids.z, { type: 'AcceptHandover' }),
    )
    await at('2025-07-02T09:00', 'Y: ký ở đơn vị kế tục', () => registerAt(people, 'xa-ia-hrung', ids.y))
    const u = await byPostToTheEnded.arrives(stage, courier)
    await at('2025-07-02T10:00', 'X: chưa xong; lãnh đạo kế tục xin lỗi, hẹn lại', () =>
      chairman.act(ids.x, { type: 'Reappoint', appointment: '2025-07-08', reason: 'workload' }),
    )
    await at('2025-07-03T09:00', 'V: bổ sung đủ, tại Trung tâm kế tục', async () => {
      await centre.post('intake', `/applications/${ids.v}/amendments`, { components: { '01': { originals: 1 } } })
      return centre.act(ids.v, { type: 'ReceiveSupplement' })
    })
    promises('V: from zero', (await sees(centre, ids.v)).axes.due?.on, '2025-07-08')
    await at('2025-07-03T09:30', 'R: công dân nhận kết quả tại nơi kế tục', () => centre.act(ids.r, handOver))
    await at('2025-07-03T10:00', 'Z: ký', () => registerAt(people, 'xa-ia-grai', ids.z))
    await feedbackOnTheEnded.isAnswered(stage, feedback)
    await at('2025-07-04T09:00', 'V và U: ký', async () => {
      for (const id of [ids.v, u]) {
        await pass(centre, economy, id, 'H21.91.03')
        await registerAt(people, 'xa-ia-grai', id)
      }
    })
    await at('2025-07-07T09:00', 'X: trình, ký; trễ', async () => [
      ...(await economy.act(ids.x, { type: 'OfferHandover', to: 'H21.91', originals: [] })),
      ...(await people('officer:xa-ia-grai.office').act(ids.x, { type: 'AcceptHandover' })),
      ...(await people('officer:xa-ia-grai.office').act(ids.x, { type: 'Propose', outcome: 'granted' })),
      ...(await chairman.act(ids.x, { type: 'Sign', outcome: 'granted', number: '9/GPXD' })),
    ])
    const { body: time } = await centre.get('casework', `/dossiers/${ids.x}/time`)
    const late: { of: string; stage: string }[] = Object(time['legal'])['lateBy']
    promises(
      'late since 1/7: the successor’s alone',
      late.map(({ of, stage: step }) => [of, step]),
      [['H21.91.03', 'appraise']],
    )

    const three = [ids.x, ids.y, ids.v]
    const second = await figures(three, '2025-04-01', '2025-07-01')
    const third = await figures(three, '2025-07-01', '2025-10-01')
    promises(
      'the district closes with pending 2, paused 1; the successors carry 3',
      [second.pending.total, second.paused.total, third.carried],
      [2, 1, 3],
    )
    const { body } = await centre.get('catalogue', '/organisations')
    const names: { code: string }[] = Object(body['organisations'])
    promises(
      'both names stay readable',
      [district.desk, 'H21.91.01'].map((code) => names.some((one) => one.code === code)),
      [true, true],
    )
  },
}
