import type { Level, OrganisationFunction } from '@dossier/contracts/organisation'
import { ProcedureVersion, type Stage } from '@dossier/contracts/procedure'
import type { Limit, LimitUnit } from '@dossier/contracts/time'

type Input = (typeof ProcedureVersion)['_zod']['input']
type Part = Partial<Omit<Input, 'limit' | 'route'>> & {
  row: string
  from: string
  limit: Limit | 'sum-of-stages'
  route: Input['route']
  variants?: Input['limit']['variants']
  late?: boolean
}

/** The rows of procedures.md as far as the clocks, the route and the papers go; how they are posted is the catalogue's. */
const version = ({ row, from, limit, variants = [], late = false, ...rest }: Part): ProcedureVersion =>
  ProcedureVersion.parse({
    id: `${row}@${from}`,
    code: row,
    name: row,
    field: { code: row, name: row },
    decision: { number: 'fx', confidence: 'fx' },
    legalBasis: ['fx'],
    confidence: 'fx',
    validFrom: from,
    validTo: null,
    receivedAt: ['commune'],
    subject: ['citizen'],
    channels: ['desk', 'post', 'online'],
    online: { legacyLevel: 3, scope: 'partial' },
    steps: ['fx'],
    ways: ['fx'],
    sets: 1,
    limit: {
      statutory: limit,
      variants,
      ...(late ? { cutOff: { at: '15:00', legalBasis: 'Luật Hộ tịch Điều 5.3' } } : {}),
    },
    components: ['01', '02', '03'].map((id) => ({
      id,
      name: id,
      required: true,
      originals: 1,
      certifiedCopies: 0,
      copies: 0,
    })),
    fees: [],
    form: { schema: {}, ui: {} },
    result: { name: 'fx', originals: 1 },
    ...rest,
  })

const limit = (amount: number, unit: LimitUnit): Limit => ({ amount, unit })
const wd = (amount: number): Limit => limit(amount, 'working-day')
const sameDay = limit(0, 'same-day')
type More = { signs?: true; branches?: Stage['branches'] }
const stage = (
  id: string,
  [level, name]: readonly [Level, OrganisationFunction],
  statutory: Limit,
  more: More = {},
) => ({
  id,
  name: id,
  level,
  function: name,
  role: 'case-officer' as const,
  statutory,
  ...more,
})
const signs = { signs: true } as const
const branch = (id: string, level: Level, name: OrganisationFunction, statutory: Limit) => ({
  id,
  name: id,
  level,
  function: name,
  statutory,
})
const construction = 'Luật Xây dựng 2014 Điều 102'
const consultation = (id: string, level: Level, name: OrganisationFunction, within: Limit, legalBasis?: string) => ({
  id,
  name: id,
  level,
  function: name,
  limit: within,
  ...(legalBasis === undefined ? { silence: 'none' as const } : { silence: 'deemed-consent' as const, legalBasis }),
})

const part = (id: string, of: string) => ({ id, name: id, of, originals: 1, confidence: 'fx' as const })

export const p1: ProcedureVersion = {
  ...version({
    row: 'p1',
    from: '2024-06-10',
    limit: wd(3),
    late: true,
    variants: [{ id: 'verification', name: 'Xác minh', statutory: wd(5), legalBasis: 'NĐ 63/2024' }],
    supplement: { citizenWindow: wd(7), legalBasis: 'NĐ 63/2024' },
    consultations: [
      consultation('hospital', 'district', 'health', limit(3, 'working-hour')),
      consultation('population', 'district', 'police', limit(3, 'working-hour')),
    ],
    route: [
      stage('birth', ['commune', 'justice'], sameDay),
      stage('residence-and-card', ['commune', 'desk'], wd(1), {
        ...signs,
        branches: [
          branch('residence', 'commune', 'police', wd(2)),
          branch('card', 'district', 'social-insurance', wd(2)),
        ],
      }),
    ],
  }),
  result: {
    name: 'fx',
    originals: 3,
    parts: [part('birth', 'birth'), part('residence', 'residence'), part('card', 'card')],
  },
}

