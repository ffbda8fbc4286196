import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromPem, issue, pemOf, signingKeyOf, type Subject } from './signature-authority.ts'
import { cmsSignature, type SigningKey } from './signature-cms.ts'
import { filledIn, signedBytes, withSignatureField } from './signature-field.ts'
import type { Signer } from './signature.ts'

const mostHeld = 500

/** Signs with keys of its own making, and shows the certificate (PEM) under which all of them stand. */
export type DevelopmentSigner = Signer & { root: () => Promise<string> }

/**
 * For development and tests alone: a certification authority nobody else trusts, made at first use and kept with a key for
 * each signer in a folder that is none of the repository's. An office puts its HSM or signing service behind `Signer`.
 */
export const makeDevelopmentSigner = (folder: string): DevelopmentSigner => {
  const held = new Map<string, SigningKey>()
  /** To read a key costs as much as to sign with it. */
  const keyOf = async (subject: Subject, by?: SigningKey): Promise<SigningKey> => {
    const name = JSON.stringify(subject)
    const key = held.get(name) ?? (await kept(folder, subject, by))
    if (held.size >= mostHeld) held.clear()
    held.set(name, key)
    return key
  }
  const authority = () => keyOf({ name: 'Development signing authority', organisation: 'NOT FOR USE' })
  return {
    root: async () => pemOf((await authority()).chain[0]),
    sign: async (pdf, signing) => {
      const unsigned = await withSignatureField(pdf, signing)
      const key = await keyOf(signing.signer, await authority())
      return filledIn(unsigned, await cmsSignature(signedBytes(unsigned), key))
    },
  }
}

/** The key and certificate of a subject, made if there are none. Of two processes that make them at once one's stay. */
const kept = async (folder: string, subject: Subject, by?: SigningKey): Promise<SigningKey> => {
  const file = join(folder, `${createHash('sha256').update(JSON.stringify(subject)).digest('hex').slice(0, 32)}.pem`)
  const pem = (await read(file)) ?? (await written(file, await made(subject, by)))
  return { key: signingKeyOf(createPrivateKey(pem)), chain: [fromPem(pem), ...(by?.chain ?? [])] }
}

const made = async (subject: Subject, by?: SigningKey): Promise<string> => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = await issue(pair, subject, by)
  return `${pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}${pemOf(certificate)}`
}

const read = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isCalled(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Whole or not at all, and never in the place of another's: a link to what is written fails where there is one. */
const written = async (file: string, pem: string): Promise<string> => {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}-${createHash('sha256').update(pem).digest('hex').slice(0, 16)}`
  await writeFile(draft, pem, { mode: 0o600 })
  try {
    await link(draft, file)
  } catch (error) {
    if (!isCalled(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return readFile(file, 'utf8')
}

const isCalled = (error: unknown, code: string): boolean => Object(error).code === code
