import type { Invariant } from '../invariant.ts'
import { apology } from './apology.ts'
import { appliedOnce } from './applied-once.ts'
import { canaries } from './canaries.ts'
import { chain } from './chain.ts'
import { changeTold } from './change-told.ts'
import { dueDate } from './due-date.ts'
import { liveness } from './liveness.ts'
import { messages } from './messages.ts'
import { oneCustodian } from './one-custodian.ts'
import { oneEffect } from './one-effect.ts'
import { oneHolder } from './one-holder.ts'
import { parcels } from './parcels.ts'
import { recordFolds } from './record-folds.ts'
import { rights } from './rights.ts'
import { statistics } from './statistics.ts'

/** The fifteen invariants, in the order they are shown. */
export const invariants: readonly Invariant[] = [
  oneHolder,
  oneCustodian,
  recordFolds,
  changeTold,
  appliedOnce,
  dueDate,
  apology,
  messages,
  parcels,
  statistics,
  liveness,
  oneEffect,
  rights,
  chain,
  canaries,
]
