import { closeServer } from '@dossier/platform/http'
import { makeLog } from '@dossier/platform/log'
import { AuthEnv, closeOnSignal, HttpEnv, loadConfig } from '@dossier/platform/process'
import * as z from 'zod'
import { openAccounts } from './accounts.ts'
import { buildApp } from './app.ts'
import { openFolder } from './keys.ts'

const Config = z
  .object({
    ...HttpEnv.shape,
    AUTH_ISSUER: AuthEnv.shape.AUTH_ISSUER.optional(),
    AUTH_AUDIENCE: AuthEnv.shape.AUTH_AUDIENCE,
    NODE_ENV: z.string().optional(),
    ISSUER_DIR: z.string().optional(),
    SERVICE_SECRET_FILE: z.string().optional(), // a folder the services know: the default place
    ACCOUNTS_FILE: z.string().optional(),
  })
  .refine(({ NODE_ENV }) => NODE_ENV !== 'production', {
    error: 'NODE_ENV=production: this issuer gives anybody any account, it is for development',
  })
const config = loadConfig(Config)
const folder = config.ISSUER_DIR ?? config.SERVICE_SECRET_FILE
if (folder === undefined) throw new Error('ISSUER_DIR is not set: name the folder for the key and the secrets')

const { PORT: port, HOST: host, DRAIN_MS: drainMs } = config
const issuer = config.AUTH_ISSUER ?? `http://127.0.0.1:${port}`
const deps = {
  keys: await openFolder(folder),
  accounts: openAccounts(config.ACCOUNTS_FILE),
  issuer,
  audience: config.AUTH_AUDIENCE,
}
const app = buildApp(deps, { log: makeLog('issuer'), drainMs })
closeOnSignal(() => closeServer(app))
await app.listen({ port, host })
