import { DossierId } from '@dossier/contracts/dossier'
import { commonProblem, Problem } from '@dossier/contracts/problem'
import { MessageChannel } from '@dossier/contracts/telling-shapes'
import { ProblemError } from '@dossier/platform/http'
import * as z from 'zod'

/** What operators may have done safely: it can be repeated, and changes no record. */
export const Act = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('redrive'),
    group: z.enum(['casework', 'intake', 'postal', 'notifications']),
    /** One key, or `all`. */
    key: z.string().min(1).max(100),
  }),
  z.strictObject({ what: z.literal('rebuild'), dossier: DossierId }),
  z.strictObject({ what: z.literal('resend'), message: z.uuid(), channel: MessageChannel }),
])
export type Act = z.infer<typeof Act>

type Services = Readonly<Record<'casework' | 'intake' | 'postal' | 'notifications' | 'conductor', string>>

type Order = { key: string; dry: boolean }

const placeOf = (at: Services, act: Act, dry: boolean): [string, object] => {
  switch (act.what) {
    case 'redrive':
      return [`${at[act.group]}/operations/redrive`, { key: act.key }]
    case 'rebuild':
      return [`${at.conductor}/operations/rebuild`, { dossierId: act.dossier }]
    case 'resend':
      return [`${at.notifications}/operations/resend`, { message: act.message, channel: act.channel, dry }]
  }
}

/**
 * Asks the service it concerns, with the account of insight; of those that can be rehearsed there, dry ones too. Throws the refusal
 * where the service has one, and 503 where it does not do it.
 */
export const makeOperate =
  (at: Services, token: () => Promise<string>) =>
  async (act: Act, { key, dry }: Order): Promise<void> => {
    const [url, body] = placeOf(at, act, dry)
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await token()}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    if (answer.status === 404 || answer.status === 409) {
      const refused = Problem.safeParse(await answer.json().catch(() => null))
      if (refused.success) throw new ProblemError(refused.data)
    }
    if (!answer.ok)
      throw new ProblemError(commonProblem('unavailable', { detail: `${url} answered ${answer.status}.` }))
  }
