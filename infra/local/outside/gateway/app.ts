import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { CallBacks } from './call-backs.ts'
import { watching } from './page.ts'
import { type Paying, paying } from './pay.ts'
import type { SentMessages } from './sent.ts'
import { sms } from './sms.ts'
import { zalo } from './zalo.ts'

export type Deps = { sent: SentMessages; callBacks: CallBacks; zaloHook: string; pay?: Paying }

/** Gateways of somebody else's, for the local stack: text messages and Zalo notices, with every trouble on request, and payments. */
export const buildApp = ({ pay, ...deps }: Deps, options?: ServerOptions) => {
  const app = createServer({ name: 'gateway', ...options })
    .register(sms, deps)
    .register(zalo, deps)
    .register(watching, deps)
  return pay === undefined ? app : app.register(paying, pay)
}
