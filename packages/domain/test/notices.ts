import { CalendarNotice } from '@dossier/contracts/calendar'
import type * as z from 'zod'

/** A notice of the test's own, national unless it says otherwise; `off` and `worked` need no names. */
export const notice = ({
  off = [],
  worked = [],
  ...more
}: Partial<Omit<z.input<typeof CalendarNotice>, 'off' | 'worked'>> & { off?: string[]; worked?: string[] }) =>
  CalendarNotice.parse({
    id: 'fx.notice',
    layer: { is: 'nation' },
    document: { number: 'Mẫu 1/TB-BNV', confidence: 'fx' },
    about: 'mẫu',
    knownSince: '2026-11-19',
    off: off.map((day) => ({ day, why: 'swap', name: 'Nghỉ hoán đổi' })),
    worked: worked.map((day) => ({ day, name: 'Làm bù' })),
    ...more,
  })

/** Scenario S10: Monday 23/11/2026 off, Saturday 28/11 worked. */
export const swap = notice({ id: 'fx.swap', off: ['2026-11-23'], worked: ['2026-11-28'] })
/** A province's own day off. */
export const provincial = (day: string, province = 'H21') =>
  notice({ id: `fx.${province.toLowerCase()}`, layer: { is: 'province', province: province as never }, off: [day] })
