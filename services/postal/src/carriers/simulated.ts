import { Instant } from '@dossier/contracts/time'
import { Transient } from '@dossier/platform/transient'
import * as z from 'zod'
import type { Carrier } from './carrier.ts'

const Ordered = z.object({ trackingCode: z.string() })
const Refused = z.object({ detail: z.string() })
const Told = z.object({
  trackingCode: z.string(),
  statuses: z.array(z.object({ code: z.string(), at: Instant })),
  proof: z
    .object({
      to: z.enum(['applicant', 'representative']),
      identityChecked: z.boolean(),
      authorisationShown: z.boolean(),
      signed: z.boolean(),
    })
    .nullable(),
})

/** The carrier of the local stack: a server of its own that can be late, lose, double and disorder what it is given. */
export const makeSimulated = (url: string): Carrier => {
  const call = async (path: string, body?: object): Promise<{ status: number; json: unknown }> => {
    const response = await fetch(`${url}${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status >= 500) throw new Transient(`The simulated carrier answered ${response.status} to ${path}`)
    return { status: response.status, json: await response.json() }
  }
  const told = async (trackingCode: string) => {
    const { status, json } = await call(`/parcels/${encodeURIComponent(trackingCode)}`)
    return status === 404 ? undefined : Told.parse(json)
  }
  return {
    name: 'simulated',
    order: async (order) => {
      const { status, json } = await call('/orders', order)
      return status < 400 ? Ordered.parse(json) : { refused: Refused.parse(json).detail }
    },
    history: async (trackingCode) => {
      const parcel = await told(trackingCode)
      return parcel?.statuses.map((one) => ({ ...one, trackingCode, orderCode: null }))
    },
    proof: async (trackingCode) => (await told(trackingCode))?.proof ?? undefined,
    cancel: async (trackingCode) => {
      const { status } = await call(`/parcels/${encodeURIComponent(trackingCode)}/cancellation`, {})
      return status < 400 ? 'cancelled' : 'too-late'
    },
  }
}
