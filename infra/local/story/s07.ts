import { handInAt } from './applications.ts'
import type { Scenario } from './scenario.ts'

const desk = 'H21.08.51'
const environment = 'H21.08.55'
const construction = 'H21.08.56'
const district = 'H21.08'
const neighbour = 'H21.08.05'

/** A building permit: silence with a basis and without, a wrong receiver, one notice of special law. */
export const s07: Scenario = {
  id: 'S07',
  title: 'giấy phép xây dựng: im lặng có và không có căn cứ, chuyển nhầm nơi',
  begins: '2024-04-22T08:30',
  play: async ({ people, at, promises, refuses, sees, figures, rang }) => {
    const intake = people('officer:huyen-ia-grai.intake')
    const wrong = people('officer:huyen-ia-grai.environment')
    const builder = people('officer:huyen-ia-grai.construction')
    const fire = people('officer:huyen-ia-grai.fire-police')
    const culture = people('officer:huyen-ia-grai.culture')
    const office = people('officer:huyen-ia-grai.office')
    const chairman = people('officer:huyen-ia-grai.chairman')
    const control = people('officer:gia-lai.procedure-control')
    const citizen = people('citizen:s07-nguoi-nop')
    const asks = (consultation: string, to?: string) =>
      builder.act(id, { type: 'RequestConsultation', consultation, ...(to !== undefined && { to }) })
    let id = ''

    await at('2024-04-22T09:00', 'Bộ phận Một cửa huyện tiếp nhận', async () => {
      id = await handInAt(intake, desk, '1.009994', { applicant: citizen.account })
      return intake.act(id, { type: 'Accept' })
    })
    const before = await sees(intake, id)
    promises('due date', before.axes.due?.on, '2024-05-07')

    await at('2024-04-22T09:30', 'Chuyển Phòng Tài nguyên và Môi trường', () =>
      intake.act(id, { type: 'OfferHandover', to: environment, originals: [] }),
    )
    await at('2024-04-22T10:15', 'Phòng trả lại: không thuộc thẩm quyền', () =>
      wrong.act(id, { type: 'ReturnHandover', ground: 'not-ours', note: 'Không thuộc Phòng TNMT' }),
    )
    const back = await sees(intake, id)
    promises('the desk holds', back.axes.holder, desk)
    promises('the clock is untouched', back.count, before.count)
    await at('2024-04-22T10:20', 'Chuyển Phòng Kinh tế và Hạ tầng', () =>
      intake.act(id, { type: 'OfferHandover', to: construction, originals: [] }),
    )
    await at('2024-04-22T10:40', 'Phòng nhận', () => builder.act(id, { type: 'AcceptHandover' }))
    await at('2024-04-22T14:00', 'Hỏi ý kiến ba nơi cùng lúc', async () => [
      ...(await asks('fire-police')),
      ...(await asks('culture')),
      ...(await asks('neighbour', neighbour)),
    ])
    const asked = await sees(builder, id)
    const opinions: { id: string; due: { on: string } }[] = Object(asked['consultations'])
    promises(
      'each answers by Saturday 04/05, which is worked: no roll',
      opinions.map(({ due }) => due.on),
      ['2024-05-04', '2024-05-04', '2024-05-04'],
    )
    promises('clock runs, Phòng holds', [asked.axes.clock, asked.axes.holder], ['running', construction])

    await at('2024-04-26T09:00', 'Cảnh sát PCCC trả lời', () =>
      fire.act(id, { type: 'AnswerConsultation', consultation: 'fire-police', answer: 'agrees' }),
    )
    await at('2024-05-06T08:30', 'Phòng báo Trưởng Bộ phận Một cửa: xã giáp ranh chưa trả lời', () =>
      builder.act(id, { type: 'ReportConsultation', consultation: 'neighbour' }),
    )
    const silent = await sees(builder, id)
    const deemed = silent.timeline.filter(({ event }) => event.type === 'ConsentDeemed')
    promises(
      'culture deemed to agree at 24:00 of 04/05, by its law; nobody else',
      deemed.map(({ at: when, event }) => [when, event['consultation'], event['legalBasis']]),
      [['2024-05-04T17:00:00.000Z', 'culture', 'Luật Xây dựng 2014 Điều 102']],
    )
    promises(
      'both silences were sounded',
      rang(id).filter((one) => one.startsWith('consultation')),
      ['consultation-due 2024-05-05 00:00', 'consultation-due 2024-05-05 00:00'],
    )
    await at('2024-05-06T09:00', 'Cơ quan văn hóa phản đối, sau khi đã được coi là đồng ý', () =>
      culture.act(id, { type: 'AnswerConsultation', consultation: 'culture', answer: 'objects' }),
    )
    const late = await sees(builder, id)
    const [, opinion] = Object(late['consultations'])
    promises(
      'a late opinion beside the consent, not instead of it',
      [opinion.answer, opinion.deemed],
      ['objects', true],
    )

    await at('2024-05-06T16:30', 'Lãnh đạo quyết định không chờ xã giáp ranh; chuyển ký', () =>
      builder.act(id, { type: 'OfferHandover', to: district, originals: [] }),
    )
    await at('2024-05-06T16:40', 'Văn phòng nhận', () => office.act(id, { type: 'AcceptHandover' }))
    await at('2024-05-07T09:00', 'Đề xuất cấp phép', () => office.act(id, { type: 'Propose', outcome: 'granted' }))
    const signed = await at('2024-05-07T16:30', 'Chủ tịch huyện ký giấy phép', () =>
      chairman.act(id, { type: 'Sign', outcome: 'granted', number: '18/GPXD' }),
    )
    promises('by law', signed.at(-1)?.event['timeliness'], 'on-time')

    const theirs: { answer: string | null; deemed: boolean }[] = Object((await sees(citizen, id))['consultations'])
    const count = (which: (one: (typeof theirs)[number]) => boolean) => theirs.filter(which).length
    promises(
      'the citizen sees: asked 3, given 1 in time, deemed 1',
      [theirs.length, count(({ answer, deemed: is }) => answer !== null && !is), count(({ deemed: is }) => is)],
      [3, 1, 1],
    )
    const may = await figures([id], '2024-05-01', '2024-06-01')
    promises('May: on time', may.resolved.onTime, 1)
    const { body: time } = await intake.get('casework', `/dossiers/${id}/time`)
    const lateness: { consultation: string; late: unknown; shared: boolean }[] = Object(time['consultations'])
    promises(
      'the neighbour alone is late: the lead has reported it',
      lateness.filter(({ shared }) => shared).map(({ consultation }) => consultation),
      [],
    )

    await at('2024-05-08T08:00', 'Công dân nộp lệ phí, nhận giấy phép', async () => {
      const payments = { permit: { by: 'desk', amount: 75_000, proof: 'BL-1' } }
      await intake.post('intake', `/applications/${id}/amendments`, { payments })
      return intake.act(id, { type: 'ReturnResult', by: 'desk', to: 'applicant', identityChecked: true, originals: [] })
    })
    promises('returned', (await sees(intake, id)).axes.state, 'returned')

    await at('2024-05-08T09:00', 'Kiểm soát thủ tục hành chính soạn phiên bản mới')
    const published = Object((await control.get('catalogue', '/procedures/1.009994@2021-01-01')).body['version'])
    const id2 = '1.009994@2024-06-01'
    const draft = { ...published, id: id2, validFrom: '2024-06-01' }
    const [{ legalBasis: _, ...baseless }, ...others] = published.consultations
    await control.put('catalogue', `/procedures/${id2}`, { ...draft, consultations: [baseless, ...others] })
    await refuses('publishing deemed consent without a basis', 'publication-refused', () =>
      control.post('catalogue', `/procedures/${id2}/publish`, {}),
    )
    const [receive, appraise, sign] = published.route
    const longer = { ...appraise, statutory: { amount: 14, unit: 'day' } }
    await control.put('catalogue', `/procedures/${id2}`, { ...draft, route: [receive, longer, sign] })
    await refuses('publishing stages that sum above the limit', 'publication-refused', () =>
      control.post('catalogue', `/procedures/${id2}/publish`, {}),
    )
  },
}
