import type { Clock } from '@dossier/platform/clock'
import { buildApp } from '../../../infra/local/outside/carrier/app.ts'
import { openCalls } from '../../../infra/local/outside/carrier/calls.ts'
import { openParcels } from '../../../infra/local/outside/carrier/parcels.ts'

export const secret = 'a secret of the test'

/** The carrier of the local stack on a port of its own, that calls `postal`; it moves when it is told to. */
export const openSimulation = async (clock: Pick<Clock, 'now'>, postal: string) => {
  const parcels = openParcels()
  const calls = openCalls({ hook: `${postal}/carriers/simulated/statuses`, secret })
  const app = buildApp({ clock, parcels, calls })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const ask = async (path: string, body: object) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  return {
    url,
    calls,
    parcels,
    behave: (change: object) => ask('/behaviour', change),
    /** A status by hand. */
    set: (parcel: string, code: string, at: string) => ask(`/parcels/${parcel}/statuses`, { code, at }),
    /** Moves all parcels to the clock's moment and makes the calls that are due. */
    move: async () => {
      calls.tell(parcels.moveTo(clock.now()))
      await calls.send(clock.now())
    },
    close: () => app.close(),
  }
}
export type Simulation = Awaited<ReturnType<typeof openSimulation>>
