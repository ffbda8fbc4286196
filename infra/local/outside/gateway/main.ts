import { closeServer } from '@dossier/platform/http'
import { makeLog } from '@dossier/platform/log'
import { AuthEnv, closeOnSignal, HttpEnv, loadConfig, ServiceEnv } from '@dossier/platform/process'
import { makeServiceToken, serviceTokenSource } from '@dossier/platform/service-token'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { makeCallBacks } from './call-backs.ts'
import type { TellOutcome } from './pay.ts'
import { makeSent } from './sent.ts'

const config = loadConfig(
  z.object({
    ...HttpEnv.shape,
    /** Whom to call back about messages through Zalo; about a text message whoever its sender names. */
    NOTIFICATIONS_URL: z.url(),
    /** With what to sign; no secret: this gateway is for development alone. */
    CALL_BACK_SECRET: z.string().min(1),
    /** Whom to tell what became of a payment, and with what its orders are signed. */
    INTAKE_URL: z.url(),
    PAYMENT_SECRET: z.string().min(1),
    AUTH_ISSUER: AuthEnv.shape.AUTH_ISSUER,
    AUTH_TOKEN_URL: ServiceEnv.shape.AUTH_TOKEN_URL,
    SERVICE_SECRET_FILE: ServiceEnv.shape.SERVICE_SECRET_FILE,
  }),
)
const sent = makeSent()
const callBacks = makeCallBacks({ secret: config.CALL_BACK_SECRET })
// Its own account at the issuer, asked for when somebody pays: this gateway starts before the issuer does.
const token = () => makeServiceToken(serviceTokenSource({ ...config, SERVICE_CLIENT_ID: 'payments' }))()
const tell: TellOutcome = async (order, outcome, key) => {
  const headers = {
    authorization: `Bearer ${await token()}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  const url = `${config.INTAKE_URL}/payment-orders/${order}/outcome`
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(outcome) })).status
}
const app = buildApp(
  {
    pay: { secret: config.PAYMENT_SECRET, tell },
    sent,
    callBacks,
    zaloHook: `${config.NOTIFICATIONS_URL}/call-backs/zalo`,
  },
  { log: makeLog('gateway'), drainMs: config.DRAIN_MS },
)
closeOnSignal(
  () => callBacks.stop(),
  () => closeServer(app),
)
await app.listen({ port: config.PORT, host: config.HOST })
