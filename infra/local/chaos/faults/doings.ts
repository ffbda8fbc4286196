import type { Fault, FaultKind } from './fault.ts'
import type { Doing, Ground } from './ground.ts'
import { answersLost, lineCut, lineHalfOpen, lineSlow } from './of-lines.ts'
import { messagesDoubled, messagesMalformed, messagesReordered } from './of-messages.ts'
import {
  issuerKilled,
  partKilled,
  partPaused,
  partRestarted,
  serverKilled,
  serverPaused,
  serverSlow,
  serverStopped,
} from './of-parts.ts'
import {
  backendKilled,
  connectionsEnded,
  postgresCrashed,
  postgresKilled,
  postgresPaused,
  writesRefused,
} from './of-postgres.ts'
import { diskFull } from './of-disk.ts'
import { backlog, clockSkewed, rollingRestart, zombie } from './of-processes.ts'
import { kafkaWiped, temporalWiped } from './of-wiping.ts'

const doings: { [K in FaultKind]: Doing<K> } = {
  'part-killed': partKilled,
  'part-paused': partPaused,
  'part-restarted': partRestarted,
  zombie,
  'clock-skewed': clockSkewed,
  'issuer-killed': issuerKilled,
  'postgres-crashed': postgresCrashed,
  'postgres-killed': postgresKilled,
  'postgres-paused': postgresPaused,
  'backend-killed': backendKilled,
  'connections-ended': connectionsEnded,
  'disk-full': diskFull,
  'writes-refused': writesRefused,
  'kafka-stopped': serverStopped('kafka'),
  'kafka-killed': serverKilled('kafka'),
  'kafka-paused': serverPaused('kafka'),
  'kafka-slow': serverSlow('kafka'),
  'kafka-wiped': kafkaWiped,
  'temporal-stopped': serverStopped('temporal'),
  'temporal-killed': serverKilled('temporal'),
  'temporal-slow': serverSlow('temporal'),
  'temporal-wiped': temporalWiped,
  'line-cut': lineCut,
  'line-slow': lineSlow,
  'line-half-open': lineHalfOpen,
  'answers-lost': answersLost,
  'messages-doubled': messagesDoubled,
  'messages-reordered': messagesReordered,
  'messages-malformed': messagesMalformed,
  backlog,
  'rolling-restart': rollingRestart,
}

const doingOf = <K extends FaultKind>(kind: K): Doing<K> => doings[kind]

/** Begins a fault; what it gives ends it. */
export const beginFault = <K extends FaultKind>(ground: Ground, fault: Extract<Fault, { kind: K }>) =>
  doingOf<K>(fault.kind)(ground, fault)
