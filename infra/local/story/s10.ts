import { handInAt } from './applications.ts'
import { centre, makeCommune } from './s10-commune.ts'
import { earlierThanPromised } from './s10-promised.ts'
import { yearNotAnnounced } from './s10-year.ts'
import type { DossierSeen, Scenario } from './scenario.ts'
import { handOver, settleAt } from './same-day.ts'
import { mailsAbout, mailsOnceThere } from './told.ts'

const notice = {
  id: 'fx.nghi-hoan-doi-24-11',
  layer: { is: 'nation' },
  document: { number: '12/TB-BNV', confidence: 'fx' },
  about: 'Hoán đổi ngày làm việc dịp Ngày Văn hóa Việt Nam',
  knownSince: '2026-11-19',
  off: [{ day: '2026-11-23', why: 'swap', name: 'Nghỉ hoán đổi' }],
  worked: [{ day: '2026-11-28', name: 'Làm bù' }],
}

/** A holiday announced late, and a year nobody announced. */
export const s10: Scenario = {
  id: 'S10',
  title: 'thông báo nghỉ muộn; năm chưa công bố lịch',
  begins: '2026-11-16T07:30',
  play: async (stage) => {
    const { plan, people, at, promises, refuses, sees, figures, rang } = stage
    const commune = makeCommune(people)
    const { intake } = commune
    const control = people('officer:gia-lai.procedure-control')
    const head = people('officer:xa-ia-grai.head')
    const citizen = people('citizen:s10-x')
    const seeing = async (id: string) => {
      const { axes, timeline, alarms, appointment } = await sees(intake, id)
      const recounts = timeline.filter(({ event }) => event.type === 'DossierRecounted').map(({ event }) => event)
      return { code: axes.code, due: axes.due?.on, recounts, alarms, appointment: appointment?.on }
    }
    const ids = { x: '', y: '', z: '', asked: '' }

    await at('2026-11-16T09:00', 'X và Z: kết hôn, phải xác minh 5 ngày làm việc', async () => {
      ids.x = await handInAt(intake, centre, '1.000894', { applicant: citizen.account })
      ids.z = await handInAt(intake, centre, '1.000894')
      await intake.act(ids.z, { type: 'Accept', variant: 'verification' })
      return intake.act(ids.x, { type: 'Accept', variant: 'verification' })
    })
    promises('X: due', (await seeing(ids.x)).due, '2026-11-23')
    await at('2026-11-17T09:00', 'Z: ký', () => settleAt(commune, ids.z, 'KH 77'))
    await at('2026-11-17T10:00', 'Z: nhận', () => intake.act(ids.z, handOver))
    let feedback: Record<string, unknown> = {}
    await at('2026-11-18T09:00', 'Y: trợ cấp xã hội; một hồ sơ khác hỏi ý kiến Công an xã, 3 ngày', async () => {
      ids.asked = await handInAt(intake, centre, '1.001776')
      await intake.act(ids.asked, { type: 'Accept' })
      const [to, limit] = ['H21.91.05', { amount: 3, unit: 'working-day' }]
      await intake.act(ids.asked, { type: 'RequestConsultation', consultation: 'cu-tru', to, limit })
      const contact = { name: 'Người nộp hồ sơ mẫu', phone: '0000000000' }
      const about = { agency: centre, matter: 'lateness', words: 'Chờ lâu tại quầy.', officers: [], contact }
      feedback = (await citizen.post('intake', '/feedback', about)).body
      ids.y = await handInAt(intake, centre, '1.001776')
      return intake.act(ids.y, { type: 'Accept' })
    })
    const opinionDue = async () => Object((await sees(intake, ids.asked))['consultations'])[0].due.on
    promises('Y: due', (await seeing(ids.y)).due, '2026-12-03')
    promises('the opinion: due', await opinionDue(), '2026-11-23')
    promises('the feedback: ask more by', Object(feedback['dues'])['askMoreBy'].on, '2026-11-26')
    await at('2026-11-19T09:30', 'Thử trước: nếu làm việc thứ Bảy 21/11 thay vào đó')
    const instead = { ...notice, id: 'fx.lam-bu-21-11', off: [], worked: [{ day: '2026-11-21', name: 'Làm bù' }] }
    const { body: trial } = await control.post('casework', '/calendar/what-if', instead)
    const moved: { dossierId: string; before: object; after: object }[] = Object(trial)['moved']
    promises(
      'X would be computed earlier than promised; nothing is changed',
      [moved.find(({ dossierId }) => dossierId === ids.x)?.after, (await seeing(ids.x)).due],
      [{ on: '2026-11-21' }, '2026-11-23'],
    )

    const before = {
      calendar: (await control.get('catalogue', '/calendars/VN-2026-1')).body,
      y: await sees(intake, ids.y),
      z: await sees(intake, ids.z),
      mails: await mailsOnceThere(plan, (await seeing(ids.y)).code, 1),
    }

    let calendar = ''
    await at('2026-11-19T10:00', 'Công bố: nghỉ thứ Hai 23/11, làm bù thứ Bảy 28/11', async () => {
      await control.post('catalogue', '/notices', notice)
      calendar = String((await control.post('catalogue', `/notices/${notice.id}/publish`, {})).body['calendar'])
    })
    const after = await seeing(ids.x)
    promises('X: due and appointment', [after.due, after.appointment], ['2026-11-25', '2026-11-25'])
    const [recounted] = after.recounts
    promises(
      'one event names both calendars',
      [after.recounts.length, recounted?.['from'], recounted?.['calendar']],
      [1, 'VN-2026-1', calendar],
    )
    const { body: made } = await control.get('catalogue', `/calendars/${calendar}`)
    promises('and the newer one its cause', String(made['cause']).includes(notice.about), true)
    const apology = after.alarms.find(({ kind }) => kind === 'apology-by')
    promises('X: apology still by Fri 20/11 17:00', apology?.at, '2026-11-20T10:00:00.000Z')
    const letters: { kind: string }[] = Object((await sees(intake, ids.x))['letters'])
    promises(
      'X: form 01 is issued again',
      letters.map(({ kind }) => kind),
      ['receipt', 'receipt'],
    )
    await at('2026-11-19T10:05', 'Năm phút sau: công dân của X đã được báo')
    const mails = await mailsOnceThere(plan, after.code, 2)
    promises('X is told at once, once', mails, [
      `Hồ sơ ${after.code} đã được tiếp nhận, hẹn trả 23/11/2026`,
      `Hồ sơ ${after.code}: ngày hẹn trả mới 25/11/2026`,
    ])
    promises('Y is untouched', promised(await sees(intake, ids.y)), promised(before.y))
    promises('Y is not told', await mailsAbout(plan, before.y.axes.code), before.mails)
    promises('Z is untouched', await sees(intake, ids.z), before.z)
    promises('the clock of the opinion follows', await opinionDue(), '2026-11-25')

    await at('2026-11-19T10:30', 'Cùng thông báo được công bố lần nữa, rồi sửa', async () => {
      await control.post('catalogue', `/notices/${notice.id}/publish`, {})
    })
    const { body: given } = await head.get('intake', '/feedback')
    const rows: { receivedAt: string; dues: { askMoreBy: { on: string } } }[] = Object(given['feedback'])
    const mine = rows.find(({ receivedAt }) => receivedAt === feedback['receivedAt'])
    promises('the clock of the feedback follows', mine?.dues.askMoreBy.on, '2026-11-27')
    await refuses('editing what is published', 'published-notice-changes-never', () =>
      control.post('catalogue', '/notices', { ...notice, worked: [] }),
    )
    promises(
      'the first calendar is as it was',
      (await control.get('catalogue', '/calendars/VN-2026-1')).body,
      before.calendar,
    )

    await at('2026-11-25T10:00', 'Công an xã trả lời', () =>
      people('officer:xa-ia-grai.police').act(ids.asked, {
        type: 'AnswerConsultation',
        consultation: 'cu-tru',
        answer: 'agrees',
      }),
    )
    const again = [await mailsAbout(plan, after.code), (await seeing(ids.x)).recounts.length]
    promises('nothing was told again', again, [mails, 1])
    await at('2026-11-25T14:00', 'X: ký', () => settleAt(commune, ids.x, 'KH 78'))
    promises(
      'X was never marked overdue',
      rang(ids.x).filter((one) => one.startsWith('overdue')),
      [],
    )
    const november = await figures([ids.x], '2026-11-01', '2026-12-01')
    promises('X: on time', november.resolved.onTime, 1)

    const social = { ...commune, justice: people('officer:xa-ia-grai.social'), unit: 'H21.91.04' }
    await at('2026-11-27T09:00', 'Y và hồ sơ kia: ký trợ cấp', async () => [
      ...(await settleAt(social, ids.asked, '88/QĐ-UBND')),
      ...(await settleAt(social, ids.y, '89/QĐ-UBND')),
    ])

    await earlierThanPromised(stage, commune)
    await yearNotAnnounced(stage, commune)
  },
}

/** What a dossier promises and tells; until when its desk may still ask for papers follows the calendar. */
const promised = ({ axes, count, appointment, timeline }: DossierSeen) => ({ axes, count, appointment, timeline })
