import { handInAt } from './applications.ts'
import { mailsOnceThere } from './told.ts'
import { centre } from './s10-commune.ts'
import type { Commune } from './same-day.ts'
import type { Stage } from './scenario.ts'

const holidays = ['01-01', '02-04', '02-05', '02-08', '02-09', '02-10', '04-16', '04-30', '09-02', '09-03', '11-24']
const notice = {
  id: 'fx.lich-2027',
  layer: { is: 'nation' },
  document: { number: '14/TB-BNV', confidence: 'fx' },
  about: 'Lịch nghỉ năm 2027',
  knownSince: '2026-12-28',
  announces: [2027],
  off: [
    ...holidays.map((day) => ({ day: `2027-${day}`, why: 'holiday', name: 'Nghỉ lễ' })),
    { day: '2027-01-04', why: 'swap', name: 'Nghỉ hoán đổi' },
    { day: '2027-05-03', why: 'compensation', name: 'Nghỉ bù' },
  ],
}

/** A date that would fall into a year nobody announced: refused, or given as provisional, as the stack is set. */
export const yearNotAnnounced = async (stage: Stage, { intake }: Commune): Promise<void> => {
  const { people, at, promises, sees } = stage
  const citizen = people('citizen:s10-nam-sau')
  let [far, near] = ['', '']
  let answer: unknown = ''
  await at('2026-12-22T09:00', 'Trợ cấp xã hội: thời hạn sang năm 2027 chưa công bố', async () => {
    far = await handInAt(intake, centre, '1.001776', { applicant: citizen.account })
    answer = (await intake.asks(far, { type: 'Accept' })).body['code']
  })
  await at('2026-12-22T09:30', 'Kết hôn phải xác minh: thời hạn còn trong năm', async () => {
    near = await handInAt(intake, centre, '1.000894')
    return intake.act(near, { type: 'Accept', variant: 'verification' })
  })
  const firm = await sees(intake, near)
  promises('within the year: firm', [firm.axes.due?.on, firm.count?.provisional], ['2026-12-29', false])
  await (answer === undefined ? becomesFirm(stage, far, citizen.account) : staysUndone(stage, { far, near, answer }))
}

const staysUndone = async (
  { people, promises, sees }: Stage,
  { far, near, answer }: { far: string; near: string; answer: unknown },
) => {
  const intake = people('officer:xa-ia-grai.intake')
  promises('refused: no calendar of 2027', answer, 'calendar-year-missing')
  const undone = await sees(intake, far).catch(() => null)
  promises(
    'nothing half-saved',
    undone === null ? null : [undone.axes.state, undone.axes.code, undone.axes.due],
    undone === null ? null : ['submitted', null, null],
  )
  promises('no code used', (await sees(intake, near)).axes.code?.endsWith('-261222-0001'), true)
}

const becomesFirm = async ({ people, at, promises, sees, plan }: Stage, id: string, account: string) => {
  const [intake, citizen] = [people('officer:xa-ia-grai.intake'), people(account)]
  const control = people('officer:gia-lai.procedure-control')
  for (const [who, person] of [
    ['the officer', intake],
    ['the citizen', citizen],
  ] as const) {
    const { count } = await sees(person, id)
    promises(`${who} reads: provisional`, [count?.due.on, count?.provisional], ['2027-01-06', true])
  }
  await at('2026-12-28T09:00', 'Công bố lịch năm 2027, nghỉ cả thứ Hai 04/01', async () => {
    await control.post('catalogue', '/notices', notice)
    await control.post('catalogue', `/notices/${notice.id}/publish`, {})
  })
  const { count, timeline, axes } = await sees(citizen, id)
  promises('a later day, firm', [count?.due.on, count?.provisional], ['2027-01-07', false])
  const last = timeline.at(-1)?.event
  promises('on the record', [last?.type, last?.['moved']], ['DossierRecounted', ['due', 'firm', 'stages', 'apology']])
  await at('2026-12-28T09:05', 'Năm phút sau: công dân đã được báo')
  promises('told, once', await mailsOnceThere(plan, axes.code, 2), [
    `Hồ sơ ${axes.code} đã được tiếp nhận, hẹn trả 06/01/2027`,
    `Hồ sơ ${axes.code}: ngày hẹn trả mới 07/01/2027`,
  ])
}