export const p2 = version({
  row: 'p2',
  from: '2016-01-01',
  limit: sameDay,
  late: true,
  variants: [{ id: 'verification', name: 'Xác minh', statutory: wd(5), legalBasis: 'Luật Hộ tịch Điều 18' }],
  route: [stage('register', ['commune', 'justice'], sameDay, signs)],
})

export const p3 = version({
  row: 'p3',
  from: '2015-04-10',
  limit: sameDay,
  late: true,
  channels: ['desk'],
  receiptOnRequest: true,
  route: [stage('compare', ['commune', 'justice'], sameDay, signs)],
})

export const p4 = version({
  row: 'p4',
  from: '2025-07-01',
  limit: wd(20),
  financialObligation: { pausesClock: true, legalBasis: 'NĐ 151/2025' },
  consultations: [consultation('tax', 'province', 'tax', wd(5))],
  route: [
    stage('appraise', ['province', 'land-office'], wd(17)),
    stage('sign', ['commune', 'peoples-committee'], wd(3), signs),
  ],
})

export const p5 = version({
  row: 'p5',
  from: '2021-07-01',
  limit: wd(20),
  route: [
    stage('review', ['commune', 'culture'], wd(7)),
    stage('submit', ['commune', 'peoples-committee'], wd(3)),
    stage('appraise', ['district', 'labour'], wd(7)),
    stage('decide', ['district', 'peoples-committee'], wd(3), signs),
  ],
})
export const p5AtTheCommune = version({
  row: 'p5',
  from: '2025-07-01',
  limit: wd(10),
  route: [stage('decide', ['commune', 'culture'], wd(10), signs)],
})

const threeLevels = [
  stage('commune', ['commune', 'culture'], wd(5)),
  stage('district', ['district', 'labour'], wd(7)),
  stage('province', ['province', 'labour'], limit(12, 'day'), signs),
]
export const p6 = version({ row: 'p6', from: '2021-01-01', limit: 'sum-of-stages', route: threeLevels })
export const p6Later = version({ row: 'p6', from: '2022-02-15', limit: 'sum-of-stages', route: threeLevels })

export const p7 = version({
  row: 'p7',
  from: '2021-01-01',
  limit: limit(15, 'day'),
  receivedAt: ['district'],
  supplement: { authorityLimit: wd(7), legalBasis: construction },
  consultations: [
    consultation('fire-police', 'district', 'fire-police', limit(12, 'day'), construction),
    consultation('culture', 'district', 'culture', limit(12, 'day'), construction),
    { ...consultation('neighbour', 'commune', 'peoples-committee', limit(12, 'day')), chosen: true },
  ],
  route: [
    stage('receive', ['district', 'desk'], limit(1, 'day')),
    stage('appraise', ['district', 'construction'], limit(13, 'day')),
    stage('sign', ['district', 'peoples-committee'], limit(1, 'day'), signs),
  ],
})

export const p8 = version({
  row: 'p8',
  from: '2021-01-04',
  limit: wd(3),
  receivedAt: ['commune', 'district'],
  route: [stage('register', ['district', 'finance'], wd(3), signs)],
})
export const p8AtTheCommune = version({
  row: 'p8',
  from: '2025-07-01',
  limit: wd(3),
  route: [stage('register', ['commune', 'finance'], wd(3), signs)],
})

export const p12 = version({
  row: 'p12',
  from: '2015-04-10',
  limit: limit(8, 'working-hour'),
  route: [
    stage('receive', ['commune', 'desk'], limit(2, 'working-hour')),
    stage('copy', ['commune', 'justice'], limit(3, 'working-hour')),
    stage('sign', ['commune', 'peoples-committee'], limit(2, 'working-hour'), signs),
    stage('return', ['commune', 'desk'], limit(1, 'working-hour')),
  ],
})
