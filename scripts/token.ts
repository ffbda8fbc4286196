import { parseArgs } from 'node:util'
import { planPorts } from '../infra/local/ports.ts'

const usage = 'npm run --silent token -- <account> [--stack driven], the account as officer:<id> or citizen:<id>'

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const wish = () => {
  try {
    return parseArgs({ options: { stack: { type: 'string', default: 'real' } }, allowPositionals: true })
  } catch {
    return fail(usage)
  }
}

const { values, positionals } = wish()
const [account] = positionals
if (account === undefined || positionals.length > 1) fail(usage)
const issuer = process.env['AUTH_ISSUER'] || `http://127.0.0.1:${planPorts(values.stack).issuer}`

const body = new URLSearchParams({ grant_type: 'account', account: String(account) })
const response = await fetch(`${issuer}/token`, { method: 'POST', body, signal: AbortSignal.timeout(5_000) }).catch(
  () =>
    fail(`No issuer answers at ${issuer}: start the stack with npm start, or name another with --stack or AUTH_ISSUER`),
)
const answer: unknown = await response.json().catch(() => undefined)
const { access_token: token, detail } = Object(answer)
if (!response.ok) fail(`No token for ${account}: ${detail ?? `the issuer answered ${response.status}`}`)
process.stdout.write(`${token}\n`)
