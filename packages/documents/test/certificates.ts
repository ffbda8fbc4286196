import type { CalendarVersion } from '@dossier/contracts/calendar'
import type { CertifiedGrounds } from '@dossier/contracts/due-date-certificate'
import type { LimitUnit } from '@dossier/contracts/time'
import { explanationsIn, lastDateIn, recount, sealed, yearsBetween } from '../../domain/src/due-date-certificate.ts'
import { calendar, code, local, provisional, sessions } from '../../domain/test/fixtures.ts'
import { requestHash } from '../../platform/src/canonical-json.ts'
import type { CertificateNames, CertifiedDueDate } from '../src/due-date-certificate.ts'

const names: CertificateNames = {
  procedure: 'Giải quyết chế độ trợ cấp một lần đối với người hoạt động kháng chiến giải phóng dân tộc',
  authority: 'Ủy ban nhân dân xã Ia Pếch',
  desk: 'Bộ phận Một cửa xã Ia Pếch',
  units: {
    'H21.08.05.04': 'Văn hóa - Xã hội xã Ia Pếch',
    'H21.08.54': 'Phòng Lao động - Thương binh và Xã hội huyện Ia Grai',
    'H21.52': 'Sở Lao động - Thương binh và Xã hội tỉnh Gia Lai',
  },
}

type Counted = Partial<Omit<CertifiedGrounds, 'calendar'>> & { calendar?: CalendarVersion; acceptedAt: string }

/** A certificate as the law counts and seals it, with its explanations and the names its page needs. */
export const certified = ({ calendar: by = calendar, ...known }: Counted): CertifiedDueDate => {
  const from = known.acceptedAt.slice(0, 10)
  const grounds = (to: string): CertifiedGrounds => ({
    dossier: 'H21.08.05-210413-0001',
    procedureVersion: 'fx.tro-cap-khang-chien@2021-01-01',
    ruleSet: 'ND61_2018',
    product: '0.1.0',
    record: [{ seq: 2, type: 'DossierAccepted', at: known.acceptedAt }],
    office: { sessions, exceptions: [] },
    interruptions: [],
    noticeDayCounts: true,
    limit: limit(20, 'working-day'),
    stages: [],
    ...known,
    calendar: { version: by.version, publishedOn: by.publishedOn, years: yearsBetween(by, from, to) },
  })
  const count = recount(grounds('2100-12-31'))
  if ('missingYear' in count) throw new Error(`${count.missingYear} was not announced`)
  const own = grounds(lastDateIn(count))
  return { certificate: sealed(own, count, requestHash), explanations: explanationsIn(own), names }
}

export const limit = (amount: number, unit: LimitUnit) => ({ amount, unit })

const stages = [
  { id: 'commune', unit: code('H21.08.05.04'), limit: limit(5, 'working-day') },
  { id: 'district', unit: code('H21.08.54'), limit: limit(7, 'working-day') },
  { id: 'province', unit: code('H21.52'), limit: limit(12, 'day') },
]

/** The reference dossier: commune, district, province; five and seven working days, then twelve days. */
export const routed = certified({ acceptedAt: local('2021-04-13 09:40'), limit: 'sum-of-stages', stages })

const obligation = { from: local('2025-12-29 10:00'), to: local('2026-01-07 10:10'), effect: 'pause' as const }
const supplement = { from: local('2021-08-25 10:40'), to: local('2021-09-10 15:20'), effect: 'restart' as const }
const manyStages = Array.from({ length: 4 }, (_, round) =>
  stages.map((stage) => ({ ...stage, id: `${stage.id}-${round}` })),
).flat()

/** What a page has to hold, from the shortest to more than any law asks for. */
export const cases = {
  'a route of mixed units': routed,
  'stages within a whole limit': certified({ acceptedAt: local('2021-04-13 09:40'), limit: limit(30, 'day'), stages }),
  '120 working days': certified({ acceptedAt: local('2023-10-25 09:40'), limit: limit(120, 'working-day') }),
  'a thousand working days': certified({ acceptedAt: local('2020-10-26 09:40'), limit: limit(1000, 'working-day') }),
  'twelve stages': certified({ acceptedAt: local('2021-04-13 09:40'), limit: 'sum-of-stages', stages: manyStages }),
  'six months from a 31st': certified({ acceptedAt: local('2024-01-31 09:40'), limit: limit(6, 'month') }),
  'working hours over a holiday': certified({
    acceptedAt: local('2024-04-26 15:40'),
    limit: limit(24, 'working-hour'),
  }),
  'hours by the clock': certified({ acceptedAt: local('2024-04-26 15:40'), limit: limit(24, 'hour') }),
  'the same day, after the cut-off': certified({
    acceptedAt: local('2024-04-26 15:40'),
    limit: limit(0, 'same-day'),
    cutOff: '15:00',
  }),
  'a limit promised shorter': certified({
    acceptedAt: local('2024-04-25 09:40'),
    limit: limit(10, 'working-day'),
    committedLimit: limit(7, 'working-day'),
  }),
  'a payment in which the clock stood': certified({
    acceptedAt: local('2025-12-08 09:00'),
    interruptions: [{ ...obligation, document: 'Thông báo nộp lệ phí trước bạ số 1234/TB-CCT' }],
  }),
  'a supplement that restarted it': certified({
    acceptedAt: local('2021-08-23 08:30'),
    interruptions: [{ ...supplement, document: 'Phiếu yêu cầu bổ sung số 12' }],
  }),
  'a year nobody announced': certified({
    acceptedAt: local('2026-12-21 08:30'),
    limit: limit(15, 'working-day'),
    calendar: provisional,
  }),
}
