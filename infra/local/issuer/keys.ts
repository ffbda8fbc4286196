import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

/** Services that have an account of their own. */
export const services = ['conductor', 'casework', 'intake', 'catalogue', 'postal', 'notifications', 'insight'] as const

/** Who may report online payments to intake: the payment gateway's account, beside those of the services. */
export const paymentGateway = { name: 'payments', scope: 'intake.payments' } as const
/** Who may have other services do what is for operators: insight asks its own permission table who they are. */
export const operators = { name: 'insight', scope: 'ops' } as const
/** The web application: it signs people in and has no account of its own. */
export const webClient = 'console'
const accounts = [...services, paymentGateway.name]

/** The signing key and the services' secrets in `folder`, made at the first start: tokens survive a restart. */
export const openFolder = async (folder: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const privateJwk: JWK = JSON.parse(keep(`${folder}/key.json`, JSON.stringify(await newKey())))
  return {
    privateJwk,
    privateKey: await importJWK(privateJwk, 'ES256'),
    kid: privateJwk.kid ?? '',
    webSecret: keep(`${folder}/${webClient}.secret`, newSecret()),
    secrets: new Map(accounts.map((name) => [name as string, keep(`${folder}/${name}.secret`, newSecret())])),
  }
}

const newSecret = () => randomBytes(32).toString('base64url')
const newKey = async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) }
}

const keep = (file: string, fresh: string) => {
  if (!existsSync(file)) writeFileSync(file, fresh, { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
