import { closeServer } from '@dossier/platform/http'
import { makeLog } from '@dossier/platform/log'
import { AuthEnv, closeOnSignal, HttpEnv, loadConfig } from '@dossier/platform/process'
import * as z from 'zod'
import { openAccounts } from './accounts.ts'
import { buildApp } from './app.ts'
import { signer } from './grants.ts'
import { openFolder } from './keys.ts'
import { askCatalogue } from './offices.ts'

const Config = z
  .object({
    ...HttpEnv.shape,
    AUTH_ISSUER: AuthEnv.shape.AUTH_ISSUER.optional(),
    AUTH_AUDIENCE: AuthEnv.shape.AUTH_AUDIENCE,
    NODE_ENV: z.string().optional(),
    ISSUER_DIR: z.string().optional(),
    SERVICE_SECRET_FILE: z.string().optional(), // a folder the services know: the default place
    ACCOUNTS_FILE: z.string().optional(),
    CATALOGUE_URL: z.url().default('http://127.0.0.1:4001'),
    CONSOLE_URL: z.url().default('http://127.0.0.1:4010'),
  })
  .refine(({ NODE_ENV }) => NODE_ENV !== 'production', {
    error: 'NODE_ENV=production: this issuer gives anybody any account, it is for development',
  })
const config = loadConfig(Config)
const folder = config.ISSUER_DIR ?? config.SERVICE_SECRET_FILE
if (folder === undefined) throw new Error('ISSUER_DIR is not set: name the folder for the key and the secrets')

const { PORT: port, HOST: host, DRAIN_MS: drainMs } = config
const issuer = config.AUTH_ISSUER ?? `http://127.0.0.1:${port}`
const { AUTH_AUDIENCE: audience, CATALOGUE_URL, CONSOLE_URL: consoleUrl } = config
const keys = await openFolder(folder)
const sign = signer({ keys, issuer, audience })
const token = async () => (await sign({ account: 'service:catalogue' }, 60)).access_token
const offices = askCatalogue(CATALOGUE_URL, token)
const deps = { keys, accounts: openAccounts(config.ACCOUNTS_FILE), issuer, audience, consoleUrl, offices }
const app = buildApp(deps, { log: makeLog('issuer'), drainMs })
closeOnSignal(() => closeServer(app))
await app.listen({ port, host })
