import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Contract } from './deps.ts'
import { makeEms } from './ems.ts'
import { makeSimulated } from './simulated.ts'
import { readStatusList } from './status-list.ts'

/**
 * The carriers a deployment has contracts with. EMS: the address of MyVNPost, who we are there, and files with the password
 * and with the secret its calls are signed with. CARRIER_URL and _SECRET: the simulated carrier of a local stack.
 */
export const CarrierEnv = z.object({
  CARRIER_URL: z.url().optional(),
  CARRIER_SECRET: z.string().min(8).optional(),
  EMS_URL: z.url().optional(),
  EMS_USERNAME: z.string().optional(),
  EMS_CUSTOMER_CODE: z.string().optional(),
  EMS_PASSWORD_FILE: z.string().optional(),
  EMS_HOOK_SECRET_FILE: z.string().optional(),
  /** How long a carrier may say nothing of a parcel before it is asked. */
  CARRIER_QUIET_HOURS: z.coerce.number().positive().default(24),
  /** How often orders and questions that are due are sent. */
  CARRIER_ROUND_MS: z.coerce.number().int().positive().default(1_000),
})

/** The contracts by the carrier's name. Throws where one is half told. */
export const contractsOf = (env: z.output<typeof CarrierEnv>): ReadonlyMap<string, Contract> => {
  const contracts = new Map<string, Contract>()
  const { CARRIER_URL, CARRIER_SECRET, EMS_URL, EMS_USERNAME, EMS_CUSTOMER_CODE } = env
  if (CARRIER_URL !== undefined && CARRIER_SECRET !== undefined)
    contracts.set('simulated', {
      carrier: makeSimulated(CARRIER_URL),
      statuses: readStatusList('simulated'),
      secret: CARRIER_SECRET,
    })
  const ems = [EMS_URL, EMS_USERNAME, EMS_CUSTOMER_CODE, env.EMS_PASSWORD_FILE, env.EMS_HOOK_SECRET_FILE]
  if (ems.every((one) => one === undefined)) return contracts
  const [url, username, customerCode, passwordFile, secretFile] = ems
  if (
    url === undefined ||
    username === undefined ||
    customerCode === undefined ||
    passwordFile === undefined ||
    secretFile === undefined
  )
    throw new Error(
      'EMS_URL, EMS_USERNAME, EMS_CUSTOMER_CODE, EMS_PASSWORD_FILE and EMS_HOOK_SECRET_FILE go together: set all or none',
    )
  const account = { url, username, customerCode, password: read(passwordFile) }
  contracts.set('ems', { carrier: makeEms(account), statuses: readStatusList('ems'), secret: read(secretFile) })
  return contracts
}

const read = (file: string): string => readFileSync(file, 'utf8').trim()
