import { Fault, type FaultKind, ownParts, type OwnPart, type ServerName } from './fault.ts'
import type { Random } from './seeded.ts'

type Drawing = {
  /** Least and most, in seconds. */
  lasts: readonly [number, number]
  /** What nobody else may touch meanwhile, besides the part and the server it is about; 'everything' goes on alone. */
  holds?: readonly string[] | 'everything'
  /** Its other members. */
  what?: (random: Random) => object
}

const withDatabase: readonly [OwnPart, ...OwnPart[]] = ['casework', 'catalogue', 'intake', 'postal', 'notifications']
const consumers: readonly [OwnPart, ...OwnPart[]] = ['casework', 'intake', 'postal', 'notifications', 'conductor']
const servers = ['postgres', 'kafka', 'temporal'] as const
const topics = ['casework.dossier.v1', 'intake.application.v1', 'postal.parcel.v1'] as const

const anyPart = (random: Random) => ({ part: random.oneOf(ownParts) })
const ofDatabase = (random: Random) => ({ part: random.oneOf(withDatabase) })
const anyTopic = (random: Random) => ({ topic: random.oneOf(topics) })
/** A line somebody really uses: the conductor has no database, and only it speaks with Temporal. */
const anyLine = (random: Random): { part: OwnPart; server: ServerName } => {
  const server = random.oneOf(servers)
  if (server === 'temporal') return { server, part: 'conductor' }
  return { server, part: random.oneOf(server === 'postgres' ? withDatabase : ownParts) }
}
const ahead = (random: Random) => Math.round(random.between(1, 4) * (random.next() < 0.5 ? -1_000 : 1_000))
const many = (random: Random, least: number, most: number) => Math.round(random.between(least, most))

/** How each kind is drawn. */
const drawings: Record<FaultKind, Drawing> = {
  'part-killed': { lasts: [0, 4], what: anyPart },
  'part-paused': { lasts: [2, 5], what: anyPart },
  'part-restarted': { lasts: [0, 3], what: anyPart },
  zombie: { lasts: [13, 17], holds: 'everything', what: (random) => ({ part: random.oneOf(consumers) }) },
  'clock-skewed': { lasts: [6, 12], what: (random) => ({ ...anyPart(random), aheadMs: ahead(random) }) },
  'issuer-killed': { lasts: [2, 6], holds: ['issuer'] },
  'postgres-crashed': { lasts: [0, 4], holds: ['postgres'] },
  'postgres-killed': { lasts: [0, 4], holds: ['postgres'] },
  'postgres-paused': { lasts: [3, 8], holds: ['postgres'] },
  'backend-killed': { lasts: [0, 0], holds: ['postgres'], what: ofDatabase },
  'connections-ended': { lasts: [0, 0], holds: ['postgres'], what: ofDatabase },
  'disk-full': { lasts: [5, 10], holds: 'everything' },
  'writes-refused': { lasts: [3, 8], holds: ['postgres'] },
  'kafka-stopped': { lasts: [2, 8], holds: ['kafka'] },
  'kafka-killed': { lasts: [0, 8], holds: ['kafka'] },
  'kafka-paused': { lasts: [12, 18], holds: ['kafka'] },
  'kafka-slow': { lasts: [6, 12], holds: ['kafka'] },
  'kafka-wiped': { lasts: [1, 4], holds: 'everything' },
  'temporal-stopped': { lasts: [2, 8], holds: ['temporal'] },
  'temporal-killed': { lasts: [0, 8], holds: ['temporal'] },
  'temporal-slow': { lasts: [6, 12], holds: ['temporal'] },
  'temporal-wiped': { lasts: [1, 4], holds: 'everything' },
  'line-cut': { lasts: [3, 8], what: anyLine },
  'line-slow': { lasts: [5, 10], what: (random) => ({ ...anyLine(random), delayMs: many(random, 20, 400) }) },
  'line-half-open': { lasts: [5, 12], what: anyLine },
  'answers-lost': { lasts: [3, 8], what: anyLine },
  'messages-doubled': {
    lasts: [0, 0],
    holds: ['kafka'],
    what: (random) => ({ ...anyTopic(random), count: many(random, 20, 200) }),
  },
  'messages-reordered': { lasts: [2, 4], holds: 'everything', what: anyTopic },
  'messages-malformed': {
    lasts: [0, 0],
    holds: 'everything',
    what: (random) => ({ ...anyTopic(random), count: many(random, 1, 6) }),
  },
  backlog: { lasts: [10, 18], holds: 'everything', what: () => ({ parts: ['conductor', 'notifications', 'postal'] }) },
  'rolling-restart': { lasts: [2, 4], holds: 'everything', what: (random) => ({ parts: random.shuffled(ownParts) }) },
}

/** Every kind there is. */
export const faultKinds: readonly FaultKind[] = Fault.options.map(({ shape }) => shape.kind.value)

/** A fault of this kind, as `random` chooses, to begin at `at`. */
export const drawFault = (kind: FaultKind, at: number, random: Random): Fault => {
  const { lasts, what } = drawings[kind]
  return Fault.parse({ kind, at, lasts: random.between(...lasts), ...what?.(random) })
}

/** What a fault takes hold of: names of parts and servers, or everything. */
const holdsOf = (fault: Fault): readonly string[] | 'everything' => {
  const { holds = [] } = drawings[fault.kind]
  if (holds === 'everything') return holds
  return [...holds, ...('part' in fault ? [fault.part] : []), ...('server' in fault ? [fault.server] : [])]
}

/** Whether both may go on at the same time: neither wants all for itself, and they take hold of different things. */
export const mayMeet = (one: Fault, other: Fault): boolean => {
  const held = holdsOf(one)
  const wanted = holdsOf(other)
  return held !== 'everything' && wanted !== 'everything' && !wanted.some((name) => held.includes(name))
}
