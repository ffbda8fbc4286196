import { handInAt } from './applications.ts'
import { centre } from './s10-commune.ts'
import { type Commune, settleAt } from './same-day.ts'
import type { Stage } from './scenario.ts'

const notice = {
  id: 'fx.lam-bu-05-12',
  layer: { is: 'nation' },
  document: { number: '13/TB-BNV', confidence: 'fx' },
  about: 'Làm bù thứ Bảy 05/12',
  knownSince: '2026-12-01',
  worked: [{ day: '2026-12-05', name: 'Làm bù' }],
}

/** The variant: a Saturday is worked, and dates come earlier than what was promised. The citizen keeps the promise. */
export const earlierThanPromised = async ({ people, at, promises, sees }: Stage, commune: Commune): Promise<void> => {
  const { intake } = commune
  const control = people('officer:gia-lai.procedure-control')
  const citizen = people('citizen:s10-bien-the')
  let id = ''
  await at('2026-11-30T09:00', 'Biến thể: kết hôn phải xác minh, hẹn 07/12', async () => {
    id = await handInAt(intake, centre, '1.000894', { applicant: citizen.account })
    return intake.act(id, { type: 'Accept', variant: 'verification' })
  })
  await at('2026-12-01T10:00', 'Công bố: làm việc thứ Bảy 05/12', async () => {
    await control.post('catalogue', '/notices', notice)
    await control.post('catalogue', `/notices/${notice.id}/publish`, {})
  })
  promises('the citizen keeps the promised day', (await sees(citizen, id)).appointment?.on, '2026-12-07')
  promises('officers see what the law now counts', (await sees(intake, id)).axes.due?.on, '2026-12-05')
  await at('2026-12-04T14:00', 'Ký', () => settleAt(commune, id, 'KH 79'))
}
