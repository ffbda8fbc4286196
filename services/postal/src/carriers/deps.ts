import type { Pool } from 'pg'
import type { Who } from '../acting.ts'
import type { Promising } from '../promise.ts'
import type { Carrier } from './carrier.ts'
import type { StatusList } from './status-list.ts'

/** A carrier we have a contract with: its interface, its codes, and the secret its calls are signed with. */
export type Contract = { carrier: Carrier; statuses: StatusList; secret: string }

export type Carrying = Who &
  Promising & {
    db: Pool
    toleranceMs: number
    /** By the carrier's name, which is in the address of its web-hook. */
    contracts: ReadonlyMap<string, Contract>
    /** How long a carrier may say nothing of a parcel before it is asked. */
    quietMs: number
  }
