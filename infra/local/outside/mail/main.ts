import { closeServer } from '@dossier/platform/http'
import { makeLog } from '@dossier/platform/log'
import { closeOnSignal, HttpEnv, loadConfig } from '@dossier/platform/process'
import * as z from 'zod'
import { buildApp } from './app.ts'
import { makeMailbox } from './mailbox.ts'
import { openSmtp } from './smtp.ts'

const config = loadConfig(z.object({ ...HttpEnv.shape, SMTP_PORT: z.coerce.number().int().positive() }))
const mailbox = makeMailbox()
const smtp = await openSmtp(mailbox, { port: config.SMTP_PORT, host: config.HOST })
const app = buildApp({ mailbox, smtp }, { log: makeLog('mail'), drainMs: config.DRAIN_MS })
closeOnSignal(
  () => closeServer(app),
  () => smtp.close(),
)
await app.listen({ port: config.PORT, host: config.HOST })
