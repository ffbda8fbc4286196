import { createHmac } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Behaviour, Sent } from './sent.ts'

type Made = { url: string; body: string; status: number | string; at: string }

/** Tells the sender what became of a message, signed; it comes as often as it is told to, under one id. */
export const makeCallBacks = ({ secret }: { secret: string }) => {
  const stopping = new AbortController()
  let made: Made[] = []
  const call = async (url: string, body: string) => {
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-signature': signature }
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(5_000)])
    const status = await fetch(url, { method: 'POST', headers, body, signal }).then(
      (response) => response.status,
      (error: unknown) => (error instanceof Error ? error.name : 'failed'),
    )
    made = [...made.slice(-999), { url, body, status, at: new Date().toISOString() }]
    return status
  }
  return {
    /** Again until it is heard: a sender that is down hears of it later. */
    tell: async (url: string, { id, trackingId }: Sent, { callBack }: Behaviour): Promise<void> => {
      if (callBack.status === 'none') return
      const body = JSON.stringify({
        id: `${id}-${callBack.status}`,
        trackingId,
        reference: id,
        status: callBack.status,
      })
      for (let time = 0; time < callBack.times; time += 1) {
        await setTimeout(callBack.delayMs, undefined, { signal: stopping.signal })
        for (let waitMs = 200; (await call(url, body)) !== 200 && waitMs < 60_000; waitMs *= 2)
          await setTimeout(waitMs, undefined, { signal: stopping.signal })
      }
    },
    made: () => made,
    stop: () => stopping.abort(),
  }
}
export type CallBacks = ReturnType<typeof makeCallBacks>
