import * as z from 'zod'

/** The product's own processes, each of which may be killed, paused, cut off or set to another time. */
export const ownParts = ['catalogue', 'intake', 'casework', 'postal', 'notifications', 'conductor'] as const
export const OwnPart = z.enum(ownParts)
export type OwnPart = z.output<typeof OwnPart>

export const serverNames = ['postgres', 'kafka', 'temporal'] as const
export const ServerName = z.enum(serverNames)
export type ServerName = z.output<typeof ServerName>

const lasting = { at: z.number().min(0), lasts: z.number().min(0) }
const ofPart = { ...lasting, part: OwnPart }
const ofLine = { ...lasting, part: OwnPart, server: ServerName }
const ofTopic = { ...lasting, topic: z.string(), count: z.int().min(1) }

/** What is done to a stack: from `at` on, in seconds from the start of the load, for `lasts` seconds. */
export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('part-killed'), ...ofPart }),
  z.strictObject({ kind: z.literal('part-paused'), ...ofPart }),
  z.strictObject({ kind: z.literal('part-restarted'), ...ofPart }),
  z.strictObject({ kind: z.literal('zombie'), ...ofPart }),
  z.strictObject({ kind: z.literal('clock-skewed'), ...ofPart, aheadMs: z.int() }),
  z.strictObject({ kind: z.literal('issuer-killed'), ...lasting }),
  z.strictObject({ kind: z.literal('postgres-crashed'), ...lasting }),
  z.strictObject({ kind: z.literal('postgres-killed'), ...lasting }),
  z.strictObject({ kind: z.literal('postgres-paused'), ...lasting }),
  z.strictObject({ kind: z.literal('backend-killed'), ...lasting, part: OwnPart }),
  z.strictObject({ kind: z.literal('connections-ended'), ...lasting, part: OwnPart }),
  z.strictObject({ kind: z.literal('disk-full'), ...lasting }),
  z.strictObject({ kind: z.literal('writes-refused'), ...lasting }),
  z.strictObject({ kind: z.literal('kafka-stopped'), ...lasting }),
  z.strictObject({ kind: z.literal('kafka-killed'), ...lasting }),
  z.strictObject({ kind: z.literal('kafka-paused'), ...lasting }),
  z.strictObject({ kind: z.literal('kafka-slow'), ...lasting }),
  z.strictObject({ kind: z.literal('kafka-wiped'), ...lasting }),
  z.strictObject({ kind: z.literal('temporal-stopped'), ...lasting }),
  z.strictObject({ kind: z.literal('temporal-killed'), ...lasting }),
  z.strictObject({ kind: z.literal('temporal-slow'), ...lasting }),
  z.strictObject({ kind: z.literal('temporal-wiped'), ...lasting }),
  z.strictObject({ kind: z.literal('line-cut'), ...ofLine }),
  z.strictObject({ kind: z.literal('line-slow'), ...ofLine, delayMs: z.int().min(1) }),
  z.strictObject({ kind: z.literal('line-half-open'), ...ofLine }),
  z.strictObject({ kind: z.literal('answers-lost'), ...ofLine }),
  z.strictObject({ kind: z.literal('messages-doubled'), ...ofTopic }),
  z.strictObject({ kind: z.literal('messages-reordered'), ...lasting, topic: z.string() }),
  z.strictObject({ kind: z.literal('messages-malformed'), ...ofTopic }),
  z.strictObject({ kind: z.literal('backlog'), ...lasting, parts: z.array(OwnPart).min(1) }),
  z.strictObject({ kind: z.literal('rolling-restart'), ...lasting, parts: z.array(OwnPart).min(1) }),
])
export type Fault = z.output<typeof Fault>
export type FaultKind = Fault['kind']
/** A fault of one kind. */
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>

/** A plan as it is printed, kept and replayed. */
export const FaultPlan = z.strictObject({
  seed: z.int().min(0),
  minutes: z.number().positive(),
  faults: z.array(Fault),
})
export type FaultPlan = z.output<typeof FaultPlan>

/** A fault in a few words. */
export const faultInWords = (fault: Fault): string =>
  Object.entries(fault)
    .flatMap(([name, value]) => (name === 'at' || name === 'lasts' ? [] : [String(value)]))
    .join(' ')
