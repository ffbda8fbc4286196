import { attitudePoints } from '@dossier/domain/feedback-indices'
import { handInAt } from './applications.ts'
import { anybody } from './people.ts'
import { denunciation, lookUp, outsiders, oversight } from './s13-outsiders.ts'
import type { Scenario } from './scenario.ts'

const centre = 'H21.91.01'
const justice = 'H21.91.02'
const committee = 'H21.91'

/** Feedback on an officer, looking up by code, looking where one may not, and an inspection. */
export const s13: Scenario = {
  id: 'S13',
  title: 'phản ánh, tra cứu, sai nơi, kiểm tra',
  begins: '2026-08-21T07:30',
  play: async (stage) => {
    const { people, at, promises, refuses, sees } = stage
    const reproached = people('officer:xa-ia-grai.intake')
    const handler = people('officer:xa-ia-grai.intake-2')
    const head = people('officer:xa-ia-grai.head')
    const clerk = people('officer:xa-ia-grai.justice')
    const office = people('officer:xa-ia-grai.office')
    const chairman = people('officer:xa-ia-grai.chairman')
    const citizen = people('citizen:s13-nguoi-nop')
    const indexOf = async () => {
      const { body } = await head.get('intake', '/feedback/figures?from=2026-08-21&to=2026-09-17')
      return { received: Number(body['received']), handled: Number(body['handled']), inTime: Number(body['inTime']) }
    }
    const figuresBefore = await indexOf()
    let id = ''

    await at('2026-08-21T08:00', 'Trung tâm Phục vụ hành chính công xã tiếp nhận', async () => {
      id = await handInAt(reproached, centre, '2.000908', { applicant: citizen.account })
      return reproached.act(id, { type: 'Accept' })
    })
    const code = String((await sees(reproached, id)).axes.code)
    await at('2026-08-21T08:20', 'Chuyển bộ phận tư pháp tra sổ gốc', () =>
      reproached.act(id, { type: 'OfferHandover', to: justice, originals: [] }),
    )
    await at('2026-08-21T08:30', 'Tư pháp nhận', () => clerk.act(id, { type: 'AcceptHandover' }))
    const before = await sees(clerk, id)

    let given: Record<string, unknown> = {}
    await at('2026-08-21T10:00', 'Công dân phản ánh thái độ của công chức tiếp nhận', async () => {
      const { body } = await citizen.post('intake', '/feedback', {
        agency: centre,
        matter: 'attitude',
        words: 'Công chức tiếp nhận nói năng gắt gỏng.',
        dossierCode: code,
        officers: ['xa-ia-grai.intake'],
        contact: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000' },
      })
      given = body
    })
    const reference = String(given['reference'])
    const dues: Record<string, { on: string }> = Object(given['dues'])
    promises('a reference of its own, which is no code of a dossier', /^PA-260821-[0-9A-Z]{10}$/.test(reference), true)
    promises(
      'reject by 24/08, ask more by 27/08, answer by 15/09',
      [dues['rejectBy']?.on, dues['askMoreBy']?.on, dues['answerBy']?.on],
      ['2026-08-24', '2026-08-27', '2026-09-15'],
    )
    const { body: open } = await head.get('intake', '/feedback')
    const rows: { feedbackId: string; receivedAt: string }[] = Object(open['feedback'])
    const feedback = String(rows.find(({ receivedAt }) => receivedAt === given['receivedAt'])?.feedbackId)
    const acts = (person: typeof head, act: object) => person.post('intake', `/feedback/${feedback}/acts`, act)

    await at('2026-08-21T10:05', 'Giám đốc Trung tâm phân công người xử lý')
    await refuses('the officer it speaks of as its handler', 'handler-complained-of', () =>
      acts(head, { type: 'Appoint', handler: 'xa-ia-grai.intake' }),
    )
    promises(
      'another officer',
      (await acts(head, { type: 'Appoint', handler: 'xa-ia-grai.intake-2' })).body['state'],
      'in-hand',
    )
    promises(
      'for the officer it speaks of there is no such feedback',
      (await reproached.get('intake', `/feedback/${feedback}`)).status,
      404,
    )
    const after = await sees(clerk, id)
    promises(
      'dossier: clock, holder and record untouched',
      [after.axes, after.timeline],
      [before.axes, before.timeline],
    )

    await at('2026-08-21T10:30', 'Tại Một cửa: một đơn khiếu nại, một đơn tố cáo')
    await denunciation(stage, code)
    await at('2026-08-21T11:00', 'Tra cứu bằng mã, không đăng nhập')
    await lookUp(stage, code)
    await at('2026-08-21T11:05', 'Người ngoài mở hồ sơ theo địa chỉ')
    await outsiders(stage, id)
    await at('2026-08-21T11:15', 'Thanh tra kiểm tra; quản trị hệ thống thử sửa hạn')
    await oversight(stage, id)

    await at('2026-08-21T11:20', 'Chuyển lãnh đạo', () =>
      clerk.act(id, { type: 'OfferHandover', to: committee, originals: [] }),
    )
    await at('2026-08-21T11:25', 'Văn phòng nhận, trình ký', async () => [
      ...(await office.act(id, { type: 'AcceptHandover' })),
      ...(await office.act(id, { type: 'Propose', outcome: 'granted' })),
    ])
    const signed = await at('2026-08-21T13:30', 'Chủ tịch xã ký bản sao', () =>
      chairman.act(id, { type: 'Sign', outcome: 'granted', number: '31/BS' }),
    )
    promises('by law', signed.at(-1)?.event['timeliness'], 'early')
    await at('2026-08-21T15:30', 'Công dân nhận bản sao', () =>
      reproached.act(id, {
        type: 'ReturnResult',
        by: 'desk',
        to: 'applicant',
        identityChecked: true,
        originals: [],
      }),
    )

    await at('2026-09-14T10:00', 'Trả lời phản ánh: đúng sự thật', () =>
      acts(handler, {
        type: 'Answer',
        verdict: 'substantiated',
        words: 'Phản ánh đúng; Trung tâm xin lỗi và đã chấn chỉnh công chức.',
      }),
    )
    const { body: own } = await people(anybody).get('intake', `/feedback/by-reference/${reference}`)
    promises(
      'whoever holds the reference reads the answer',
      [own['state'], Object(own['answer'])['verdict']],
      ['answered', 'substantiated'],
    )
    const { body: answered } = await head.get('intake', `/feedback/${feedback}`)
    promises('to be published by 16/09', Object(answered['publishBy'])['on'], '2026-09-16')
    const told = { register: 'feedback', matter: 'attitude', verdict: 'substantiated' } as const
    promises('told of it', [answered['register'], answered['matter'], answered['verdict']], Object.values(told))
    promises('index 7', attitudePoints('early', [told]), 0)
    promises(
      'index 7, were it unfounded: it would not count',
      attitudePoints('early', [{ ...told, verdict: 'unfounded' }]),
      2,
    )

    await at('2026-09-16T09:00', 'Công khai kết quả, không nêu tên')
    await refuses('publishing a name', 'published-names-people', () =>
      acts(handler, { type: 'Publish', text: 'Người nộp hồ sơ mẫu phản ánh đúng.' }),
    )
    const text = 'Phản ánh về thái độ của công chức là đúng; đã chấn chỉnh.'
    await acts(handler, { type: 'Publish', text })
    const { body: list } = await people(anybody).get('intake', '/feedback/published')
    const published: { id: string }[] = Object(list['feedback'])
    promises(
      'in public, without names',
      published.find((one) => one.id === feedback),
      {
        id: feedback,
        agency: centre,
        procedure: null,
        matter: 'attitude',
        verdict: 'substantiated',
        text,
      },
    )
    const figures = await indexOf()
    promises(
      'index 8: received 1, in time 1/1',
      [
        figures.received - figuresBefore.received,
        figures.inTime - figuresBefore.inTime,
        figures.handled - figuresBefore.handled,
      ],
      [1, 1, 1],
    )
  },
}
