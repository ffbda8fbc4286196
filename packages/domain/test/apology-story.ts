import type { DossierEvent } from '@dossier/contracts/dossier-event'
import { commune, district } from './fixtures.ts'
import { type Life, life, type Wish } from './life.ts'
import { p5 } from './procedures.ts'

export const sound = (alarmId: string): Wish => ({ type: 'SoundAlarm', alarmId })
export const sign = { type: 'Reappoint' } as const satisfies Wish
export const dueDay = '2021-12-07'
export const draftId = `apology-draft:${dueDay}`

/** S03: the commune was two working days late; the district has it until 06/12. */
export const atTheDistrict = () =>
  life({ procedure: p5, desk: commune.desk })
    .opens('2021-11-09 09:30')
    .does('2021-11-09 10:00', { type: 'Accept' })
    .hands('2021-11-09 10:30', '2021-11-09 11:00', commune.culture)
    .hands('2021-11-18 08:00', '2021-11-18 08:30', commune.committee)
    .hands('2021-11-25 15:00', '2021-11-25 15:30', district.labour)
export const drafted = () => atTheDistrict().does('2021-12-03 07:30', sound(draftId))

export const draftIn = (told: Life) => {
  const event = told.last()
  if (event?.type !== 'ApologyDrafted') throw new Error(`The last line is ${event?.type}, not a draft`)
  return event
}
export const apologyKinds = (told: Life) => told.planned().filter((line) => line.startsWith('apology'))
export const hearers = (event: DossierEvent | undefined) =>
  event?.type === 'AlarmSounded' ? event.to.map(({ role, organisation }) => `${role}@${organisation}`) : []
