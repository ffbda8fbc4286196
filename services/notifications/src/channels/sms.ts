import * as z from 'zod'
import { smsProblem } from '../words/unaccented.ts'
import { ask } from './ask.ts'
import type { Channel, Found } from './channel.ts'

const Accepted = z.object({ CodeResult: z.string(), SMSID: z.string().optional() })
const State = z.object({ CodeResult: z.string(), SMSID: z.string().optional(), SendStatus: z.string().optional() })
// Not the fault of this message: the account, its balance, a limit of the hour.
const notNow = new Set(['99', '101', '103', '124'])

type Sms = { url: string; key: string; secret: string; brand: string; callBack: string; timeoutMs?: number }

/**
 * Text messages under a brand name through an HTTP gateway of the eSMS kind: its answer is HTTP 200 with a code, `100` is
 * accepted. Our id goes along as its request id, by which it is asked.
 * Of its answer the code alone is kept: its sentence may hold the number.
 */
export const makeSms = ({ url, key, secret, brand, callBack, timeoutMs = 10_000 }: Sms): Channel<'sms'> => {
  const account = { ApiKey: key, SecretKey: secret }
  const post = (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    return ask(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify({ ...account, ...body }) }, timeoutMs)
  }
  return {
    send: async ({ id, address, content: { text } }) => {
      const problem = smsProblem(text)
      if (problem !== undefined) return { is: 'refused', why: problem }
      const body = {
        Brandname: brand,
        Phone: address,
        Content: text,
        RequestId: id,
        CallbackUrl: callBack,
        SmsType: '2',
      }
      const asked = await post('/sms', body)
      if ('failed' in asked) return { is: asked.failed, why: asked.why }
      const read = Accepted.safeParse(asked.answered.body)
      if (!read.success) return { is: 'ambiguous', why: `answered ${asked.answered.status} and no result` }
      const { CodeResult: result, SMSID: reference = null } = read.data
      if (result === '100') return { is: 'sent', reference }
      return { is: notNow.has(result) ? 'later' : 'refused', why: result }
    },
    find: async (id): Promise<Found> => {
      const asked = await post('/sms/status', { RequestId: id })
      if ('failed' in asked) return { is: 'down', why: asked.why }
      const read = State.safeParse(asked.answered.body)
      if (!read.success) return { is: 'down', why: `answered ${asked.answered.status} and no result` }
      const { CodeResult: result, SMSID: reference = null, SendStatus: state = '' } = read.data
      if (result === '104') return { is: 'unknown' }
      if (result !== '100') return { is: 'down', why: result }
      if (state === 'failed') return { is: 'failed', why: 'the network could not deliver it' }
      return { is: state === 'delivered' ? 'delivered' : 'sent', reference }
    },
  }
}
