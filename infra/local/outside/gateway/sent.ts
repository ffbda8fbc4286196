import { randomUUID } from 'node:crypto'
import * as z from 'zod'

/** How a channel of this gateway misbehaves, until it is told otherwise. */
export const Behaviour = z.strictObject({
  /** Answers nothing but 503, and takes nothing. */
  down: z.boolean().default(false),
  /** Takes nothing and answers this error code, as this provider does, with HTTP 200. */
  error: z.string().nullable().default(null),
  /** Takes a message and answers 502, so many times. */
  takeAndFail: z.int().min(0).default(0),
  /** Answers 502 and takes nothing, so many times. */
  failOnly: z.int().min(0).default(0),
  /** Takes a message and never answers, so many times. */
  takeAndHang: z.int().min(0).default(0),
  delayMs: z.int().min(0).max(60_000).default(0),
  callBack: z
    .strictObject({
      status: z.enum(['delivered', 'failed', 'none']).default('delivered'),
      delayMs: z.int().min(0).max(600_000).default(50),
      times: z.int().min(0).max(10).default(1),
    })
    .prefault({}),
})
export type Behaviour = z.infer<typeof Behaviour>

export const Provider = z.enum(['sms', 'zalo'])
export type Provider = z.infer<typeof Provider>

/** What was taken in, in its order; `trackingId` is the sender's own. */
export type Sent = {
  n: number
  provider: Provider
  id: string
  trackingId: string
  phone: string
  text: string
  status: 'sent' | 'delivered' | 'failed'
  at: string
}

export const makeSent = () => {
  let all: Sent[] = []
  const behaviours = { sms: Behaviour.parse({}), zalo: Behaviour.parse({}) }
  return {
    take: (message: Pick<Sent, 'provider' | 'trackingId' | 'phone' | 'text'>): Sent => {
      const taken: Sent = {
        n: all.length + 1,
        id: randomUUID(),
        status: 'sent',
        at: new Date().toISOString(),
        ...message,
      }
      all = [...all, taken]
      return taken
    },
    settle: (id: string, status: Sent['status']) => {
      all = all.map((one) => (one.id === id ? { ...one, status } : one))
    },
    find: (provider: Provider, trackingId: string) =>
      all.find((one) => one.provider === provider && one.trackingId === trackingId),
    all: () => all,
    empty: () => void (all = []),
    behaviour: (provider: Provider) => behaviours[provider],
    behave: (provider: Provider, next: Behaviour) => void (behaviours[provider] = next),
    /** Whether something that happens so many times happens now. */
    uses: (provider: Provider, what: 'takeAndFail' | 'failOnly' | 'takeAndHang'): boolean => {
      const left = behaviours[provider][what]
      if (left > 0) behaviours[provider] = { ...behaviours[provider], [what]: left - 1 }
      return left > 0
    },
  }
}
export type SentMessages = ReturnType<typeof makeSent>
