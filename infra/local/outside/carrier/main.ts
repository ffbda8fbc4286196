import { makeClock } from '@dossier/platform/clock'
import { closeServer } from '@dossier/platform/http'
import { makeLog } from '@dossier/platform/log'
import { ClockEnv, closeOnSignal, HttpEnv, loadConfig } from '@dossier/platform/process'
import * as z from 'zod'
import { buildApp, runCarrier } from './app.ts'
import { openCalls } from './calls.ts'
import { openParcels } from './parcels.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    ...ClockEnv.shape,
    /** Whom to tell. */
    POSTAL_URL: z.url(),
    /** With what to sign; no secret: this carrier is for development alone. */
    CARRIER_SECRET: z.string().min(8),
    CARRIER_ROUND_MS: z.coerce.number().int().positive().default(500),
  }),
)

const deps = {
  clock: makeClock(config),
  parcels: openParcels(),
  calls: openCalls({ hook: `${config.POSTAL_URL}/carriers/simulated/statuses`, secret: config.CARRIER_SECRET }),
}
const app = buildApp(deps, { log: makeLog('carrier'), drainMs: config.DRAIN_MS })
const stop = runCarrier(deps, config.CARRIER_ROUND_MS)
closeOnSignal(stop, () => closeServer(app))
await app.listen({ port: config.PORT, host: config.HOST })
